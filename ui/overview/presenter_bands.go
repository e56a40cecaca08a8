package overview

import (
	"slices"
	"time"

	"vedetta/data"
)

// BandKind is what a stretch of the chart stands for.
type BandKind int

// The kinds of bands.
const (
	BandIncident BandKind = iota
	BandExpected
	BandGap
	BandMark // a statement of ours
)

// Band is a stretch of the chart that is marked, in words.
type Band struct {
	Kind         BandKind
	Period       data.Period
	Label, Short string
}

// Bands are the incidents of the period on screen, the stretches without data
// and what we published. What the person said was no crisis is none here either.
func (p *Presenter) Bands() (out []Band) {
	f := p.figures
	for _, gap := range f.situation.Unwatched {
		if period, ok := overlap(gap, f.filter.Period); ok {
			out = append(out, Band{Kind: BandGap, Period: period, Label: p.text("band.gap")})
		}
	}
	zone := p.desk.Zone()
	for _, i := range f.incidents {
		if i.Verdict == data.NotCrisis || !p.concerns(i.Stream) {
			continue
		}
		period, ok := overlap(data.Period{From: i.Onset, To: p.end(i)}, f.filter.Period)
		if !ok {
			continue
		}
		day := p.words.Day(i.OpenedAt, zone)
		b := Band{Period: period, Label: p.text("band.incident", "When", day+" "+p.words.Clock(i.OpenedAt, zone)), Short: day}
		if i.Expect {
			b.Kind, b.Label, b.Short = BandExpected, p.text("band.expected"), ""
		}
		out = append(out, b)
	}
	for _, m := range f.marks {
		out = append(out, Band{Kind: BandMark, Period: data.Period{From: m.At}, Label: p.words.StatementMark(m)})
	}
	return out
}

// concerns tells whether a stream is on screen with the sources chosen.
func (p *Presenter) concerns(s data.Stream) bool {
	sources := p.figures.filter.Sources
	return s.Kind != data.OfSource || len(sources) == 0 || slices.Contains(sources, s.Name)
}

// end is until when an incident is seen: one that is open, until the newest
// mention.
func (p *Presenter) end(i data.Incident) time.Time {
	if !i.Open() {
		return i.ClosedAt
	}
	end := p.figures.workspace.Last
	for _, a := range i.Alarms {
		if a.At.After(end) {
			end = a.At
		}
	}
	return end
}

// overlap is the part of a within b, of which both ends are known.
func overlap(a, b data.Period) (data.Period, bool) {
	if a.From.Before(b.From) {
		a.From = b.From
	}
	if a.To.IsZero() || a.To.After(b.To) {
		a.To = b.To
	}
	return a, a.From.Before(a.To)
}

// unwatched tells whether there is no data at all for a bar.
func (p *Presenter) unwatched(b data.Bucket) bool {
	return b.Mentions() == 0 && slices.ContainsFunc(p.figures.situation.Unwatched, func(g data.Period) bool {
		return !g.From.After(b.Start) && (g.To.IsZero() || !g.To.Before(b.End))
	})
}
