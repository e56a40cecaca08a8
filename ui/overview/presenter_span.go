package overview

import (
	"slices"
	"time"

	"vedetta/data"
)

// Span is a way to say which period is meant.
type Span int

// The spans.
const (
	SpanDay    Span = iota // the last 24 hours
	SpanWeek               // the last 7 days
	SpanMonth              // the last 30 days
	SpanCustom             // from a day to a day
)

// Spans lists every span.
var Spans = [...]Span{SpanDay, SpanWeek, SpanMonth, SpanCustom}

// key is the last part of the span's translation key.
func (s Span) key() string { return [...]string{"day", "week", "month", "custom"}[s] }

// period is the period meant, seen from now; when all mentions are older it
// ends at the newest one.
func (s Span) period(now, newest, first, last time.Time, zone *time.Location) data.Period {
	switch s {
	case SpanDay:
		return lastDay(now, newest)
	case SpanWeek:
		return data.Anchor(now, newest, 7, zone)
	case SpanCustom:
		if !first.IsZero() {
			return data.WholeDays(first, last, zone)
		}
	}
	return data.Anchor(now, newest, 30, zone)
}

// lastDay is 24 whole hours, so that stored counts can serve them.
func lastDay(now, newest time.Time) data.Period {
	const day = 24 * time.Hour
	end := now.UTC().Truncate(time.Hour).Add(time.Hour)
	if !newest.IsZero() && newest.Before(end.Add(-day)) {
		end = newest.UTC().Truncate(time.Hour).Add(time.Hour)
	}
	return data.Period{From: end.Add(-day), To: end}
}

// Span is the span chosen.
func (p *Presenter) Span() Span { return p.span }

// SetSpan chooses a span. A custom one begins as the period on screen.
func (p *Presenter) SetSpan(s Span) {
	if s == p.span {
		return
	}
	if s == SpanCustom && p.first.IsZero() {
		p.first, p.last = p.Days()
	}
	p.span = s
	p.load()
}

// Days are the first and the last day of the period on screen.
func (p *Presenter) Days() (first, last time.Time) {
	if p.span == SpanCustom && !p.first.IsZero() {
		return p.first, p.last
	}
	zone := p.desk.Zone()
	return p.shown.filter.Period.From.In(zone), p.shown.filter.Period.To.In(zone).Add(-time.Second)
}

// SetDays chooses a period by its first and last day.
func (p *Presenter) SetDays(first, last time.Time) {
	if p.span == SpanCustom && first.Equal(p.first) && last.Equal(p.last) {
		return
	}
	p.span, p.first, p.last = SpanCustom, first, last
	p.load()
}

// Sources are all the sources there are.
func (p *Presenter) Sources() []string { return p.shown.sources }

// Picked are the places, among Sources, of those shown; none means all.
func (p *Presenter) Picked() []int {
	var picked []int
	for i, s := range p.shown.sources {
		if slices.Contains(p.sources, s) {
			picked = append(picked, i)
		}
	}
	return picked
}

// PickSources shows some sources; none means all.
func (p *Presenter) PickSources(picked []int) {
	var sources []string
	for _, i := range picked {
		sources = append(sources, p.shown.sources[i])
	}
	if !slices.Equal(sources, p.sources) {
		p.sources = sources
		p.load()
	}
}
