package data

import "time"

// Buckets cuts a closed period into the bars of a timeline: whole hours, local
// days or local weeks from Monday; the first and last may be cut short by the
// period.
func Buckets(p Period, step Step, zone *time.Location) []Bucket {
	var out []Bucket
	for start := p.From; start.Before(p.To); {
		end := next(start, step, zone)
		if end.After(p.To) {
			end = p.To
		}
		out = append(out, Bucket{Start: start.UTC(), End: end.UTC()})
		start = end
	}
	return out
}

// next is where the bucket that holds t ends. Days and weeks are local: with
// summer time they are 23 or 25 hours long now and then.
func next(t time.Time, step Step, zone *time.Location) time.Time {
	switch step {
	case Hourly:
		return t.Truncate(time.Hour).Add(time.Hour)
	case Daily:
		return DayStart(t, zone).AddDate(0, 0, 1)
	}
	day := DayStart(t, zone)
	sinceMonday := (int(day.Weekday()) + 6) % 7
	return day.AddDate(0, 0, 7-sinceMonday)
}
