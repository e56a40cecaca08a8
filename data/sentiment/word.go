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
	last    rune
	run     int
}

func (w *wordWriter) ascii(c byte) {
	if c >= 'A' && c <= 'Z' {
		w.upper++
		c |= 0x20
	}
	w.letters++
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
	if f, ok := foldedLetters[r]; ok {
		for l, n := range f.hints {
			w.s.letters[l] += n
		}
		for i := range len(f.plain) {
			w.ascii(f.plain[i])
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

type folded struct {
	plain string
	hints [languages]int8
}

// foldedLetters are the accented letters of the six languages, their plain
// form, and which languages they speak for.
var foldedLetters = map[rune]folded{
	'à': {"a", hints(it, 1, fr, 1)},
	'è': {"e", hints(it, 2, fr, 1)},
	'é': {"e", hints(fr, 1, es, 1, pt, 1)},
	'ì': {"i", hints(it, 2)},
	'í': {"i", hints(es, 1, pt, 1)},
	'ò': {"o", hints(it, 2)},
	'ó': {"o", hints(es, 1, pt, 1)},
	'ù': {"u", hints(it, 2)},
	'ú': {"u", hints(es, 1, pt, 1)},
	'á': {"a", hints(es, 1, pt, 1)},
	'ã': {"a", hints(pt, 3)},
	'õ': {"o", hints(pt, 3)},
	'â': {"a", hints(fr, 1, pt, 1)},
	'ê': {"e", hints(fr, 1, pt, 1)},
	'î': {"i", hints(fr, 2)},
	'ô': {"o", hints(fr, 1, pt, 1)},
	'û': {"u", hints(fr, 2)},
	'ç': {"c", hints(fr, 1, pt, 1)},
	'ñ': {"n", hints(es, 3)},
	'ä': {"a", hints(de, 3)},
	'ö': {"o", hints(de, 3)},
	'ü': {"u", hints(de, 3)},
	'ß': {"ss", hints(de, 3)},
	'ë': {"e", hints(fr, 1)},
	'ï': {"i", hints(fr, 1)},
	'œ': {"oe", hints(fr, 3)},
	'æ': {"ae", hints()},
	'å': {"a", hints()},
	'ø': {"o", hints()},
}

// hints takes pairs of a language and how much a letter speaks for it.
func hints(pairs ...int) (h [languages]int8) {
	for i := 0; i+1 < len(pairs); i += 2 {
		h[pairs[i]] = int8(pairs[i+1])
	}
	return h
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
