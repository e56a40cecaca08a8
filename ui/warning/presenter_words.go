package warning

import (
	"math"
	"time"

	"vedetta/data"
)

// Promise says how many false alarms a sensitivity has: "about one false alarm
// in 10 months".
func (p *Presenter) Promise(s data.Sensitivity) string {
	return p.words.FalseAlarms(s.FalseAlarms())
}

// Heading says of a trial that stands away from what it tried, what that is.
func (p *Presenter) Heading(s Subject, said string) string {
	if s.Sensitivity == "" {
		return said
	}
	return p.words.Text("earlywarning.sensitivity."+string(s.Sensitivity)) + " · " + said
}

// Fired says how often it would have fired in how long.
func (p *Presenter) Fired(t *Trial) string {
	n := len(t.Result.Fired)
	if n == 0 {
		return p.words.Text("earlywarning.fired.never", "Span", p.span(t))
	}
	return p.words.Count("earlywarning.fired", n, "Span", p.span(t))
}

// span is how long the history of a trial is: in days at first, then in months.
func (p *Presenter) span(t *Trial) string {
	if months := int(math.Round(t.Result.Months())); months >= 2 {
		return p.words.Count("earlywarning.months", months)
	}
	return p.words.Count("earlywarning.days", max(1, int(math.Round(t.Result.Period.Length().Hours()/24))))
}

// Basis says which history a trial rests on.
func (p *Presenter) Basis(t *Trial) string {
	mentions, expected := 0, 0
	for _, day := range t.Result.Days {
		mentions += day.Mentions()
	}
	for _, i := range t.Result.Fired {
		if i.Expect {
			expected++
		}
	}
	said := p.words.Count("earlywarning.basis", mentions,
		"Period", p.words.Range(t.Result.Period.From, t.Result.Period.To, p.desk.Zone()))
	if expected > 0 {
		said += " " + p.words.Count("earlywarning.basis.expected", expected)
	}
	return said
}

// HasHistory tells whether a trial had anything to try on.
func (t *Trial) HasHistory() bool { return len(t.Result.Days) > 0 }

// Doing says what the trial under way has done so far.
func (p *Presenter) Doing() string {
	now, said := p.trials.progress, p.words.Text("earlywarning.trying")
	if now.Rows > 0 {
		said = p.words.Count("earlywarning.trying.rows", now.Rows)
	}
	s, _ := p.Running()
	return p.Heading(s, said)
}

// Share is how much of the trial under way is done, 0..1.
func (p *Presenter) Share() float64 {
	if now := p.trials.progress; now.Total > 0 {
		return float64(now.Done) / float64(now.Total)
	}
	return 0
}

// Left says how much of the trial under way is done and how long the rest
// takes; empty while that is not known.
func (p *Presenter) Left() string {
	now := p.trials.progress
	if now.Total <= 0 {
		return ""
	}
	said := p.words.Percent(100 * p.Share())
	if left, ok := now.Left(); ok {
		said += " · " + p.words.Text("earlywarning.left", "Span", p.words.Span(left))
	}
	return said
}

// Looks says what a rule looks for.
func (p *Presenter) Looks(r data.Rule) string {
	w := p.words
	said := ""
	switch r.Kind {
	case data.ShareRule:
		said = w.Count("earlywarning.rule.share.says", r.Count, "Share", w.Percent(100*r.Share), "Window", p.Window(r.Window))
	case data.ReachRule:
		said = w.Text("earlywarning.rule.reach.says", "Reach", w.Number(r.Reach))
	default:
		said = w.Count("earlywarning.rule.count.says", r.Count, "Window", p.Window(r.Window))
	}
	if r.Query == "" {
		return said
	}
	return said + " · " + r.Query
}

// Window names a length of time to look back: "6 h", "3 d".
func (p *Presenter) Window(d time.Duration) string {
	const day = 24 * time.Hour
	if d > day && d%day == 0 {
		return p.words.Text("earlywarning.window.days", "N", p.words.Number(int64(d/day)))
	}
	return p.words.Text("earlywarning.window.hours", "N", p.words.Number(int64(d/time.Hour)))
}

// Days says which days an expected period has.
func (p *Presenter) Days(e data.ExpectedPeriod) string {
	return p.words.Range(e.Period.From, e.Period.To, p.desk.Zone())
}

// When tells whether an expected period is to come (1), on (0) or over (-1).
func (p *Presenter) When(e data.ExpectedPeriod) int {
	switch now := p.desk.Now(); {
	case e.Period.Contains(now):
		return 0
	case now.Before(e.Period.From):
		return 1
	}
	return -1
}
