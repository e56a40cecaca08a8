package kit

import (
	"strings"
	"unicode"
)

const (
	// longestRun is how many runes may follow one another without a blank: a
	// longer run is slow to wrap.
	longestRun = 60
	// longestPlain bounds what is laid out at once.
	longestPlain = 8000
	// hairSpace is nearly invisible and, unlike a zero-width space, a place at
	// which Fyne breaks a line.
	hairSpace = '\u200a'
	// mostMarks is how many marks may stand on one letter: no script needs more,
	// and a pile of them covers the lines above and below.
	mostMarks = 4
)

// Plain cleans a text of strangers for display: without control characters
// and marks that turn the direction of writing, without piles of accents, with
// places to break in long runs, cut after some thousand runes.
func Plain(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	run, n, marks := 0, 0, 0
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		if marks = pile(marks, r); marks > mostMarks || hidden(r) {
			continue
		}
		if r == '\u2028' || r == '\u2029' {
			r = '\n'
		}
		if n++; n > longestPlain {
			out.WriteRune('…')
			break
		}
		if unicode.IsSpace(r) {
			run = 0
		} else if run++; run > longestRun {
			out.WriteRune(hairSpace)
			run = 1
		}
		out.WriteRune(r)
	}
	return out.String()
}

// pile counts the marks that stand on one letter.
func pile(marks int, r rune) int {
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) {
		return marks + 1
	}
	return 0
}

// hidden tells whether a rune could only deceive: controls but line feed and
// tab, and the marks of bidirectional writing.
func hidden(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case unicode.IsControl(r):
		return true
	}
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c' || r == '\ufeff'
}

// OneLine joins the lines of a text.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// rightToLeft are the scripts that are written so.
var rightToLeft = []*unicode.RangeTable{unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko}

// RightToLeft tells whether the first letter of a text is of a script that is
// written from right to left.
func RightToLeft(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.In(r, rightToLeft...)
		}
	}
	return false
}
