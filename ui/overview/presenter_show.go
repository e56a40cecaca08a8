package overview

import (
	"math"
	"time"

	"vedetta/data"
)

// Good tells whether a change is for the better.
type Good int

// What a change means.
const (
	Indifferent Good = iota
	Better
	Worse
)

// Tile is a number with its change and how it came about.
type Tile struct {
	Value   string
	Change  string // "▲ 38% on the period before"
	Good    Good
	Formula string
}

// TileNames are the translation keys of the tiles' captions, in their order.
var TileNames = [...]string{
	"overview.mentions", "overview.net", "overview.share", "overview.unanswered", "overview.reply", "overview.reach",
}

// Made tells whether there are numbers to show.
func (p *Presenter) Made() bool { return p.shown.made }

// Empty tells whether the workspace has no mention yet.
func (p *Presenter) Empty() bool { return p.shown.made && p.shown.workspace.Mentions == 0 }

// Period says which period is shown, and whether it ends before today because
// the mentions do.
func (p *Presenter) Period() string {
	w, zone, f := p.words, p.desk.Zone(), p.shown.filter.Period
	shown := w.Range(f.From, f.To, zone)
	if p.span == SpanDay {
		shown = w.DateTime(f.From, zone) + " – " + w.DateTime(f.To, zone)
	}
	if p.span != SpanCustom && f.To.Before(p.desk.Now()) {
		shown += " · " + w.Text("overview.until", "Day", w.Date(p.shown.workspace.Last, zone))
	}
	return shown
}

// Timeline is the sentiment over time on screen.
func (p *Presenter) Timeline() data.Timeline { return p.shown.timeline }

// Drivers are the words that set the period apart.
func (p *Presenter) Drivers() data.Drivers { return p.drivers }

// Answers are the mentions to answer first.
func (p *Presenter) Answers() []data.Row { return p.answers }

// Tiles are the numbers of the period.
func (p *Presenter) Tiles() []Tile {
	return []Tile{p.mentionsTile(), p.netTile(), p.shareTile(), p.unansweredTile(), p.replyTile(), p.reachTile()}
}

func (p *Presenter) number(n int) string { return p.words.Number(int64(n)) }

func (p *Presenter) mentionsTile() Tile {
	s, w := p.shown.summary, p.words
	now, before := s.Now.Mentions(), s.Before.Mentions()
	t := Tile{Value: p.number(now)}
	t.Formula = w.Text("overview.mentions.formula", "Now", p.number(now), "Before", p.number(before))
	switch {
	case before > 0:
		change := 100 * float64(now-before) / float64(before)
		t.Change = arrow(change) + w.Percent(math.Abs(change)) + " " + w.Text("overview.on_before")
	case now > 0:
		t.Change = w.Text("overview.none_before")
	}
	return t
}

func (p *Presenter) netTile() Tile {
	s, w := p.shown.summary, p.words
	t := Tile{Value: "—"}
	net, ok := s.Now.Net()
	if ok {
		t.Value = w.Signed(net)
	}
	if before, had := s.Before.Net(); ok && had {
		t.Change, t.Good = p.points(net-before, +1)
	}
	t.Formula = w.Text("overview.net.formula", "P", p.number(s.Now.Positive), "N", p.number(s.Now.Negative), "U", p.number(s.Now.Neutral), "Net", t.Value)
	return t
}

func (p *Presenter) shareTile() Tile {
	s, w := p.shown.summary, p.words
	t := Tile{Value: "—"}
	share, ok := s.Now.NegativeShare()
	if ok {
		t.Value = w.Percent(share)
	}
	if before, had := s.Before.NegativeShare(); ok && had {
		t.Change, t.Good = p.points(share-before, -1)
	}
	t.Formula = w.Text("overview.share.formula", "N", p.number(s.Now.Negative), "All", p.number(s.Now.Mentions()), "Share", t.Value)
	return t
}

// points writes a change in points; good says which direction is better.
func (p *Presenter) points(change float64, good int) (string, Good) {
	n := int(math.Round(change))
	switch {
	case n == 0:
		return p.words.Text("overview.same"), Indifferent
	case (n > 0) == (good > 0):
		return arrow(change) + p.words.Count("overview.points", abs(n)), Better
	}
	return arrow(change) + p.words.Count("overview.points", abs(n)), Worse
}

