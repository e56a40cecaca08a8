package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// substitute stands for a character that neither font has.
const substitute = '□'

// clean makes any text one that can be set: blanks of all kinds become plain
// ones, characters that steer others (control, direction, joiners, variants,
// skin tones) go, and one that no font has becomes a visible square.
func (t *typesetter) clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, string(substitute)))
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case invisible(r):
			return -1
		case t.known(r):
			return r
		case unicode.Is(unicode.M, r):
			return -1
		}
		return substitute
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func invisible(r rune) bool {
	const firstTone, lastTone = 0x1F3FB, 0x1F3FF
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector) || r >= firstTone && r <= lastTone
}

// known asks every weight: a text must read the same in all of them.
func (t *typesetter) known(r rune) bool {
	for w := regular; w <= bold; w++ {
		if t.glyph(w, r).index == 0 {
			return false
		}
	}
	return true
}

// run is a stretch of a line: text in Inter, or one emoji.
type run struct {
	text  string
	emoji bool
}

// runs parts clean text into what Inter sets and what is drawn as outlines.
func (t *typesetter) runs(s string, w weight) []run {
	var out []run
	for _, r := range s {
		isEmoji := t.glyph(w, r).font == emoji
		if n := len(out); n > 0 && !isEmoji && !out[n-1].emoji {
			out[n-1].text += string(r)
			continue
		}
		out = append(out, run{text: string(r), emoji: isEmoji})
	}
	return out
}
