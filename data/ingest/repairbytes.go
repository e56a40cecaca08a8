package ingest

import (
	"strings"
	"unicode/utf8"
)

// sound is a quick look whether text needs no repair.
func sound(s string) bool {
	return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 && !mayBeGarbled(s)
}

// repair makes sound text of a cell: bytes that are no UTF-8 are read in the
// Latin encoding that makes most sense of them, garbled characters are mended,
// NUL bytes go. It tells whether the text was damaged.
func repair(cell string) (string, bool) {
	if strings.IndexByte(cell, 0) >= 0 {
		cell = strings.ReplaceAll(cell, "\x00", "")
	}
	damaged := !utf8.ValidString(cell)
	if damaged {
		cell = repairBytes(cell)
	}
	cell, mended := mend(cell)
	return cell, damaged || mended
}

// repairBytes keeps what is valid of a cell. A character that was cut becomes
// U+FFFD: there is nothing to read in it.
func repairBytes(cell string) string {
	page := likeliest([]byte(withoutUTF8(cell)), latinCodepages)
	var out strings.Builder
	for i := 0; i < len(cell); {
		r, n := utf8.DecodeRuneInString(cell[i:])
		if r == utf8.RuneError && n == 1 {
			if n = cutCharacter(cell, i); n == 0 {
				n = 1
				r = page.rune(cell[i])
			}
		}
		out.WriteRune(r)
		i += n
	}
	return out.String()
}

// rune is what one byte means.
func (c codepage) rune(b byte) rune {
	text, err := c.encoding.NewDecoder().Bytes([]byte{b})
	r, _ := utf8.DecodeRune(text)
	if err != nil || r < 0xA0 {
		return utf8.RuneError
	}
	return r
}

// withoutUTF8 leaves a letter for each valid character, so that the bytes that
// are none keep their neighbours.
func withoutUTF8(cell string) string {
	var out strings.Builder
	for i := 0; i < len(cell); {
		r, n := utf8.DecodeRuneInString(cell[i:])
		switch {
		case r < utf8.RuneSelf || r == utf8.RuneError && n == 1:
			out.WriteByte(cell[i])
		default:
			out.WriteByte('o')
		}
		i += n
	}
	return out.String()
}

// cutCharacter is how many bytes at i are the beginning of a character whose
// end is missing; 0 if they may as well be Latin letters: "caffè”".
func cutCharacter(cell string, i int) int {
	rest := cell[i:]
	n := 1
	for n < len(rest) && rest[n]&0xC0 == 0x80 {
		n++
	}
	sign := rest[0] == 0xC2 || rest[0] == 0xC3 || rest[0] == 0xE2 || rest[0] == 0xEF || rest[0] >= 0xF0
	switch {
	case rest[0] < 0xC2 || rest[0] > 0xF4 || utf8.FullRuneInString(rest[:n]):
		return 0
	case n == len(rest) && sign, n > 1 && sign, n > 1 && !afterLetter(cell, i):
		return n
	}
	return 0
}

func afterLetter(cell string, i int) bool {
	return i > 0 && (cell[i-1]|0x20 >= 'a' && cell[i-1]|0x20 <= 'z')
}
