package sentiment

import "unicode/utf8"

func isEmoji(r rune) bool {
	switch {
	case r < 0x203C:
		return false
	case r >= 0x1F1E6 && r <= 0x1F1FF: // halves of a flag
		return false
	case r >= 0x1F300 && r <= 0x1FAFF, r >= 0x2600 && r <= 0x27BF:
		return true
	}
	return r >= 0x2B00 && r <= 0x2BFF || r == 0x203C || r == 0x2049
}

// joins tells whether r only changes the emoji before it: variation
// selectors, skin tones, tag letters.
func joins(r rune) bool {
	return r >= 0xFE00 && r <= 0xFE0F || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F
}

const zeroWidthJoiner = '\u200D'

// emoji adds the emoji at text[i:]; of several joined into one picture the
// first counts.
func (s *scratch) emoji(text string, i int, r rune, size int) int {
	start := i
	i += size
	for i < len(text) {
		next, n := utf8.DecodeRuneInString(text[i:])
		if next == zeroWidthJoiner {
			_, m := utf8.DecodeRuneInString(text[i+n:])
			i += n + m
			continue
		}
		if !joins(next) {
			break
		}
		i += n
	}
	lo := len(s.norm)
	s.norm = utf8.AppendRune(s.norm, r)
	s.add(token{start: start, end: i, lo: lo, kind: face})
	return i
}
