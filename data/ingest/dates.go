package ingest

import (
	"time"

	"vedetta/data"
)

// dates reads the dates of one file. After settle it does not change, and any
// number of goroutines may parse with it.
type dates struct {
	zone   *time.Location
	order  data.DateOrder // decided by settle, or by the person
	usual  data.DateOrder // what the format or the header's language lead to expect
	anchor time.Time      // when the file was written: "2 days ago" counts from here; zero if nothing tells

	changes []clockChange // of zone
	column  evidence
	latest  int64 // Unix second after which no date of this file can lie
}

// newDates reads dates that carry no zone in zone. order is the person's
// choice, DateOther to let the column decide.
func newDates(zone *time.Location, order data.DateOrder, anchor time.Time) dates {
	return dates{zone: zone, order: order, anchor: anchor, changes: clockChanges(zone), latest: latestOf(anchor)}
}

// The years that dates of mentions lie in.
const (
	firstYear = 1990
	lastYear  = 2100
)

// latestOf allows a year after the file was written, for clocks that go wrong
// and for announcements.
func latestOf(anchor time.Time) int64 {
	if anchor.IsZero() {
		return dayNumber(lastYear, 12, 31) * secondsOfDay
	}
	return anchor.AddDate(1, 0, 0).Unix()
}

// parse reads a date in any of the forms of spec/formats.md, in UTC: fixed
// forms first, for speed. Numbers are seconds, milliseconds, microseconds or
// nanoseconds since 1970, or days of a spreadsheet: look for ids before asking
// here what a column of long numbers is.
func (d *dates) parse(s string) (time.Time, bool) {
	t, ok := d.read(s)
	return t, ok && t.Unix() <= d.latest && t.Unix() >= dayNumber(firstYear, 1, 1)*secondsOfDay
}

func (d *dates) read(s string) (time.Time, bool) {
	if p, ok := fixed(s); ok {
		return d.time(p)
	}
	if n, ok := number(s); ok {
		return d.instant(n)
	}
	p, ok := split(s)
	if ok && !p.yearless {
		return d.time(p)
	}
	if t, ok := d.relative(s); ok || d.anchor.IsZero() {
		return t, ok // "1 h ago" before the first of agosto
	}
	return d.time(p)
}

// parts are the pieces of a date as they stand in the text.
type parts struct {
	short             bool // first, second, year instead of year, month, day
	dots              bool // dots between them: nobody writes the month first with dots
	yearless          bool // "3 marzo alle 9:05": the latest that is not in the future
	first, second     int
	year, month, day  int
	hour, minute, sec int
	nano              int
	pm, am            bool
	zoned             bool
	offset            int // seconds east of UTC
}

// in reads a date of three numbers in an order. A number over 12 is a day
// whatever the order.
func (p parts) in(order data.DateOrder) parts {
	if !p.short {
		return p
	}
	p.day, p.month = p.first, p.second
	if order == data.DateMonthDay && p.first <= 12 || p.second > 12 {
		p.day, p.month = p.second, p.first
	}
	return p
}

func (d *dates) time(p parts) (time.Time, bool) {
	p = p.in(d.order)
	if p.yearless && !d.dateYear(&p) {
		return time.Time{}, false
	}
	if p.pm && p.hour < 12 {
		p.hour += 12
	}
	if p.am && p.hour == 12 {
		p.hour = 0
	}
	if !p.possible() {
		return time.Time{}, false
	}
	sec := dayNumber(p.year, p.month, p.day)*secondsOfDay + int64(p.hour*3600+p.minute*60+p.sec)
	if p.zoned {
		sec -= int64(p.offset)
	} else {
		sec -= offsetAt(d.changes, sec)
	}
	return time.Unix(sec, int64(p.nano)).UTC(), true
}

// possible tells whether there is such a moment; 24:00 is the end of a day,
// the 60th second one that astronomers add.
func (p parts) possible() bool {
	return p.year >= firstYear && p.year <= lastYear && p.month >= 1 && p.month <= 12 && p.day >= 1 && p.day <= daysIn(p.year, p.month) &&
		(p.hour <= 23 || p.hour == 24 && p.minute == 0 && p.sec == 0) && p.minute <= 59 && p.sec <= 60
}

// dateYear gives a date without a year the latest one that does not put it
// into the future of the file.
func (d *dates) dateYear(p *parts) bool {
	if d.anchor.IsZero() {
		return false
	}
	tomorrow := d.anchor.In(d.zone).AddDate(0, 0, 1)
	p.year = tomorrow.Year()
	if p.month > int(tomorrow.Month()) || p.month == int(tomorrow.Month()) && p.day > tomorrow.Day() {
		p.year--
	}
	return true
}
