package sentiment

import (
	"unicode"
	"unicode/utf8"
)

// wordWriter writes the normal form of one word: lower case, accents dropped,
// a letter drawn out ("bellooo") cut to two.
type wordWriter struct {
	s       *scratch
	t       token
	letters int
	upper   int
	digits  int
	last    rune
	run     int
}

func (w *wordWriter) ascii(c byte) {
	if c >= 'A' && c <= 'Z' {
		w.upper++
		c |= 0x20
	}
	w.letters++
	if c <= '9' {
		w.digits++
	}
	if rune(c) == w.last {
		w.run++
		if w.run > 2 {
			w.t.long = w.t.long || c > '9'
			return
		}
	} else {
		w.last, w.run = rune(c), 1
	}
	w.s.norm = append(w.s.norm, c)
}

func (w *wordWriter) rune(r rune) {
	if unicode.IsUpper(r) {
		w.upper++
		r = unicode.ToLower(r)
	}
	if len(w.s.letters) < mostLetters {
		w.s.letters = append(w.s.letters, r)
	}
	if f, ok := foldedLetters[r]; ok {
		for i := range len(f) {
			w.ascii(f[i])
		}
		return
	}
	w.letters++
	w.last, w.run = r, 1
	w.s.norm = utf8.AppendRune(w.s.norm, r)
}

// apostrophe tells whether the word goes on after an apostrophe before rest.
func (w *wordWriter) apostrophe(rest string) bool {
	if !isEnglishEnding(rest) {
		return false
	}
	w.s.norm = append(w.s.norm, '\'')
	w.last, w.run = 0, 0
	return true
}

// isEnglishEnding tells whether rest begins with what English writes after an
// apostrophe: s, t, d, m, ll, re, ve, and nothing more in the same word.
func isEnglishEnding(rest string) bool {
	for n := 1; n <= 2 && n <= len(rest); n++ {
		if n < len(rest) && isASCIIWord(rest[n]) {
			continue
		}
		switch rest[:n] {
		case "s", "t", "d", "m", "ll", "re", "ve", "S", "T", "D", "M", "LL", "RE", "VE":
			return true
		}
		return false
	}
	return false
}

// foldedLetters are the accented letters of the six languages and their plain
// form.
var foldedLetters = map[rune]string{
	'à': "a",
	'è': "e",
	'é': "e",
	'ì': "i",
	'í': "i",
	'ò': "o",
	'ó': "o",
	'ù': "u",
	'ú': "u",
	'á': "a",
	'ã': "a",
	'õ': "o",
	'â': "a",
	'ê': "e",
	'î': "i",
	'ô': "o",
	'û': "u",
	'ç': "c",
	'ñ': "n",
	'ä': "a",
	'ö': "o",
	'ü': "u",
	'ß': "ss",
	'ë': "e",
	'ï': "i",
	'œ': "oe",
	'æ': "ae",
	'å': "a",
	'ø': "o",
}

// FNV-1a, 64 bits.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

func hashOf(b []byte) uint64 {
	h := uint64(hashStart)
	for _, c := range b {
		h = (h ^ uint64(c)) * hashPrime
	}
	return h
}
