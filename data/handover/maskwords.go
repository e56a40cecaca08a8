package handover

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a run of letters, digits and underscores, and where it stands.
type word struct {
	text     string
	from, to int
}

func wordsOf(s string) (out []word) {
	from := -1
	for i, r := range s {
		switch in := isWord(r); {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			out, from = append(out, word{s[from:i], from, i}), -1
		}
	}
	if from >= 0 {
		out = append(out, word{s[from:], from, len(s)})
	}
	return out
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '_')
}

// fold makes names comparable, however they are written.
func fold(s string) string { return strings.ToLower(norm.NFKC.String(strings.TrimSpace(s))) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
