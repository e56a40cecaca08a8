package assets

import (
	"strings"
	"time"
)

// Target writes how soon something is to be done, as data.ParseTarget reads
// it: "30 min", "8 h"; empty for no target.
func (w *Words) Target(d time.Duration) string {
	var parts []string
	if h := int(d / time.Hour); h > 0 {
		parts = append(parts, w.Text("clocks.hours", "H", h))
	}
	if m := int(d % time.Hour / time.Minute); m > 0 {
		parts = append(parts, w.Text("span.minutes", "M", m))
	}
	return strings.Join(parts, " ")
}

// Holiday names a public holiday of Italy by its key.
func (w *Words) Holiday(key string) string { return w.Text("clocks.holiday." + key) }

// WeekdayName writes a day of the week in full.
func (w *Words) WeekdayName(d time.Weekday) string {
	return w.Text("clocks.weekday." + strings.ToLower(d.String()[:3]))
}

// Soon writes a moment near by: the time of today, else with its weekday,
// beyond a week the date.
func (w *Words) Soon(t, now time.Time, zone *time.Location) string {
	a, b := t.In(zone), now.In(zone)
	switch {
	case a.YearDay() == b.YearDay() && a.Year() == b.Year():
		return w.Clock(t, zone)
	case t.Sub(now).Abs() < 6*24*time.Hour:
		return w.Weekday(t, zone) + " " + w.Clock(t, zone)
	}
	return w.Date(t, zone)
}
