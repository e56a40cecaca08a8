package kit

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestPlain(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"ordinary text stays", "Due ore di attesa 😡, mai più!", "Due ore di attesa 😡, mai più!"},
		{"lines and tabs stay", "a\n\tb", "a\n\tb"},
		{"marks that turn the direction go", "abc\u202efed\u202c\u2066x\u2069", "abcfedx"},
		{"the Arabic mark of direction goes", "a\u061cb", "ab"},
		{"separators of lines become line ends", "a\u2028b\u2029c", "a\nb\nc"},
		{"a pile of accents is cut", "a" + strings.Repeat("\u0301", 50) + "b", "a" + strings.Repeat("\u0301", 4) + "b"},
		{"control characters go", "a\x00b\rc\x1bd", "abcd"},
		{"broken bytes are shown as such", "a\xffb", "a\uFFFDb"},
		{"a long run gets places to break", strings.Repeat("a", 61), strings.Repeat("a", 60) + "\u200aa"},
		{"words of ordinary length get none", strings.Repeat("abc ", 40), strings.Repeat("abc ", 40)},
		{"a joined family stays one", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"},
	} {
		if got := Plain(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("abc\u202e\x00" + strings.Repeat("x", 200))
	f.Fuzz(func(t *testing.T, s string) {
		run := 0
		for _, r := range Plain(s) {
			if hidden(r) {
				t.Fatalf("%q left in", r)
			}
			if run++; unicode.IsSpace(r) {
				run = 0
			}
			if run > longestRun {
				t.Fatalf("a run of %d", run)
			}
		}
		if n := utf8.RuneCountInString(Plain(s)); n > longestPlain*(longestRun+1)/longestRun+2 {
			t.Fatalf("%d runes", n)
		}
	})
}

func TestRightToLeft(t *testing.T) {
	for text, want := range map[string]bool{"": false, "ciao שלום": false, "123 שלום": true, "مرحبا": true, "12!": false} {
		if got := RightToLeft(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestOnlyWebAddressesAreOpened(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/a?b=1": true, "http://example.org": true,
		"javascript:alert(1)": false, "file:///etc/passwd": false, "https:///nohost": false,
		"example.org": false, "": false, "ftp://example.org": false, "https://exa mple.org": false,
	} {
		if _, ok := webAddress(address); ok != want {
			t.Errorf("%q: %v", address, ok)
		}
	}
}
