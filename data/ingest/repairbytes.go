package ingest

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// sound is a quick look whether text needs no repair: it goes over plain text
// eight bytes at a time.
func sound(s string) bool {
	const low, high = 0x0101010101010101, 0x8080808080808080
	for s != "" {
		if len(s) >= 8 {
			x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
			other := (x | (x - low)) & high // the bytes that are NUL or over 127
			if other == 0 {
				s = s[8:]
				continue
			}
			s = s[bits.TrailingZeros64(other)/8:]
		}
		n := soundRune(s)
		if n == 0 {
			return false
		}
		s = s[n:]
	}
	return true
}

// soundRune is how many bytes the character takes that s begins with, 0 if it
// may need repair.
func soundRune(s string) int {
	switch {
	case s[0] == 0:
		return 0
	case s[0] < utf8.RuneSelf:
		return 1
	case s[0] == 0xC3 && startsGarbled(s):
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return 0
	}
	return n
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
