package data

import "time"

// Period is a half-open stretch of time [From, To). A zero bound is open.
type Period struct{ From, To time.Time }

// Before is the period of the same length that ends where p begins: as many
// local days if p is made of whole days, so that summer time changes nothing.
// It is the zero Period, and false, when p is open on a side.
func (p Period) Before(zone *time.Location) (Period, bool) {
	if p.From.IsZero() || p.To.IsZero() {
		return Period{}, false
	}
	if days, ok := p.Days(zone); ok {
		return Period{From: p.From.In(zone).AddDate(0, 0, -days).UTC(), To: p.From}, true
	}
	return Period{From: p.From.Add(-p.Length()), To: p.From}, true
}

// Days is the number of local days of a period; false if it does not begin
// and end at local midnights.
func (p Period) Days(zone *time.Location) (int, bool) {
	if !DayStart(p.From, zone).Equal(p.From) || !DayStart(p.To, zone).Equal(p.To) {
		return 0, false
	}
	const hour = time.Hour // summer time makes a stretch of days an hour longer or shorter
	return int((p.Length() + 12*hour) / (24 * hour)), true
}

// Length is the duration of a closed period.
func (p Period) Length() time.Duration { return p.To.Sub(p.From) }

// Contains tells whether t lies in the period.
func (p Period) Contains(t time.Time) bool {
	return (p.From.IsZero() || !t.Before(p.From)) && (p.To.IsZero() || t.Before(p.To))
}

// LastDays is the period of n whole local days that ends with the day of now.
func LastDays(now time.Time, n int, zone *time.Location) Period {
	end := DayStart(now, zone).AddDate(0, 0, 1)
	return Period{From: end.AddDate(0, 0, -n).UTC(), To: end.UTC()}
}

// DayStart is the local midnight at which the day of t begins.
func DayStart(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, zone)
}

// Step is the width of a chart's buckets.
type Step int

// The steps of a timeline.
const (
	Hourly Step = iota
	Daily
	Weekly
)

// String gives the stable key ("hour", "day", "week").
func (s Step) String() string { return [...]string{"hour", "day", "week"}[s] }

// StepFor chooses the step for a length: hours under 4 days, days to 119
// days, weeks above (spec/features.md row 22).
func StepFor(length time.Duration) Step {
	const day = 24 * time.Hour
	switch {
	case length < 4*day:
		return Hourly
	case length < 120*day:
		return Daily
	}
	return Weekly
}

// WholeDays is the period from the calendar day of first to that of last,
// both included, in whatever order they are given.
func WholeDays(first, last time.Time, zone *time.Location) Period {
	if last.Before(first) {
		first, last = last, first
	}
	day := func(t time.Time, later int) time.Time {
		y, m, d := t.Date()
		return time.Date(y, m, d+later, 0, 0, 0, 0, zone).UTC()
	}
	return Period{From: day(first, 0), To: day(last, 1)}
}
