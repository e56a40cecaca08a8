package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCleanKeepsWhatCanBeSet(t *testing.T) {
	set := newTypesetter()
	for _, c := range []struct{ name, in, want string }{
		{"accents, currency and Cyrillic stay", "perché 24 € Привет", "perché 24 € Привет"},
		{"an accent written apart is joined", "perche\u0301", "perché"},
		{"emoji stay", "ahi 😡", "ahi 😡"},
		{"variants, skin tones and joiners go", "❤️ 👍🏽 👨\u200d👩", "❤ 👍 👨👩"},
		{"blanks of all kinds become one", "a\u00a0\t\r\n b", "a b"},
		{"control characters go", "a\x00b\x1b[31m", "ab[31m"},
		{"direction marks go", "\u202egnp.exe\u2066", "gnp.exe"},
		{"a character without a glyph is a square", "寿司", "□□"},
		{"broken bytes are a square", "a\xffb", "a□b"},
		{"a mark without a glyph goes", "a\u0e31", "a"},
	} {
		if got := set.clean(c.in); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestWrapBreaksBetweenWordsAndCutsLongOnes(t *testing.T) {
	set := newTypesetter()
	width := set.width("una riga corta", body) + 0.01
	for _, c := range []struct {
		name string
		in   string
		most int
		want []string
	}{
		{"a text that fits", "una riga corta", 1, []string{"una riga corta"}},
		{"two lines", "una riga corta e lunga", 0, []string{"una riga corta", "e lunga"}},
		{"an ellipsis ends what is left out", "una riga corta e lunga", 1, []string{"una riga…"}},
		{"a word wider than a line is cut", strings.Repeat("w", 13), 0, []string{"wwwwwww", "wwwwww"}},
		{"nothing", "", 1, nil},
	} {
		if d := cmp.Diff(c.want, set.wrap(c.in, body, width, c.most)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}
