package data

import "time"

// Anchor is the period of n whole local days that ends with the day of now,
// or with the day of the newest mention when all mentions are older than
// that: an export of last year should not open on an empty screen. A zero
// newest leaves the period at now.
func Anchor(now, newest time.Time, n int, zone *time.Location) Period {
	p := LastDays(now, n, zone)
	if !newest.IsZero() && newest.Before(p.From) {
		return LastDays(newest, n, zone)
	}
	return p
}

// AnchorMonth is the last full calendar month before now, or the month of
// the newest mention when all mentions are older than that.
func AnchorMonth(now, newest time.Time, zone *time.Location) Period {
	p := month(now, -1, zone)
	if !newest.IsZero() && newest.Before(p.From) {
		return month(newest, 0, zone)
	}
	return p
}

// month is the calendar month of t, moved by some months.
func month(t time.Time, moved int, zone *time.Location) Period {
	y, m, _ := t.In(zone).Date()
	from := time.Date(y, m+time.Month(moved), 1, 0, 0, 0, 0, zone)
	return Period{From: from.UTC(), To: from.AddDate(0, 1, 0).UTC()}
}
