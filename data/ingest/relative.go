package ingest

import (
	"strings"
	"time"
	"unicode"
)

// relative reads dates that count from when the file was written: "2 giorni
// fa", "3 weeks ago", "5h", "ieri alle 14:30", "last Monday at 9".
func (d *dates) relative(s string) (time.Time, bool) {
	if d.anchor.IsZero() || len(s) > maxDate || s == "" {
		return time.Time{}, false
	}
	words := relativeWords(s)
	if len(words) == 0 {
		return time.Time{}, false
	}
	if momentsAgo[strings.Join(words, " ")] {
		return d.anchor.UTC(), true
	}
	if days, rest, ok := d.daysBack(words); ok {
		return d.thatDay(days, rest)
	}
	return d.back(words)
}

// relativeWords are the words and numbers of a text, without accents and
// without what says nothing; clock times stay whole.
func relativeWords(s string) (out []string) {
	isClock := false
	cut := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ':' && !unicode.Is(unicode.Mn, r)
	}
	for _, w := range strings.FieldsFunc(s, cut) {
		folded, ok := foldWord(nil, strings.Trim(w, ":"))
		if !ok {
			return nil
		}
		word := string(folded)
		if !vague[word] && meanings[word].kind != isLead {
			out = append(out, word)
		}
		isClock = isClock || strings.Contains(word, ":")
	}
	if !isClock && len(out) == 1 {
		return apart(out[0]) // 5h
	}
	return out
}

// apart cuts a number from the unit written onto it.
func apart(word string) []string {
	unit := strings.TrimLeft(word, "0123456789")
	if n := len(word) - len(unit); n > 0 && unit != "" {
		return []string{word[:n], unit}
	}
	return []string{word}
}

// daysBack reads "yesterday" and names of weekdays at the beginning.
func (d *dates) daysBack(words []string) (days int, rest []string, ok bool) {
	for n := min(2, len(words)); n > 0; n-- {
		if back, ok := dayWords[strings.Join(words[:n], " ")]; ok {
			return back, words[n:], true
		}
	}
	w, known := meanings[words[0]]
	if !known || w.kind != isWeekday {
		return 0, nil, false
	}
	back := (int(d.anchor.In(d.zone).Weekday()) - w.value + 7) % 7
	if back == 0 {
		back = 7 // tools write "today" for today
	}
	return back, words[1:], true
}

// thatDay is the anchor's time some days before, or the time that is told.
func (d *dates) thatDay(days int, clock []string) (time.Time, bool) {
	day := d.anchor.In(d.zone).AddDate(0, 0, -days)
	if len(clock) == 0 {
		return day.UTC().Truncate(time.Second), true
	}
	p, ok := split(day.Format(time.DateOnly) + " " + strings.Join(clock, " "))
	if !ok {
		return time.Time{}, false
	}
	return d.time(p)
}

// back reads amounts of time: one number and its unit, or more of them beside
// a word that says "ago".
func (d *dates) back(words []string) (time.Time, bool) {
	var sum span
	var n, amounts int
	pending, ago := false, false
	for _, w := range words {
		unit, isUnit := units[w]
		switch {
		case pending && isUnit:
			sum.seconds += n * unit.seconds
			sum.days += n * unit.days
			sum.months += n * unit.months
			amounts++
			pending = false
		case w[0] >= '0' && w[0] <= '9' && len(w) <= 4 && digits(w) >= 0:
			n, pending = digits(w), true
		case ones[w]:
			n, pending = 1, true
			ago = ago || w == "a"
		case agoWords[w]:
			ago = true
		default:
			return time.Time{}, false
		}
	}
	if amounts == 0 || !ago && len(words) != 2 {
		return time.Time{}, false
	}
	at := monthsBefore(d.anchor.In(d.zone), sum.months).AddDate(0, 0, -sum.days)
	return at.Add(-time.Duration(sum.seconds) * time.Second).UTC().Truncate(time.Second), true
}

// monthsBefore goes back to the same day of an earlier month, or to its last.
func monthsBefore(t time.Time, months int) time.Time {
	year, month := t.Year(), int(t.Month())-1-months
	year += month / 12
	if month %= 12; month < 0 {
		year, month = year-1, month+12
	}
	day := min(t.Day(), daysIn(year, month+1))
	return time.Date(year, time.Month(month+1), day, t.Hour(), t.Minute(), t.Second(), 0, t.Location())
}
