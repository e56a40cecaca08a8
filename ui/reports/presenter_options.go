package reports

import (
	"slices"
	"time"

	"vedetta/charts/report"
	"vedetta/data"
)

// Span is a way to say which period is meant.
type Span int

// The spans.
const (
	SpanWeek   Span = iota // the last 7 days
	SpanMonth              // the last 30 days
	SpanFull               // the last full calendar month
	SpanCustom             // from a day to a day
)

// Spans lists every span.
var Spans = [...]Span{SpanWeek, SpanMonth, SpanFull, SpanCustom}

// key is the last part of the span's translation key.
func (s Span) key() string { return [...]string{"week", "month", "full", "custom"}[s] }

// options are what the person has chosen.
type options struct {
	span        Span
	first, last time.Time // the days of SpanCustom, both included
	lang        string
	paper       report.Paper
	sources     []string // empty means all
}

// period is the period meant, seen from now; when all mentions are older it
// ends at the newest one.
func (o options) period(now, newest time.Time, zone *time.Location) data.Period {
	switch o.span {
	case SpanMonth:
		return data.Anchor(now, newest, 30, zone)
	case SpanFull:
		return data.AnchorMonth(now, newest, zone)
	case SpanCustom:
		first, last := o.first, o.last
		if last.Before(first) {
			first, last = last, first
		}
		return data.Period{From: localDay(first, 0, zone), To: localDay(last, 1, zone)}
	}
	return data.Anchor(now, newest, 7, zone)
}

// localDay is the start of the calendar day of t, some days later.
func localDay(t time.Time, later int, zone *time.Location) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d+later, 0, 0, 0, 0, zone).UTC()
}

// Span is the span chosen.
func (p *Presenter) Span() Span { return p.options.span }

// SetSpan chooses a span. A custom one begins as the period on screen.
func (p *Presenter) SetSpan(s Span) {
	if s == p.options.span {
		return
	}
	if s == SpanCustom && p.options.first.IsZero() {
		p.options.first, p.options.last = p.Days()
	}
	p.options.span = s
	p.changed()
}

// Days are the first and the last day of the report on screen.
func (p *Presenter) Days() (first, last time.Time) {
	if p.options.span == SpanCustom && !p.options.first.IsZero() {
		return p.options.first, p.options.last
	}
	now, zone := p.desk.Now(), p.desk.Zone()
	period := p.options.period(now, p.shown.workspace.Last, zone)
	return period.From.In(zone), period.To.In(zone).AddDate(0, 0, -1)
}

// SetDays chooses a period by its first and last day.
func (p *Presenter) SetDays(first, last time.Time) {
	if p.options.span == SpanCustom && first.Equal(p.options.first) && last.Equal(p.options.last) {
		return
	}
	p.options.span, p.options.first, p.options.last = SpanCustom, first, last
	p.changed()
}

// Lang is the language of the report.
func (p *Presenter) Lang() string { return p.options.lang }

// SetLang chooses the language of the report, whatever the window speaks.
func (p *Presenter) SetLang(code string) {
	if code == p.options.lang {
		return
	}
	p.options.lang = code
	p.changed()
}

// Paper is the paper chosen.
func (p *Presenter) Paper() report.Paper { return p.options.paper }

// SetPaper chooses the paper.
func (p *Presenter) SetPaper(paper report.Paper) {
	if paper == p.options.paper {
		return
	}
	p.options.paper = paper
	p.changed()
}

// Sources are all the sources there are.
func (p *Presenter) Sources() []string { return p.sources }

// Picked are the places in Sources of those that the report is restricted
// to; none for all.
func (p *Presenter) Picked() []int {
	var picked []int
	for i, s := range p.sources {
		if slices.Contains(p.options.sources, s) {
			picked = append(picked, i)
		}
	}
	return picked
}

// Pick restricts the report to sources by their places in Sources; none
// stands for all.
func (p *Presenter) Pick(places []int) {
	var sources []string
	for _, i := range places {
		sources = append(sources, p.sources[i])
	}
	if slices.Equal(sources, p.options.sources) {
		return
	}
	p.options.sources = sources
	p.changed()
}

func (p *Presenter) changed() {
	p.face.OptionsChanged()
	p.draw()
}
