package handover

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vedetta/assets"
	"vedetta/data"
)

// Masker gives authors pseudonyms and puts those in the place of their names
// wherever they are written. A word that is also somebody's name goes with
// the names: a strange sentence is better than a named person.
type Masker struct {
	words   *assets.Words
	count   int
	handles map[string]int
	names   map[string]int
	bare    map[string][]masked // what to look for in texts, by its first word
	parts   map[string]int      // single words of names, as they are written
	own     map[string]bool     // of our own accounts
}

// masked is a name as a row of words.
type masked struct {
	rest   []string // behind the first word
	number int
	exact  string // a short name is only one as it is written here
}

const (
	shortName   = 3 // a name of so few letters must be written alike
	leastPart   = 3 // a part of a name with fewer letters says nothing
	mostBetween = 3 // bytes between two words of a name
)

// NewMasker numbers authors in the order given: the oldest first keeps a
// pseudonym the same while new mentions come in. Our own accounts keep their
// names, and so does the business.
func NewMasker(words *assets.Words, authors []data.Author, p data.Profile) *Masker {
	m := &Masker{
		words: words, handles: map[string]int{}, names: map[string]int{}, bare: map[string][]masked{},
		parts: map[string]int{}, own: map[string]bool{},
	}
	for _, h := range p.Own {
		m.own[fold(h)] = true
	}
	for _, a := range authors {
		if !p.IsOwn(a) && !(a.Handle == "" && fold(a.Name) == fold(p.Business)) {
			m.add(a)
		}
	}
	for _, w := range wordsOf(p.Business) {
		delete(m.parts, w.text)
	}
	for _, list := range m.bare {
		slices.SortStableFunc(list, func(a, b masked) int { return len(b.rest) - len(a.rest) })
	}
	return m
}

func (m *Masker) add(a data.Author) {
	handle, name := handleOf(a), fold(a.Name)
	n, known := m.number(handle, name)
	if !known {
		m.count++
		n = m.count
	}
	m.keep(m.handles, handle, handle, n)
	m.keep(m.names, name, a.Name, n)
	words := wordsOf(a.Name)
	for _, w := range words {
		if _, taken := m.parts[w.text]; !taken && len(words) > 1 && isPart(w.text) {
			m.parts[w.text] = n
		}
	}
}

// isPart tells whether a word of a name is one by which somebody is called.
func isPart(word string) bool {
	return utf8.RuneCountInString(word) >= leastPart && unicode.IsUpper(firstRune(word))
}

// number is the one that an author has already: by the account or, of one
// without, by the name.
func (m *Masker) number(handle, name string) (int, bool) {
	if handle != "" {
		n, ok := m.handles[handle]
		return n, ok
	}
	n, ok := m.names[name]
	return n, ok
}

func (m *Masker) keep(in map[string]int, key, written string, n int) {
	if _, taken := in[key]; taken || key == "" {
		return
	}
	in[key] = n
	words := wordsOf(written)
	if len(words) == 0 {
		return
	}
	found := masked{number: n}
	for _, w := range words[1:] {
		found.rest = append(found.rest, fold(w.text))
	}
	if len(words) == 1 && utf8.RuneCountInString(words[0].text) <= shortName {
		found.exact = words[0].text
	}
	first := fold(words[0].text)
	m.bare[first] = append(m.bare[first], found)
}

// Author is the pseudonym of an author, empty for one without a name.
func (m *Masker) Author(a data.Author) string {
	if n, ok := m.number(handleOf(a), fold(a.Name)); ok {
		return m.pseudonym(n)
	}
	return a.Shown()
}

func (m *Masker) pseudonym(n int) string { return m.words.Text("handover.author", "N", n) }

// handleOf is what an author's account is known by; of an account that has
// only an id, that.
func handleOf(a data.Author) string {
	if h := fold(strings.TrimLeft(a.Handle, "@")); h != "" || a.Name != "" {
		return h
	}
	return fold(a.ID)
}

// Text puts pseudonyms in the place of whole names and accounts.
func (m *Masker) Text(s string) string { return m.replace(m.accounts(s), false) }

var (
	account = regexp.MustCompile(`@[\p{L}\p{N}_][\p{L}\p{N}_.\-]*(@[\p{L}\p{N}_.\-]+)?`)
	mail    = regexp.MustCompile(`[\p{L}\p{N}_.+\-]+@[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)+`)
	link    = regexp.MustCompile(`(?i)(https?://)?((?:[a-z0-9\-]+\.)+[a-z]{2,})/[^\s]+`)
)

// Stranger masks what somebody else wrote: also parts of names, mail
// addresses, and where links lead on their site.
func (m *Masker) Stranger(s string) string {
	s = link.ReplaceAllString(s, "$1$2/…")
	s = mail.ReplaceAllLiteralString(s, m.words.Text("handover.mail"))
	return m.replace(m.accounts(s), true)
}

// accounts masks everything that is written like an account; what stands
// before its @ tells it from a mail address.
func (m *Masker) accounts(s string) string {
	var b strings.Builder
	last := 0
	for _, at := range account.FindAllStringIndex(s, -1) {
		if before, _ := utf8.DecodeLastRuneInString(s[:at[0]]); isWord(before) {
			continue
		}
		handle := strings.TrimRight(s[at[0]+1:at[1]], ".-")
		end := at[0] + 1 + len(handle)
		b.WriteString(s[last:at[0]])
		switch n, known := m.handles[fold(handle)]; {
		case m.own[fold(handle)]:
			b.WriteString(s[at[0]:end])
		case known:
			b.WriteString(m.pseudonym(n))
		default:
			b.WriteString(m.words.Text("handover.author.other"))
		}
		last = end
	}
	return b.String() + s[last:]
}

// replace looks at every word of a text for a name that begins there.
func (m *Masker) replace(s string, parts bool) string {
	words := wordsOf(s)
	var b strings.Builder
	last := 0
	for i := 0; i < len(words); {
		n, length := m.nameAt(s, words[i:], parts)
		if length == 0 {
			i++
			continue
		}
		b.WriteString(s[last:words[i].from])
		b.WriteString(m.pseudonym(n))
		i += length
		last = words[i-1].to
	}
	return b.String() + s[last:]
}

// nameAt finds the longest name with which a row of words begins, and how many
// of them it takes; 0 for none.
func (m *Masker) nameAt(s string, words []word, parts bool) (number, length int) {
	for _, c := range m.bare[fold(words[0].text)] {
		if c.exact != "" && c.exact != words[0].text || len(c.rest) >= len(words) {
			continue
		}
		same := true
		for i, rest := range c.rest {
			between := words[i+1].from - words[i].to
			same = same && fold(words[i+1].text) == rest && between <= mostBetween && !strings.Contains(s[words[i].to:words[i+1].from], "\n")
		}
		if same {
			return c.number, 1 + len(c.rest)
		}
	}
	if n, ok := m.parts[words[0].text]; ok && parts {
		return n, 1
	}
	return 0, 0
}
