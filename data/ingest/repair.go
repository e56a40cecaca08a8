package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mend undoes what happens to UTF-8 that was read as Latin-1 or Windows-1252
// and written as UTF-8 again ("Ã¨" for è, "â€™" for ’), also twice. It tells
// whether it changed anything; sound text stays as it is.
func mend(s string) (string, bool) {
	mended := false
	for range 3 {
		once := s
		if mayBeGarbled(s) {
			once = ungarble(s)
		}
		if once == s {
			break
		}
		s, mended = once, true
	}
	return s, mended
}

// mayBeGarbled is a cheap look whether a character may be garbled.
func mayBeGarbled(s string) bool {
	for {
		i := strings.IndexByte(s, 0xC3)
		if i < 0 {
			return false
		}
		if startsGarbled(s[i:]) {
			return true
		}
		s = s[i+1:]
	}
}

// startsGarbled is whether s, which begins with C3, may begin with a garbled
// character: a letter from Â to ô and a sign, or Ã at the end of a word.
func startsGarbled(s string) bool {
	switch {
	case len(s) < 2 || s[1] < 0x82 || s[1] > 0xB4:
		return false
	case len(s) == 2 || s[2] == ' ':
		return s[1] == 0x83
	}
	return s[2] >= utf8.RuneSelf && s[2] != 0xC3
}

// ungarble turns all garbled characters back, if together they weigh enough:
// "CAFFÈ…" alone may be meant as it stands.
func ungarble(s string) string {
	var out strings.Builder
	weight, run, before := 0, 0, ' '
	for rest := s; rest != ""; {
		r, n, w := garbled(rest, before)
		if run++; n == 0 {
			run = 0
			r, n = utf8.DecodeRuneInString(rest)
		}
		if w > 1 || run > 1 { // letters of other scripts come in words
			weight += w
		}
		out.WriteRune(r)
		before, rest = r, rest[n:]
	}
	if weight < 2 {
		return s
	}
	return out.String()
}

// garbled reads the garbled character that s begins with: what it was, how
// many bytes it takes (0 if it is none) and how much speaks for it, 0 to 2.
func garbled(s string, before rune) (was rune, length, weight int) {
	if s[0] != 0xC3 {
		return 0, 0, 0
	}
	raw, signs := make([]byte, 0, utf8.UTFMax), true
	for _, r := range s {
		b, ok := latinByte(r)
		if !ok || len(raw) > 0 && b&0xC0 != 0x80 || len(raw) == utf8.UTFMax {
			break
		}
		signs = signs && (len(raw) == 0 || followsWords(r))
		raw = append(raw, b)
		length += utf8.RuneLen(r)
		if was, n := utf8.DecodeRune(raw); n > 1 {
			after, _ := utf8.DecodeRuneInString(s[length:])
			if signs && (was > 0xFF || unicode.IsUpper(before) && !unicode.IsLetter(after)) {
				return was, length, 0 // may be a letter and signs behind a word
			}
			return was, length, garbledWeight(was)
		}
	}
	return halfGarbled(s, before)
}

// garbledWeight trusts western letters, signs and emoji, and scripts that are
// written today.
func garbledWeight(was rune) int {
	switch {
	case was <= 0xFF, was >= 0x300 && was < 0x370, was >= 0x2000 && was < 0x2800, was >= 0x2B50 && was <= 0x2B55,
		was >= 0xFE00 && was <= 0xFE0F, was == '\ufeff', was == utf8.RuneError, was >= 0x1F000 && was < 0x1FB00:
		return 2
	case unicode.In(was, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Thai,
		unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return 1
	}
	return 0
}

func latinByte(r rune) (byte, bool) {
	if r <= 0xFF {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// followsWords tells the signs that people put behind a word.
func followsWords(r rune) bool {
	return strings.ContainsRune("…–—”“‘’»«›·\u00a0", r)
}

// halfGarbled reads the two characters that often lose their end: à, whose
// second half is a no-break space, and ”, whose third has no sign.
func halfGarbled(s string, before rune) (was rune, length, weight int) {
	if rest, ok := strings.CutPrefix(s, "Ã"); ok && unicode.IsLower(before) {
		after, isBlank := strings.CutPrefix(rest, " ")
		next, _ := utf8.DecodeRuneInString(after)
		switch {
		case rest == "", isBlank && (unicode.IsLetter(next) || unicode.IsDigit(next)):
			return 'à', len("Ã"), 2
		case isBlank:
			return 'à', len("Ã "), 2
		}
	}
	if rest, ok := strings.CutPrefix(s, "â€"); ok {
		if strings.HasPrefix(rest, "\ufffd") {
			return '”', len("â€\ufffd"), 2
		}
		return '”', len("â€"), 2
	}
	return 0, 0, 0
}
