package overview

import (
	"slices"
	"time"

	"vedetta/data"
)

// Span is a length of period to choose.
type Span int

// The spans.
const (
	SpanDay Span = iota
	SpanWeek
	SpanMonth
	SpanCustom
)

// Spans lists the spans in the order in which a person chooses them.
var Spans = [...]Span{SpanDay, SpanWeek, SpanMonth, SpanCustom}

// Key is the last part of the span's translation keys.
func (s Span) Key() string { return [...]string{"day", "week", "month", "custom"}[s] }

func (s Span) days() int { return [...]int{1, 7, 30, 0}[s] }

// choice is what the person chose.
type choice struct {
	span        Span
	first, last time.Time // days of a custom span, last included
	sources     []string
}

func (c choice) copied() choice {
	c.sources = slices.Clone(c.sources)
	return c
}

// period is the chosen period. When all mentions are older than it, it ends
// with the newest of them, and anchored is true.
func (c choice) period(now, newest time.Time, zone *time.Location) (p data.Period, anchored bool) {
	if c.span == SpanCustom {
		return data.Period{
			From: data.DayStart(c.first, zone).UTC(),
			To:   data.DayStart(c.last, zone).AddDate(0, 0, 1).UTC(),
		}, false
	}
	last := func(t time.Time) data.Period {
		if c.span == SpanDay {
			end := t.Truncate(time.Hour).Add(time.Hour)
			return data.Period{From: end.Add(-24 * time.Hour).UTC(), To: end.UTC()}
		}
		return data.LastDays(t, c.span.days(), zone)
	}
	p = last(now)
	if !newest.IsZero() && newest.Before(p.From) {
		return last(newest), true
	}
	return p, false
}

// Span is the chosen span.
func (p *Presenter) Span() Span { return p.choice.span }

// SetSpan chooses a span other than the custom one.
func (p *Presenter) SetSpan(s Span) {
	p.choice.span = s
	p.Load()
}

// Days are the first and last day on screen.
func (p *Presenter) Days() (first, last time.Time) {
	zone, period := p.desk.Zone(), p.figures.filter.Period
	if period.To.IsZero() {
		period, _ = p.choice.period(p.desk.Now(), time.Time{}, zone)
	}
	return period.From.In(zone), period.To.Add(-time.Nanosecond).In(zone)
}

// SetDays chooses a period of days, both included, in any order.
func (p *Presenter) SetDays(first, last time.Time) {
	if last.Before(first) {
		first, last = last, first
	}
	p.choice.span, p.choice.first, p.choice.last = SpanCustom, first, last
	p.Load()
}

// Sources are all sources of the workspace, and which of them are chosen.
func (p *Presenter) Sources() (all []string, chosen []int) {
	for i, s := range p.figures.sources {
		if slices.Contains(p.choice.sources, s) {
			chosen = append(chosen, i)
		}
	}
	return p.figures.sources, chosen
}

// SetSources chooses sources by their places; none means all.
func (p *Presenter) SetSources(chosen []int) {
	p.choice.sources = nil
	for _, i := range chosen {
		p.choice.sources = append(p.choice.sources, p.figures.sources[i])
	}
	p.Load()
}
