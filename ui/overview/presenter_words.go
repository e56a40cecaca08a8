package overview

import (
	"time"

	"vedetta/data"
)

// Period is the period on screen in words.
func (p *Presenter) Period() string {
	f := p.figures
	if f.span == SpanDay {
		zone := p.desk.Zone()
		return p.text("period.hours", "From", p.hour(f.filter.Period.From), "To", p.words.DateTime(f.filter.Period.To, zone))
	}
	return p.words.Range(f.filter.Period.From, f.filter.Period.To, p.desk.Zone())
}

func (p *Presenter) hour(t time.Time) string { return p.words.DateTime(t, p.desk.Zone()) }

// Notice says that the period ends before today, because the mentions do.
func (p *Presenter) Notice() string {
	if !p.figures.anchored {
		return ""
	}
	return p.text("notice.until", "Date", p.words.Date(p.figures.workspace.Last, p.desk.Zone()))
}

// Timeline is sentiment over time in the period on screen.
func (p *Presenter) Timeline() data.Timeline { return p.figures.timeline }

// Labelled says what gave the labels of the chart, and how often they are wrong.
func (p *Presenter) Labelled() string {
	if !p.figures.loaded {
		return ""
	}
	return p.words.Labelled(p.figures.model, p.desk.Zone())
}

// Bar explains a bar of the timeline.
func (p *Presenter) Bar(i int) string {
	b := p.figures.timeline.Buckets[i]
	if p.unwatched(b) {
		return p.text("bar.gap", "When", p.bucket(b))
	}
	net, ok := b.Net()
	said := p.text("bar", "When", p.bucket(b), "Negative", p.number(b.Negative), "Neutral", p.number(b.Neutral),
		"Positive", p.number(b.Positive), "Net", p.known(p.words.Signed(net), ok))
	for _, m := range p.figures.marks {
		if !m.At.Before(b.Start) && m.At.Before(b.End) {
			said += "\n" + p.text("bar.mark", "When", p.words.Clock(m.At, p.desk.Zone()), "Title", p.words.StatementMark(m))
		}
	}
	return said
}

func (p *Presenter) bucket(b data.Bucket) string {
	zone := p.desk.Zone()
	if p.figures.timeline.Step == data.Hourly {
		return p.words.Weekday(b.Start, zone) + " " + p.words.Day(b.Start, zone) + " " +
			p.words.Clock(b.Start, zone) + "–" + p.words.Clock(b.End, zone)
	}
	return p.words.Range(b.Start, b.End, zone)
}

// BarMentions is which mentions a bar counts, and their title.
func (p *Presenter) BarMentions(i int) (data.Filter, string) {
	b := p.figures.timeline.Buckets[i]
	f := p.figures.filter
	f.Period = data.Period{From: b.Start, To: b.End}
	return f, p.bucket(b)
}

// Driver is a word that drives the period, in words.
type Driver struct {
	Term   string
	Totals data.Totals
	Count  string // "61 · ×9.1"
}

// Drivers are the words that set the period apart; false before they are
// known.
func (p *Presenter) Drivers() ([]Driver, bool) {
	var out []Driver
	for _, d := range p.told.drivers.List {
		change := p.text("driver.new")
		if d.Ratio > 0 {
			change = "×" + p.words.Decimal(d.Ratio, 1)
		}
		out = append(out, Driver{d.Term, d.Totals, p.number(d.Mentions()) + " · " + change})
	}
	return out, p.told.loaded
}

// DriverMentions is which mentions carry a driver's word, and their title.
func (p *Presenter) DriverMentions(i int) (data.Filter, string) {
	f, term := p.figures.filter, p.told.drivers.List[i].Term
	f.Text = data.TextQuery{Clauses: []data.Clause{{Terms: []data.Term{{Text: term}}}}}
	return f, term + ", " + p.Period()
}

// Compared says what the drivers are compared with, and whether they were
// counted on a sample.
func (p *Presenter) Compared() string {
	d := p.told.drivers
	switch {
	case !p.told.loaded || d.Before.From.IsZero():
		return ""
	case d.Read < d.Total:
		return p.text("drivers.sample", "Read", p.number(d.Read), "All", p.number(d.Total))
	}
	return p.text("drivers.before." + p.figures.span.Key())
}

// Repeats says how much of the period is repetition, where it is much: the
// drivers may be one text.
func (p *Presenter) Repeats() string {
	if !p.told.copies.Much(p.figures.summary.Now.Mentions()) {
		return ""
	}
	return p.words.Repeats(p.told.copies)
}

// Answers are the mentions to answer first; false before they are known.
func (p *Presenter) Answers() ([]data.Row, bool) { return p.told.answers, p.told.loaded }

// Now is the time as the workspace has it.
func (p *Presenter) Now() time.Time { return p.desk.Now() }
