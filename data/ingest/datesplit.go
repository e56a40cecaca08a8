package ingest

import (
	"strings"
)

// months by their first letters, English and Italian.
var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	"gen": 1, "mag": 5, "giu": 6, "lug": 7, "ago": 8, "set": 9, "ott": 10, "dic": 12,
}

// zones are offsets in hours of the abbreviations that exports use.
var zones = map[string]int{
	"utc": 0, "gmt": 0, "z": 0, "cet": 1, "cest": 2, "bst": 1, "wet": 0, "west": 1, "eet": 2, "eest": 3,
	"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}

// ignored words stand in dates and say nothing.
var ignored = map[string]bool{"t": true, "at": true, "alle": true, "ore": true, "del": true, "il": true, "di": true, "of": true, "on": true}

// split takes a date apart without deciding which of two numbers is the day.
func split(s string) (parts, bool) {
	r := dateReader{text: s}
	for r.pos < len(s) {
		if !r.step() {
			return parts{}, false
		}
	}
	return r.done()
}

// dateReader goes through a date: first the day, then the time, then a zone.
type dateReader struct {
	text    string
	pos     int
	p       parts
	numbers []int // of the day, as they come
	widths  []int
	clock   int // numbers of the time read so far
}

// step reads a number, a word or a separator.
func (r *dateReader) step() bool {
	c := r.text[r.pos]
	switch {
	case c >= '0' && c <= '9':
		return r.number()
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80:
		return r.word()
	case (c == '+' || c == '-') && r.clock >= 2 && r.offset():
		return true
	case strings.IndexByte(" -/.,:'()+", c) >= 0:
		r.pos++
		return true
	}
	return false
}

func (r *dateReader) digits() (value, width int) {
	start := r.pos
	for r.pos < len(r.text) && r.text[r.pos] >= '0' && r.text[r.pos] <= '9' {
		if r.pos-start < 9 {
			value = value*10 + int(r.text[r.pos]-'0')
		}
		r.pos++
	}
	return value, r.pos - start
}

func (r *dateReader) number() bool {
	before := byte(' ')
	if r.pos > 0 {
		before = r.text[r.pos-1]
	}
	v, width := r.digits()
	switch {
	case !r.isClock(before):
		r.numbers, r.widths = append(r.numbers, v), append(r.widths, width)
		return len(r.numbers) <= 3
	case r.clock == 0:
		r.p.hour = v
	case r.clock == 1:
		r.p.minute = v
	case r.clock == 2:
		r.p.sec = v
	case r.clock == 3 && (before == '.' || before == ','):
		r.p.nano = fraction(v, width)
	default:
		return false
	}
	r.clock++
	return width <= 2 || r.clock == 4
}

// isClock tells whether the number just read belongs to the time: the first
// is followed by a colon, or comes when the day is complete; the year may
// follow the time ("Sun Mar 01 09:05:07 +0000 2026").
func (r *dateReader) isClock(before byte) bool {
	followed := r.pos < len(r.text) && r.text[r.pos] == ':'
	if r.clock == 0 {
		return followed || r.days() == 3
	}
	if before == ':' || before == '.' || before == ',' {
		return true
	}
	return r.days() == 3
}

// days is how many parts of the day are known.
func (r *dateReader) days() int {
	n := len(r.numbers)
	if r.p.month > 0 {
		n++
	}
	return n
}

func fraction(v, width int) int {
	for ; width < 9; width++ {
		v *= 10
	}
	return v
}

func (r *dateReader) word() bool {
	start := r.pos
	for r.pos < len(r.text) && (r.text[r.pos]|0x20 >= 'a' && r.text[r.pos]|0x20 <= 'z' || r.text[r.pos] >= 0x80) {
		r.pos++
	}
	word := strings.ToLower(r.text[start:r.pos])
	offset, isZone := zones[word]
	switch {
	case ignored[word]:
	case word == "am" || word == "a":
		r.p.am = true
	case word == "pm" || word == "p":
		r.p.pm = true
	case isZone && r.clock > 0:
		r.p.zoned = true
		r.p.offset += offset * 3600
	case len(word) >= 3 && months[word[:3]] > 0 && r.p.month == 0 && !weekday(word):
		r.p.month = months[word[:3]]
	default:
		return weekday(word)
	}
	return true
}

// weekdays that begin like a month are told apart by their length.
func weekday(word string) bool {
	for _, w := range []string{
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
	} {
		if word == w || len(word) == 3 && word == w[:3] && word != "mar" {
			return true
		}
	}
	return false
}

// offset reads +0100, +01:00, -08; the year may still follow.
func (r *dateReader) offset() bool {
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
	case width <= 2 && width > 0 && r.pos < len(r.text) && r.text[r.pos] == ':':
		r.pos++
		minutes, _ = r.digits()
	case width == 0 || width > 2:
		r.pos = start
		return false
	}
	r.p.zoned, r.p.offset = true, sign*(h*3600+minutes*60)
	return true
}

// done puts the numbers of the day in their places.
func (r *dateReader) done() (parts, bool) {
	p, n := r.p, r.numbers
	switch {
	case p.month > 0 && len(n) == 2 && r.widths[0] <= 2:
		p.day, p.year = n[0], fullYear(n[1], r.widths[1])
	case p.month > 0 && len(n) == 2:
		p.year, p.day = n[0], n[1]
	case p.month == 0 && len(n) == 3 && r.widths[0] == 4:
		p.year, p.month, p.day = n[0], n[1], n[2]
	case p.month == 0 && len(n) == 3:
		p.short, p.first, p.second, p.year = true, n[0], n[1], fullYear(n[2], r.widths[2])
	default:
		return p, false
	}
	return p, true
}

func fullYear(y, width int) int {
	if width <= 2 {
		return 2000 + y
	}
	return y
}
