package drivers

import (
	"io/fs"
	"strings"
	"sync"

	"vedetta/assets"
)

const nothing int32 = -1

// word gives the term of a folded word, nothing for stop words, numbers and
// single letters.
func (c *counter) word(h uint64, folded []byte) int32 {
	if id, ok := c.forms[h]; ok {
		return id
	}
	id := nothing
	switch stopWords()[h] {
	case opener:
		id = c.newTerm(term{})
	case content:
		if len(folded) > 1 && !isNumber(folded) {
			id = c.stemmed(folded)
		}
	}
	c.forms[h] = id
	return id
}

func (c *counter) stemmed(folded []byte) int32 {
	h := hashOf(stem(folded))
	id, ok := c.stems[h]
	if !ok {
		id = c.newTerm(term{shown: true})
		c.stems[h] = id
	}
	return id
}

// isNumber tells whether a word begins with a digit: 24, 3h, 2026.
func isNumber(folded []byte) bool { return folded[0] >= '0' && folded[0] <= '9' }

// shortestStem is the least that must be left of a word when a vowel goes:
// "caso" and "casa" stay apart.
const shortestStem = 4

// stem takes off what singular and plural differ in, in Italian (rimborso,
// rimborsi; banca, banche) and English (refund, refunds; delivery,
// deliveries). It is light on purpose: verbs keep their endings.
func stem(folded []byte) []byte {
	s := folded
	if n := len(s); n >= shortestStem && s[n-1] == 's' && s[n-2] != 's' {
		s = s[:n-1]
	}
	n := len(s)
	if n <= shortestStem {
		return s
	}
	switch s[n-1] {
	case 'a', 'e', 'i', 'o', 'y':
		s = s[:n-1]
	default:
		return s
	}
	if n := len(s); n > shortestStem && (s[n-1] == 'h' && (s[n-2] == 'c' || s[n-2] == 'g') || s[n-1] == 'i') {
		s = s[:n-1]
	}
	return s
}

// weight is what a word can do in a term.
type weight uint8

const (
	content weight = iota
	empty          // no part of a term
	opener         // may begin a pair, as a negation does, but says nothing alone
)

// stopWords reads the lists of both languages once; "+" marks an opener.
var stopWords = sync.OnceValue(func() map[uint64]weight {
	words := make(map[uint64]weight, 1024)
	for _, lang := range []string{"it", "en"} {
		content, err := fs.ReadFile(assets.Lexicons, "lexicons/stopwords."+lang+".txt")
		if err != nil {
			panic("drivers: no stop words embedded: " + err.Error())
		}
		for line := range strings.Lines(string(content)) {
			if strings.HasPrefix(line, "# ") {
				continue
			}
			for word := range strings.FieldsSeq(line) {
				addStopWord(words, word)
			}
		}
	}
	return words
})

func addStopWord(words map[uint64]weight, word string) {
	w := empty
	if rest, ok := strings.CutPrefix(word, "+"); ok {
		word, w = rest, opener
	}
	_, folded := fold(word, 0, make([]byte, 0, longestWord))
	words[hashOf(folded)] = w
}
