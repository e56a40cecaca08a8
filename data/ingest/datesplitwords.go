package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func (r *dateReader) word() bool {
	start := r.pos
	for r.pos < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[r.pos:])
		if !unicode.IsLetter(c) && !unicode.Is(unicode.Mn, c) {
			break
		}
		r.pos += size
	}
	w, known := dateWord(r.text[start:r.pos])
	if !known || w.kind == isLead && !r.begun() && !r.lead {
		first := strings.TrimSpace(r.text[:start]) == ""
		r.lead = r.lead || known && first
		return r.lead && !r.begun()
	}
	return r.take(w, r.text[start:r.pos])
}

func (r *dateReader) take(w wordMeaning, word string) bool {
	switch w.kind {
	case isMonth:
		if r.p.month > 0 && !r.tuesday {
			return false
		}
		r.p.month, r.tuesday = w.value, len(word) == 3 && lower(word[1]) == 'a' && lower(word[2]) == 'r' && r.p.month == 0
	case isAM:
		r.p.am = r.p.am || r.clock > 0
	case isPM:
		r.p.pm = true
		return r.clock > 0
	case isHours:
		r.minutes = r.clock == 1
		return r.clock > 0 || r.days() == 3
	case isZone:
		r.p.zoned = true
		r.p.offset += w.value * 60
		return r.clock > 0
	}
	return true
}

// offset reads +0100, +01:00, -08, and the 2 of UTC+2; the year may still
// follow.
func (r *dateReader) offset() bool {
	if r.clock < 1 || r.days() < 2 {
		return false
	}
	start, sign := r.pos, 1
	if r.text[r.pos] == '-' {
		sign = -1
	}
	r.pos++
	h, width := r.digits()
	minutes := 0
	switch {
	case width == 4:
		h, minutes = h/100, h%100
	case width <= 2 && width > 0 && r.days() == 3:
		if r.pos < len(r.text) && r.text[r.pos] == ':' {
			r.pos++
			minutes, _ = r.digits()
		}
	default:
		r.pos = start
		return false
	}
	r.p.zoned = true
	r.p.offset += sign * (h*3600 + minutes*60)
	return h <= 14 && minutes < 60
}

// aside reads what stands in brackets: a zone if none has been read, else
// words that repeat it or say nothing: "(edited)", "[Europe/Rome]".
func (r *dateReader) aside(open byte) bool {
	closing := map[byte]byte{'(': ')', '[': ']'}[open]
	length := strings.IndexByte(r.text[r.pos:], closing)
	if length < 0 || !r.begun() && !r.lead {
		return false
	}
	inside := r.text[r.pos+1 : r.pos+length]
	r.pos += length + 1
	if w, ok := dateWord(inside); ok && w.kind == isZone && !r.p.zoned && r.clock > 0 {
		return r.take(w, inside)
	}
	return true
}
