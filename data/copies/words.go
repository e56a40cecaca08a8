package copies

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWords is how much of a text is looked at: what agrees so far is a copy.
const maxWords = 400

// wordsOf appends the words of a text, each as a hash, to words. What copies
// add, change or lose is left out: "RT @name:", "via @name", names of accounts,
// addresses, HTML entities, everything that is neither letter nor digit, case,
// accents, and the word at which a tool has cut the text off. cut tells whether
// the text ends like one that was cut off.
func wordsOf(text string, words []uint64) (_ []uint64, cut bool) {
	r := reader{text: text, words: words}
	for r.at < len(text) && len(r.words) < maxWords {
		r.next()
	}
	r.end()
	if r.cut && len(r.words) > enoughWords {
		r.words = r.words[:len(r.words)-1]
	}
	return r.words, r.cut || r.retweet
}

// reader goes through a text once, byte by byte where it is ASCII.
type reader struct {
	text  string
	at    int
	hash  uint64 // of the word begun, 0 between words
	words []uint64
	cut   bool // the last word runs into an ellipsis

	retweet bool // it was cut to make room for a name
}

func (r *reader) next() {
	c := r.text[r.at]
	switch kind := ascii[c]; {
	case kind > mark:
		if r.hash == 0 && (c == 'h' || c == 'w' || c == 'p') && r.skipAddress() {
			return
		}
		r.letter(rune(kind))
		r.at++
	case c >= utf8.RuneSelf:
		r.nextRune()
	case c == '@' && r.hash == 0:
		r.skipName()
	case c == '&':
		r.end()
		r.skipEntity()
	default:
		if c == '.' && r.hash != 0 && strings.HasPrefix(r.text[r.at:], "...") {
			r.end()
			r.cut = true
		}
		r.end()
		r.at++
	}
}

// letter goes on with a word.
func (r *reader) letter(c rune) {
	if r.hash == 0 {
		r.hash = fnvOffset
	}
	r.hash = (r.hash ^ uint64(c)) * fnvPrime
}

// end ends the word begun.
func (r *reader) end() {
	if r.hash != 0 {
		r.words = append(r.words, mix(r.hash))
		r.hash, r.cut = 0, false
	}
}

func (r *reader) nextRune() {
	c, size := utf8.DecodeRuneInString(r.text[r.at:])
	r.at += size
	switch {
	case c == '…':
		begun := r.hash != 0
		r.end()
		r.cut = r.cut || begun
	case unicode.Is(unicode.Mn, c): // accents written apart, and emoji variants
	case unicode.In(c, unblanked...):
		r.end()
		r.letter(c)
		r.end()
	case unicode.IsLetter(c), unicode.IsDigit(c):
		r.letter(plain(c))
	default:
		r.end()
	}
}

// unblanked are the scripts that put no blanks between words: each sign counts
// for a word.
var unblanked = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

var addresses = []string{"https://", "http://", "www.", "pic.twitter.com/"}

func (r *reader) skipAddress() bool {
	rest := r.text[r.at:]
	for _, a := range addresses {
		if len(rest) > len(a) && strings.EqualFold(rest[:len(a)], a) {
			r.at += len(untilBlank(rest))
			return true
		}
	}
	return false
}

func untilBlank(s string) string {
	if i := strings.IndexAny(s, " \t\r\n\u00a0"); i >= 0 {
		return s[:i]
	}
	return s
}

// The words that, before the name of an account, only say who is copied.
var (
	rt  = hashOf("rt")
	mt  = hashOf("mt")
	via = hashOf("via")
)

// skipName skips the name of an account, and the word that introduces it.
func (r *reader) skipName() {
	i := r.at + 1
	for i < len(r.text) && (ascii[r.text[i]] > mark || r.text[i] == '_') {
		i++
	}
	if n := len(r.words); i > r.at+1 && n > 0 && (r.words[n-1] == rt || r.words[n-1] == mt || r.words[n-1] == via) {
		r.retweet = r.retweet || r.words[n-1] != via
		r.words = r.words[:n-1]
	}
	r.at = i
}

func (r *reader) skipEntity() {
	const longest = 8
	rest := r.text[r.at+1:]
	if end := strings.IndexByte(rest[:min(len(rest), longest)], ';'); end > 0 && !strings.ContainsAny(rest[:end], " &") {
		r.at += end + 1
	}
	r.at++
}

func hashOf(word string) uint64 {
	r := reader{}
	for _, c := range word {
		r.letter(c)
	}
	return mix(r.hash)
}
