package assets

import (
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"vedetta/data"
)

// Level is the word for how serious an incident looks.
func (w *Words) Level(l data.Level) string { return w.Text("earlywarning.level." + l.String()) }

// Detector says in a few words what a detector looks for.
func (w *Words) Detector(d data.Detector) string {
	return w.Text("earlywarning.detector." + string(d))
}

// StreamName names a flow of mentions.
func (w *Words) StreamName(s data.Stream) string {
	switch s.Kind {
	case data.OfSource:
		return w.Source(s.Name)
	case data.OfTag:
		return w.Text("earlywarning.stream.tag", "Name", s.Name)
	case data.OfTopic:
		return w.Text("earlywarning.stream.topic", "Name", s.Name)
	}
	return w.Text("warning.stream.all")
}

// FalseAlarms says how often to expect a warning about nothing: "About one
// false alarm in 5 weeks". It is empty when that is not known.
func (w *Words) FalseAlarms(perMonth float64) string {
	const daysAMonth = 30.44
	if perMonth <= 0 {
		return ""
	}
	months := 1 / perMonth
	if months < 2 {
		return w.Count("earlywarning.false.weeks", max(1, int(math.Round(months*daysAMonth/7))))
	}
	return w.Count("earlywarning.false.months", int(math.Round(months)))
}

// Learning says that there is too little history to warn of more than clear
// jumps; empty when there is enough.
func (w *Words) Learning(s data.Situation) string {
	if !s.Learning {
		return ""
	}
	return w.Count("warning.learning", s.Days, "Until", w.Number(int64(s.Until)))
}

// IncidentClose says what would end an incident; empty when it is over.
func (w *Words) IncidentClose(i data.Incident) string {
	if !i.Open() {
		return ""
	}
	const calmRatio = 1.5
	return w.Text("warning.close", "Times", w.Decimal(calmRatio, 1), "Usual", w.Percent(100*i.Usual))
}

// groups names what words to watch are about.
func (w *Words) groups(s data.WatchSet) string {
	var names []string
	for _, g := range s.Groups() {
		names = append(names, w.WatchGroup(g))
	}
	return strings.Join(names, ", ")
}

// about writes a number of mentions that is an estimate.
func (w *Words) about(x float64) string {
	if x < 1 {
		return w.Text("warning.under_one")
	}
	return w.Text("warning.about", "N", w.Number(int64(math.Round(x))))
}

// times writes how many times something is something else.
func (w *Words) times(x float64) string {
	if x >= 10 {
		return w.Number(int64(x))
	}
	return w.Decimal(x, 1)
}

// within says "in 2 hours" or "in 3 days", last "in the last hour".
func (w *Words) within(d time.Duration) string {
	if n, days := inDays(d); days {
		return w.Count("warning.within.days", n)
	}
	return w.Count("warning.within.hours", hours(d))
}

func (w *Words) last(d time.Duration) string {
	if n, days := inDays(d); days {
		return w.Count("warning.last.days", n)
	}
	return w.Count("warning.last.hours", hours(d))
}

// inDays counts whole days, from two on.
func inDays(d time.Duration) (n int, ok bool) {
	const day = 24 * time.Hour
	return int(d / day), d > day && d%day == 0
}

func hours(d time.Duration) int { return max(1, int(math.Round(d.Hours()))) }

// Capital writes the first letter large.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
