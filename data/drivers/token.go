package drivers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

const (
	longestWord = 40 // bytes of a folded word that are looked at
	mostBetween = 2  // stop words that may stand inside a pair: "ore di attesa"
)

// tokenise appends the words of a text that may be terms. It gives a hash of
// all its words: texts that differ in capitals, accents, punctuation, links
// and @names alone have the same.
func (c *counter) tokenise(text string) uint64 {
	same := uint64(hashStart)
	from := len(c.tokens)
	between := mostBetween + 1 // since the token before; more than may be
	var form [longestWord]byte
	for i := 0; i < len(text); {
		start, next, folded := nextWord(text, i, form[:0])
		if punctuated(text[i:start]) {
			between = mostBetween + 1
		}
		i = next
		if len(folded) == 0 {
			continue
		}
		h := hashOf(folded)
		same = (same ^ h) * hashPrime
		id := c.word(h, folded)
		if id == nothing {
			between++
			continue
		}
		joined := len(c.tokens) > from && between <= mostBetween && c.terms[id].shown
		c.tokens = append(c.tokens, token{id, uint32(start), uint32(next), joined})
		between = 0
	}
	return same
}

// nextWord finds the next word from i on: where it starts, where to go on, and
// its folded form, which is empty at the end of the text and for links and
// @names.
func nextWord(text string, i int, form []byte) (start, next int, folded []byte) {
	for i < len(text) {
		c := text[i]
		switch {
		case c == '@':
			return i, skipName(text, i+1), nil
		case c == 'h' && strings.HasPrefix(text[i:], "http"), c == 'w' && strings.HasPrefix(text[i:], "www."):
			return i, skipToBlank(text, i), nil
		case c == '#':
			if next, folded = fold(text, i+1, form); next > i+1 {
				return i, next, folded
			}
		default:
			if next, folded = fold(text, i, form); next > i {
				return i, next, folded
			}
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return i, i, nil
}

func skipName(text string, i int) int {
	for i < len(text) && (plainLetters[text[i]] != 0 || text[i] == '.' && i+1 < len(text) && plainLetters[text[i+1]] != 0) {
		i++
	}
	return i
}

func skipToBlank(text string, i int) int {
	for i < len(text) && text[i] > ' ' {
		i++
	}
	return i
}

// punctuated tells whether more than blanks and apostrophes stand between two
// words.
func punctuated(gap string) bool {
	return len(gap) > 0 && gap != " " && strings.Trim(gap, " '’\t") != ""
}

// fold reads the word at text[i:] in lower case without accents and gives
// where it ends; i when there is none.
func fold(text string, i int, form []byte) (int, []byte) {
	for i < len(text) {
		c := text[i]
		if plain := plainLetters[c]; plain != 0 {
			i++
			form = appendFits(form, plain)
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		if c == 0xC3 && i+1 < len(text) && latin[text[i+1]&0x3F] != ' ' {
			form = appendFits(form, latin[text[i+1]&0x3F])
			i += 2
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(unicode.Is(unicode.Mn, r) && len(form) > 0 && r < 0xFE00) {
			break
		}
		if len(form)+utf8.UTFMax <= cap(form) {
			form = utf8.AppendRune(form, unicode.ToLower(r))
		}
		i += size
	}
	return i, form
}

func appendFits(form []byte, c byte) []byte {
	if len(form) < cap(form) {
		form = append(form, c)
	}
	return form
}

// plainLetters maps the ASCII letters, digits and _ to lower case.
var plainLetters = func() (t [256]byte) {
	for c := range 128 {
		switch {
		case c >= 'A' && c <= 'Z':
			t[c] = byte(c) | 0x20
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '_':
			t[c] = byte(c)
		}
	}
	return t
}()

// latin holds the plain letters of U+00C0 to U+00FF, by the low six bits; a
// blank stands for the two signs among them.
const latin = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy"
