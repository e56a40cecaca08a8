package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDate is longer than any date; longer cells are texts.
const maxDate = 120

// split takes a date apart without deciding which of two numbers is the day.
func split(s string) (parts, bool) {
	if len(s) > maxDate {
		return parts{}, false
	}
	r := dateReader{text: s}
	for r.pos < len(s) {
		if !r.step() {
			return parts{}, false
		}
	}
	return r.done()
}

// dateReader goes through a date: first the day, then the time, then a zone;
// or the time first.
type dateReader struct {
	text    string
	pos     int
	p       parts
	numbers [3]int // of the day, as they come
	widths  [3]int
	count   int  // of numbers
	clock   int  // numbers of the time read so far
	minutes bool // the next number is the minutes: "14 h 30"
	tuesday bool // the month is "mar", which may be a Tuesday
	lead    bool // it begins like "Reviewed in Italy on": any words may stand before the date
}

// step reads a number, a word or a separator.
func (r *dateReader) step() bool {
	c := r.text[r.pos]
	switch {
	case c >= '0' && c <= '9':
		return r.number()
	case isLetter(c):
		return r.word()
	case c >= utf8.RuneSelf:
		return r.rune()
	case (c == '+' || c == '-') && r.offset():
		return true
	case c == '(' || c == '[':
		return r.aside(c)
	case strings.IndexByte(" -/.,:'+\t", c) >= 0 || r.lead && !r.begun():
		r.pos++
		return true
	}
	return false
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// begun tells whether a part of the date has been read.
func (r *dateReader) begun() bool { return r.count > 0 || r.p.month > 0 || r.clock > 0 }

// rune reads what is not ASCII: letters begin words; blanks, marks of writing
// direction, bullets and the o of ordinals say nothing.
func (r *dateReader) rune() bool {
	c, size := utf8.DecodeRuneInString(r.text[r.pos:])
	switch {
	case c == 'º' || c == 'ª' || c == '°' || c == '·' || c == '•' || c == '’' || unicode.IsSpace(c) || unicode.Is(unicode.Cf, c):
		r.pos += size
		return true
	case unicode.IsLetter(c):
		return r.word()
	}
	r.pos += size
	return r.lead && !r.begun() && c != utf8.RuneError
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
	if !r.isClock(before, width) {
		return r.dayNumber(v, width)
	}
	r.minutes = false
	switch {
	case r.clock == 0 && width >= 4 && r.days() == 3:
		return r.clockTogether(v, width)
	case r.clock == 0:
		r.p.hour = v
	case r.clock == 1:
		r.p.minute = v
	case r.clock == 2:
		r.p.sec = v
	case r.clock == 3 && (before == '.' || before == ',' || before == ':') && width <= 9:
		r.p.nano = fraction(v, width)
	default:
		return false
	}
	r.clock++
	return width <= 2 || r.clock == 4
}

func (r *dateReader) dayNumber(v, width int) bool {
	if width == 8 && r.count == 0 && r.p.month == 0 { // 20260301T090507Z
		r.numbers, r.widths, r.count = [3]int{v / 10000, v / 100 % 100, v % 100}, [3]int{4, 2, 2}, 3
		return true
	}
	if r.count == len(r.numbers) {
		return false
	}
	r.numbers[r.count], r.widths[r.count] = v, width
	r.count++
	return true
}

// clockTogether reads 0905 and 090507.
func (r *dateReader) clockTogether(v, width int) bool {
	switch width {
	case 4:
		r.p.hour, r.p.minute, r.clock = v/100, v%100, 2
	case 6:
		r.p.hour, r.p.minute, r.p.sec, r.clock = v/10000, v/100%100, v%100, 3
	default:
		return false
	}
	return true
}

// isClock tells whether the number just read belongs to the time: the first
// is followed by a colon or an h, or comes when the day is complete; the year
// may follow the time ("Sun Mar 01 09:05:07 +0000 2026"). A third number joined
// to two others shows that "mar" was a Tuesday: "mar 24/02/2015".
func (r *dateReader) isClock(before byte, width int) bool {
	if r.tuesday && r.count == 2 && r.clock == 0 && strings.IndexByte("/-.", before) >= 0 {
		r.p.month, r.tuesday = 0, false
	}
	if r.clock == 0 && width == 4 && r.days() == 2 {
		return false // 24/Feb/2015:11:35
	}
	if r.clock == 0 {
		rest := strings.TrimLeft(r.text[r.pos:], " ")
		hours := len(rest) > 0 && rest[0]|0x20 == 'h' && (len(rest) == 1 || !isLetter(rest[1]))
		return len(rest) > 0 && rest[0] == ':' || hours && r.days() >= 2 || r.days() == 3
	}
	return r.minutes || before == ':' || before == '.' || before == ',' || r.days() == 3
}

// days is how many parts of the day are known.
func (r *dateReader) days() int {
	if r.p.month > 0 {
		return r.count + 1
	}
	return r.count
}

// done puts the numbers of the day in their places.
func (r *dateReader) done() (parts, bool) {
	p, n := r.p, r.numbers
	switch {
	case p.month > 0 && r.count == 2 && r.widths[0] <= 2:
		p.day, p.year = n[0], fullYear(n[1], r.widths[1])
	case p.month > 0 && r.count == 2:
		p.year, p.day = n[0], n[1]
	case p.month > 0 && r.count == 1 && r.widths[0] <= 2 && !strings.Contains(r.text, "-"): // Feb-15 is a month to spreadsheets
		p.day, p.yearless = n[0], true
	case p.month == 0 && r.count == 3 && r.widths[0] == 4:
		p.year, p.month, p.day = n[0], n[1], n[2]
	case p.month == 0 && r.count == 3 && r.widths[0] <= 2 && r.widths[1] <= 2 && r.widths[2]%2 == 0:
		p.short, p.first, p.second, p.year = true, n[0], n[1], fullYear(n[2], r.widths[2])
		p.dots = strings.HasPrefix(strings.TrimLeft(r.text, "0123456789"), ".")
	default:
		return p, false
	}
	return p, true
}

// fullYear reads years of two digits as POSIX does.
func fullYear(y, width int) int {
	switch {
	case width > 2:
		return y
	case y < 70:
		return 2000 + y
	}
	return 1900 + y
}
