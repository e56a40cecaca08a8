package data

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// OpeningText writes the opening hours of a day: "9:00–13:00, 15:00–19:00";
// empty for a day on which it is closed.
func OpeningText(spans []OpenSpan) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, clockText(s.From)+"–"+clockText(s.To))
	}
	return strings.Join(parts, ", ")
}

func clockText(minute int) string { return fmt.Sprintf("%d:%02d", minute/60, minute%60) }

// ParseOpening reads opening hours as a person writes them: "9-13, 15:30–19".
// ErrOfficeHours for what cannot be read.
func ParseOpening(text string) ([]OpenSpan, error) {
	var spans []OpenSpan
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' }) {
		from, to, ok := strings.Cut(strings.NewReplacer("–", "-", "—", "-", " ", "").Replace(part), "-")
		a, okA := parseClock(from)
		b, okB := parseClock(to)
		if !ok || !okA || !okB {
			return nil, Errorf(ErrOfficeHours, "opening hours %q", part)
		}
		spans = append(spans, OpenSpan{a, b})
	}
	return spans, nil
}

// parseClock reads an hour, or hours and minutes, into minutes since midnight.
func parseClock(text string) (int, bool) {
	h, m, some := strings.Cut(strings.ReplaceAll(text, ".", ":"), ":")
	hour, err := strconv.Atoi(h)
	minute := 0
	if err == nil && some {
		minute, err = strconv.Atoi(m)
	}
	return hour*60 + minute, err == nil && hour >= 0 && hour <= 24 && minute >= 0 && minute < 60
}

// ParseTarget reads a duration as a person writes it: "30 min", "8 h", "2 d"
// ("2 g"); nothing is none. ErrOfficeTarget for what cannot be read.
func ParseTarget(text string) (sum time.Duration, err error) {
	number := ""
	for _, part := range strings.Fields(spaced(strings.ToLower(text))) {
		if _, err := strconv.Atoi(part); err == nil && number == "" {
			number = part
			continue
		}
		unit, ok := targetUnits[part]
		n, err := strconv.Atoi(number)
		if !ok || err != nil || n > 10_000 {
			return 0, Errorf(ErrOfficeTarget, "target %q", text).With("What", text)
		}
		sum, number = sum+time.Duration(n)*unit, ""
	}
	if number != "" {
		return 0, Errorf(ErrOfficeTarget, "target %q has no unit", text).With("What", text)
	}
	return sum, nil
}

var targetUnits = map[string]time.Duration{
	"min": time.Minute, "m": time.Minute, "h": time.Hour, "ore": time.Hour, "d": 24 * time.Hour, "g": 24 * time.Hour,
}

// spaced puts a blank between digits and letters.
func spaced(text string) string {
	var out strings.Builder
	before := false
	for i, r := range text {
		digit := r >= '0' && r <= '9'
		if i > 0 && digit != before {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
		before = digit
	}
	return out.String()
}

// ClosedText writes closing days, one a line: "24/12/2026 Vigilia".
func ClosedText(days []ClosedDay) string {
	var lines []string
	for _, d := range days {
		at, err := time.Parse(time.DateOnly, d.Day)
		if err == nil {
			lines = append(lines, strings.TrimSpace(at.Format("02/01/2006")+" "+d.Name))
		}
	}
	return strings.Join(lines, "\n")
}

// ParseClosed reads closing days, one a line, the day first.
func ParseClosed(text string) (days []ClosedDay, err error) {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		day, name, _ := strings.Cut(line, " ")
		at, err := time.Parse("2/1/2006", strings.NewReplacer("-", "/", ".", "/").Replace(day))
		if err != nil {
			return nil, (&Error{Code: ErrOfficeDay, Err: err}).With("What", line)
		}
		days = append(days, ClosedDay{at.Format(time.DateOnly), strings.TrimSpace(name)})
	}
	return days, nil
}
