package data

import (
	"slices"
	"time"
)

// Snoozed tells how many mentions are put off, and until when at least.
type Snoozed struct {
	Statuses map[Status]int
	Next     time.Time // when the first of them comes back; zero if none is put off
}

// Total is how many there are.
func (s Snoozed) Total() (n int) {
	for _, of := range s.Statuses {
		n += of
	}
	return n
}

// Evening and morning are the hours to which mentions are put off.
const evening, morning = 18, 9

// SnoozeChoice is a moment to which a mention can be put off.
type SnoozeChoice struct {
	Key   string // "hours", "evening", "tomorrow", "monday", "week"
	Until time.Time
}

// SnoozeChoices are the moments on offer now, soonest first; those that are
// less than an hour away or equal to another are left out.
func SnoozeChoices(now time.Time, zone *time.Location) []SnoozeChoice {
	local := now.In(zone)
	at := func(days, hour int) time.Time {
		return time.Date(local.Year(), local.Month(), local.Day()+days, hour, 0, 0, 0, zone)
	}
	toMonday := (int(time.Monday-local.Weekday())+6)%7 + 1
	all := []SnoozeChoice{
		{"hours", now.Add(3 * time.Hour).Truncate(time.Minute)},
		{"evening", at(0, evening)},
		{"tomorrow", at(1, morning)},
		{"monday", at(toMonday, morning)},
		{"week", at(7, morning)},
	}
	slices.SortStableFunc(all, func(a, b SnoozeChoice) int { return a.Until.Compare(b.Until) })
	var out []SnoozeChoice
	for _, c := range all {
		if c.Until.Sub(now) < time.Hour || slices.ContainsFunc(out, func(o SnoozeChoice) bool { return o.Until.Equal(c.Until) }) {
			continue
		}
		c.Until = c.Until.UTC()
		out = append(out, c)
	}
	return out
}

// SnoozeUntil reads a date as typed: until nine in the morning of that day.
// False if it cannot be read or is past.
func SnoozeUntil(day string, now time.Time, zone *time.Location) (time.Time, bool) {
	for _, layout := range []string{time.DateOnly, "2/1/2006", "2.1.2006"} {
		if d, err := time.ParseInLocation(layout, day, zone); err == nil {
			at := time.Date(d.Year(), d.Month(), d.Day(), morning, 0, 0, 0, zone)
			return at.UTC(), at.After(now)
		}
	}
	return time.Time{}, false
}
