package assets

import (
	"math"
	"strings"
	"time"

	"golang.org/x/text/number"
)

// Number writes a whole number with the language's grouping: 1,124 or 1.124.
func (w *Words) Number(n int64) string { return w.numbers.Sprintf("%v", number.Decimal(n)) }

// Decimal writes x with exactly digits decimals: 4.2 or 4,2.
func (w *Words) Decimal(x float64, digits int) string {
	return w.numbers.Sprintf("%v", number.Decimal(x, number.MinFractionDigits(digits), number.MaxFractionDigits(digits)))
}

// Signed writes a rounded number with its sign, a true minus included: +9, −17, 0.
func (w *Words) Signed(x float64) string {
	n := int64(math.Round(x))
	switch {
	case n > 0:
		return "+" + w.Number(n)
	case n < 0:
		return "−" + w.Number(-n)
	}
	return "0"
}

// Percent writes a share given in per cent, rounded: 24%.
func (w *Words) Percent(x float64) string { return w.Number(int64(math.Round(x))) + "%" }

// Compact writes a large number shortly: 18.4k, 1,2M.
func (w *Words) Compact(n int64) string {
	switch {
	case n < 10_000:
		return w.Number(n)
	case n < 1_000_000:
		return w.Decimal(float64(n)/1000, digitsBelow(n, 100_000)) + "k"
	}
	return w.Decimal(float64(n)/1e6, digitsBelow(n, 100_000_000)) + "M"
}

func digitsBelow(n, limit int64) int {
	if n < limit {
		return 1
	}
	return 0
}

// Span writes a duration in its two largest units: "42 min", "3 h 05 min",
// "2 d 4 h".
func (w *Words) Span(d time.Duration) string {
	d = max(d, 0)
	minutes := int(d.Minutes())
	switch {
	case d < time.Minute:
		return w.Text("span.seconds", "S", int(d.Seconds()))
	case minutes < 60:
		return w.Text("span.minutes", "M", minutes)
	case minutes < 24*60:
		return w.Text("span.hours", "H", minutes/60, "M", pad(minutes%60))
	}
	return w.Text("span.days", "D", w.Number(int64(minutes/(24*60))), "H", minutes/60%24)
}

func pad(n int) string {
	if n < 10 {
		return "0" + string(rune('0'+n))
	}
	return string(rune('0'+n/10)) + string(rune('0'+n%10))
}

// Ago writes how long ago t was, seen from now: "12 min ago"; beyond a week
// the date.
func (w *Words) Ago(t, now time.Time, zone *time.Location) string {
	d := now.Sub(t)
	switch {
	case d < time.Minute && d > -time.Hour:
		return w.Text("ago.now")
	case d < 0:
		return w.Date(t, zone)
	case d < time.Hour:
		return w.Text("ago.minutes", "N", int(d.Minutes()))
	case d < 24*time.Hour:
		return w.Text("ago.hours", "N", int(d.Hours()))
	case d < 7*24*time.Hour:
		return w.Count("ago.days", int(d.Hours()/24))
	}
	return w.Date(t, zone)
}

// Day writes day and month shortly: "25 Nov", "25 nov".
func (w *Words) Day(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	return w.Text("date.day", "D", t.Day(), "M", w.month("short", t.Month()))
}

// Date writes a short date with its year: "25 Nov 2026".
func (w *Words) Date(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	return w.Text("date.date", "D", t.Day(), "M", w.month("short", t.Month()), "Y", t.Year())
}

// DateTime writes a short date and the time: "Wed 25 Nov 2026 14:20".
func (w *Words) DateTime(t time.Time, zone *time.Location) string {
	return w.Weekday(t, zone) + " " + w.Date(t, zone) + " " + w.Clock(t, zone)
}

// Clock writes hours and minutes: "14:20".
func (w *Words) Clock(t time.Time, zone *time.Location) string { return t.In(zone).Format("15:04") }

// Weekday writes the day of the week shortly: "Wed", "mer".
func (w *Words) Weekday(t time.Time, zone *time.Location) string {
	return w.Text("date.weekday." + strings.ToLower(t.In(zone).Weekday().String()[:3]))
}

// Range writes a period of whole local days, its end exclusive:
// "24–30 November 2026", "28 Oct – 3 Nov 2026".
func (w *Words) Range(from, to time.Time, zone *time.Location) string {
	from, to = from.In(zone), to.In(zone).Add(-time.Nanosecond)
	switch {
	case from.Year() != to.Year():
		return w.Date(from, zone) + " – " + w.Date(to, zone)
	case from.Month() != to.Month():
		return w.Day(from, zone) + " – " + w.Date(to, zone)
	case from.Day() != to.Day():
		return w.Text("date.range", "A", from.Day(), "B", to.Day(), "M", w.month("long", to.Month()), "Y", to.Year())
	}
	return w.Text("date.date", "D", to.Day(), "M", w.month("long", to.Month()), "Y", to.Year())
}

func (w *Words) month(style string, m time.Month) string {
	return w.Text("date.month." + style + "." + pad(int(m)))
}