func abs(n int) int { return max(n, -n) }

func arrow(change float64) string {
	switch {
	case change > 0:
		return "▲ "
	case change < 0:
		return "▼ "
	}
	return ""
}

func (p *Presenter) unansweredTile() Tile {
	u, w := p.shown.summary.Unanswered, p.words
	t := Tile{Value: p.number(u.Count), Formula: w.Text("overview.unanswered.formula")}
	if u.Count > 0 {
		t.Change, t.Good = w.Text("overview.oldest", "Span", w.Span(p.desk.Now().Sub(u.Oldest))), Worse
	}
	return t
}

func (p *Presenter) replyTile() Tile {
	s, w := p.shown.summary, p.words
	t := Tile{Value: "—", Formula: w.Count("overview.reply.formula", s.FirstReply.Replies)}
	if s.FirstReply.Replies == 0 {
		t.Change = w.Text("overview.reply.none")
		return t
	}
	t.Value = w.Span(s.FirstReply.Median)
	if s.FirstReplyBefore.Replies > 0 {
		change := s.FirstReply.Median - s.FirstReplyBefore.Median
		t.Change, t.Good = arrow(float64(change))+w.Span(max(change, -change)), Worse
		if change < 0 {
			t.Good = Better
		}
		if change.Abs() < time.Minute {
			t.Change, t.Good = w.Text("overview.same"), Indifferent
		}
	}
	return t
}

func (p *Presenter) reachTile() Tile {
	s, w := p.shown.summary, p.words
	t := Tile{Value: "—", Formula: w.Text("overview.reach.formula", "Known", p.number(s.Now.ReachKnown), "All", p.number(s.Now.Mentions()))}
	if s.Now.ReachKnown > 0 {
		t.Value = w.Compact(s.Now.Reach)
		t.Change = w.Count("overview.reach.known", s.Now.ReachKnown)
	} else {
		t.Change = w.Text("overview.reach.unknown")
	}
	return t
}

// DriverNote is how often a driver comes and how that compares: "61 · ×9.1".
func (p *Presenter) DriverNote(d data.Driver) string {
	n := p.number(d.Mentions())
	if d.Ratio == 0 {
		return n + " · " + p.words.Text("overview.new")
	}
	return n + " · ×" + p.words.Decimal(d.Ratio, 1)
}

// SampleNote says that drivers were counted on a sample; empty if not.
func (p *Presenter) SampleNote() string {
	if p.drivers.Read >= p.drivers.Total {
		return ""
	}
	return p.words.Text("overview.sample", "Read", p.number(p.drivers.Read), "Total", p.number(p.drivers.Total))
}

// Bar says what a bar of the chart stands for.
func (p *Presenter) Bar(i int) string {
	w := p.words
	b := p.shown.timeline.Buckets[i]
	parts := p.BarTitle(i)
	for _, l := range data.Labels {
		parts += " · " + w.Label(l) + " " + p.number(b.Of(l))
	}
	if net, ok := b.Net(); ok {
		parts += " · " + w.Text("overview.net") + " " + w.Signed(net)
	}
	return parts
}

// BarTitle is the stretch of time of a bar.
func (p *Presenter) BarTitle(i int) string {
	b, zone := p.shown.timeline.Buckets[i], p.desk.Zone()
	if p.shown.timeline.Step == data.Hourly {
		return p.words.DateTime(b.Start, zone)
	}
	return p.words.Range(b.Start, b.End, zone)
}

// BarFilter means the mentions of a bar.
func (p *Presenter) BarFilter(i int) data.Filter {
	f := p.shown.filter
	b := p.shown.timeline.Buckets[i]
	f.Period = data.Period{From: b.Start, To: b.End}
	return f
}

// DriverFilter means the mentions of the period that carry a driver.
func (p *Presenter) DriverFilter(d data.Driver) data.Filter {
	f := p.shown.filter
	f.Text = data.TextQuery{Clauses: []data.Clause{{Terms: []data.Term{{Text: d.Term}}}}}
	return f
}
