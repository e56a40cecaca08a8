package ingest

import (
	"strconv"
	"strings"
	"time"

	"vedetta/data"
)

// dates reads the dates of one file.
type dates struct {
	zone  *time.Location
	order data.DateOrder // decided by settle, or by the person

	short                int // dates of three numbers, none of them a year first
	dayFirst, monthFirst int // of those: must be day first, must be month first
}

// learn counts what a date says about the order of day and month.
func (d *dates) learn(s string) {
	p, ok := split(s)
	if !ok || !p.short {
		return
	}
	d.short++
	switch {
	case p.first > 12 && p.second <= 12:
		d.dayFirst++
	case p.second > 12 && p.first <= 12:
		d.monthFirst++
	}
}

// undecided asks for more rows: there are short dates and none has told yet.
func (d *dates) undecided() bool {
	return d.order == data.DateOther && d.short > 0 && d.dayFirst == 0 && d.monthFirst == 0
}

// settle decides for the whole column; day first where nothing tells.
func (d *dates) settle() {
	switch {
	case d.order != data.DateOther || d.short == 0:
	case d.monthFirst > d.dayFirst:
		d.order = data.DateMonthDay
	case d.dayFirst > 0:
		d.order = data.DateDayFirst
	default:
		d.order = data.DateUnclear
	}
}

// parts are the pieces of a date as they stand in the text.
type parts struct {
	short             bool // first, second, year instead of year, month, day
	first, second     int
	year, month, day  int
	hour, minute, sec int
	nano              int
	pm, am            bool
	zoned             bool
	offset            int // seconds east of UTC
}

// parse reads a date in any of the forms of spec/formats.md, in UTC.
func (d *dates) parse(s string) (time.Time, bool) {
	if t, ok := number(s); ok {
		return t.in(d.zone), true
	}
	p, ok := split(s)
	if !ok {
		return time.Time{}, false
	}
	if p.short {
		p.day, p.month = p.first, p.second
		if d.order == data.DateMonthDay && p.first <= 12 || p.second > 12 {
			p.day, p.month = p.second, p.first
		}
	}
	return p.time(d.zone)
}

func (p parts) time(zone *time.Location) (time.Time, bool) {
	if p.pm && p.hour < 12 {
		p.hour += 12
	}
	if p.am && p.hour == 12 {
		p.hour = 0
	}
	if p.month < 1 || p.month > 12 || p.day < 1 || p.day > 31 || p.hour > 23 || p.minute > 59 || p.sec > 60 || p.year < 1990 || p.year > 2100 {
		return time.Time{}, false
	}
	if p.zoned {
		zone = time.UTC
	}
	t := time.Date(p.year, time.Month(p.month), p.day, p.hour, p.minute, p.sec, p.nano, zone)
	if t.Day() != p.day {
		return time.Time{}, false // the 31st of a shorter month
	}
	return t.Add(-time.Duration(p.offset) * time.Second).UTC(), true
}

// instant is a moment given as a number: of seconds since 1970, or of days in
// a spreadsheet, which are local.
type instant struct {
	unix  float64
	local bool
}

func (i instant) in(zone *time.Location) time.Time {
	t := time.Unix(0, int64(i.unix*1e9)).UTC().Round(time.Millisecond)
	if !i.local {
		return t
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, t.Hour(), t.Minute(), t.Second(), 0, zone).UTC()
}

// number reads epoch seconds, milliseconds, microseconds and the day numbers
// of spreadsheets (days since 1899-12-30).
func number(s string) (instant, bool) {
	if strings.Trim(s, "0123456789.,") != "" || strings.Count(s, ".")+strings.Count(s, ",") > 1 {
		return instant{}, false
	}
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil {
		return instant{}, false
	}
	const spreadsheetEpoch = 25569
	switch {
	case x > 30000 && x < 75000:
		return instant{(x - spreadsheetEpoch) * 86400, true}, true
	case x > 6e8 && x < 5e9:
		return instant{x, false}, true
	case x > 6e11 && x < 5e12:
		return instant{x / 1e3, false}, true
	case x > 6e14 && x < 5e15:
		return instant{x / 1e6, false}, true
	}
	return instant{}, false
}
