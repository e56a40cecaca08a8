package data

import (
	"hash/fnv"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// TwinWithin is how far apart two tools' times for one mention may lie: some
// cut the seconds off, some round them.
const TwinWithin = time.Minute

// twinPrefix is how many letters of a text two tools must share when one of
// them has cut it.
const twinPrefix = 40

// wordsOf is how many letters of a text say who wrote it when an export does
// not: shorter ones many may write in one minute.
const wordsOf = 12

// Twins tells whether two mentions that different exports name differently
// are one: the same text, within TwinWithin, by the same author or at the
// same address. Where one export names no author, a text that is no mere word
// or two will do.
func Twins(a, b *Mention) bool {
	apart := a.PublishedAt.Sub(b.PublishedAt)
	if apart.Abs() > TwinWithin || !sameText(textOf(a), textOf(b)) {
		return false
	}
	unnamed := !a.Author.named() || !b.Author.named()
	return sameAuthor(a.Author, b.Author) || SameAddress(a.URL, b.URL) || unnamed && utf8.RuneCountInString(textOf(a)) >= wordsOf
}

// TwinKey names a mention by its address and the beginning of its text, which
// tools agree on even where their times differ; "" if it has no address, or a
// text so short that others may have written it there.
func TwinKey(m *Mention) string {
	address := plainAddress(m.URL)
	text, ok := firstLetters(plainWords(textOf(m)), twinPrefix)
	if address == "" || !ok {
		return ""
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(address))
	_, _ = h.Write([]byte{0})
	_, _ = h.Write([]byte(text))
	return "u:" + strconv.FormatUint(h.Sum64(), 36)
}

// HasContentKey tells whether a mention is named by its content, for want of
// an id.
func (m *Mention) HasContentKey() bool { return strings.HasPrefix(m.ExternalID, ContentKeyPrefix) }

// ContentKeyPrefix begins the external ids that were made of the content.
const ContentKeyPrefix = "c:"

func textOf(m *Mention) string {
	if m.Text == "" {
		return m.Title
	}
	return m.Text
}

func sameText(a, b string) bool {
	a, b = plainWords(a), plainWords(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || strings.HasPrefix(b, a) && utf8.RuneCountInString(a) >= twinPrefix
}

// plainWords is a text without what tools change: blanks, case, the mark of a
// cut at the end.
func plainWords(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), ".…")
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// firstLetters are the first n runes of s; false if it has fewer.
func firstLetters(s string, n int) (string, bool) {
	for i := range s {
		if n == 0 {
			return s[:i], true
		}
		n--
	}
	return s, n == 0
}

// sameAuthor compares what two tools give: one may have put the handle where
// the other has the name.
func sameAuthor(a, b Author) bool {
	for _, x := range []string{a.Handle, a.Name} {
		for _, y := range []string{b.Handle, b.Name} {
			if x != "" && strings.EqualFold(strings.TrimPrefix(x, "@"), strings.TrimPrefix(y, "@")) {
				return true
			}
		}
	}
	return false
}

// OtherAuthor tells whether both mentions name an author, and not the same.
func OtherAuthor(a, b Author) bool {
	return a.named() && b.named() && !sameAuthor(a, b)
}

func (a Author) named() bool { return a.Name != "" || a.Handle != "" }

// SameAddress tells whether two addresses lead to one page.
func SameAddress(a, b string) bool {
	a = plainAddress(a)
	return a != "" && a == plainAddress(b)
}

// plainAddress is an address without what does not change the page: scheme,
// www, fragment, the parameters of campaigns.
func plainAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.ToLower(u.Host)
	for _, prefix := range []string{"www.", "m.", "mobile.", "amp."} {
		host = strings.TrimPrefix(host, prefix)
	}
	q := u.Query()
	for name := range q {
		if strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid" || name == "ref_src" {
			q.Del(name)
		}
	}
	out := host + strings.TrimRight(u.EscapedPath(), "/")
	if len(q) > 0 {
		out += "?" + q.Encode()
	}
	return out
}
