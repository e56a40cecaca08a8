package hours

import (
	"time"
)

// Span is a stretch of a day, in minutes since midnight, To not included.
type Span struct{ From, To int }

// Week are the opening hours of each weekday from Sunday, each day's spans in
// their order.
type Week [7][]Span

// Office is Monday to Friday, 9 to 17.
var Office = Week{nil, {{540, 1020}}, {{540, 1020}}, {{540, 1020}}, {{540, 1020}}, {{540, 1020}}, nil}

// Calendar tells when a business is open.
type Calendar struct {
	Zone     *time.Location
	Week     Week
	Closed   map[Date]string // closing days of one's own, with their reason
	Holidays func(d Date) (name string, ok bool)
}

// Date is a day of the calendar.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the local day of a moment.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

func (d Date) at(minute int, zone *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, minute, 0, 0, zone)
}

func (d Date) next() Date { return DateOf(time.Date(d.Year, d.Month, d.Day+1, 12, 0, 0, 0, time.UTC)) }

func (d Date) weekday() time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC).Weekday()
}

// spans are the opening hours of a day; none on holidays and closing days.
func (c Calendar) spans(d Date) []Span {
	if _, closed := c.Closed[d]; closed {
		return nil
	}
	if c.Holidays != nil {
		if _, holiday := c.Holidays(d); holiday {
			return nil
		}
	}
	return c.Week[d.weekday()]
}

// farthest is how many days ahead opening hours are looked for.
const farthest = 10 * 366

// Due is the moment at which so much business time has passed since a moment.
// It is false if the business does not open for that long.
func (c Calendar) Due(from time.Time, after time.Duration) (time.Time, bool) {
	day, left := DateOf(from.In(c.Zone)), after
	for range farthest {
		for _, s := range c.spans(day) {
			open, shut := later(day.at(s.From, c.Zone), from), day.at(s.To, c.Zone)
			if !open.Before(shut) {
				continue
			}
			if length := shut.Sub(open); left > length {
				left -= length
				continue
			}
			return open.Add(left).UTC(), true
		}
		day = day.next()
	}
	return time.Time{}, false
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// Between is how much business time lies between two moments; 0 if they are
// the wrong way round.
func (c Calendar) Between(from, to time.Time) (sum time.Duration) {
	last := DateOf(to.In(c.Zone))
	for day := DateOf(from.In(c.Zone)); !day.after(last); day = day.next() {
		for _, s := range c.spans(day) {
			open, shut := later(day.at(s.From, c.Zone), from), day.at(s.To, c.Zone)
			if to.Before(shut) {
				shut = to
			}
			if shut.After(open) {
				sum += shut.Sub(open)
			}
		}
	}
	return sum
}

func (d Date) after(o Date) bool {
	if d.Year != o.Year {
		return d.Year > o.Year
	}
	if d.Month != o.Month {
		return d.Month > o.Month
	}
	return d.Day > o.Day
}

// Open tells whether the business is open at a moment.
func (c Calendar) Open(at time.Time) bool {
	day := DateOf(at.In(c.Zone))
	for _, s := range c.spans(day) {
		if !at.Before(day.at(s.From, c.Zone)) && at.Before(day.at(s.To, c.Zone)) {
			return true
		}
	}
	return false
}
