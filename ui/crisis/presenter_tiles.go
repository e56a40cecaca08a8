package crisis

import (
	"time"

	"vedetta/data"
)

// TileNames are the figures above the room, in their order.
var TileNames = [...]string{"detected", "statement", "negative", "answered", "recovery"}

// Mood is how a remark is to be taken.
type Mood int

// The moods.
const (
	Plain Mood = iota
	Good
	Bad
	Warn
)

// Tile is a figure in words, with how it is reckoned.
type Tile struct {
	Value, Delta, Short, Formula string // Short: Delta for a narrow tile
	Mood                         Mood
}

// goldenHour is within which the first answer is expected (Coombs).
const goldenHour = time.Hour

// Tiles are the figures now; times run on between two loads.
func (p *Presenter) Tiles() [len(TileNames)]Tile {
	return [...]Tile{p.detected(), p.statement(), p.negative(), p.answered(), p.recovery()}
}

// now is when the crisis ended, or the present while it goes on.
func (p *Presenter) now() time.Time {
	if closed := p.shown.crisis.ClosedAt; !closed.IsZero() {
		return closed
	}
	return p.desk.Now()
}

func (p *Presenter) detected() Tile {
	c, n, w := p.shown.crisis, p.shown.numbers, p.words
	at, formula := c.DetectedAt, "room.tile.detected.formula"
	if at.IsZero() {
		at, formula = c.DeclaredAt, "room.tile.declared.formula"
	}
	t := Tile{Value: w.Span(p.now().Sub(at)), Delta: w.Text("room.closed.short"), Formula: w.Text(formula,
		"At", p.when(at), "Onset", p.when(c.Onset), "Data", w.Span(n.DataLatency), "Rule", w.Span(n.RuleLatency))}
	if !c.ClosedAt.IsZero() {
		return t
	}
	left := goldenHour - p.now().Sub(at)
	if left > 0 {
		t.Delta, t.Short, t.Mood = w.Text("room.golden.left", "Span", w.Span(left)), w.Text("room.golden.left.short", "Span", w.Span(left)), Warn
		return t
	}
	t.Delta, t.Short = w.Text("room.golden.passed", "Span", w.Span(-left)), w.Text("room.golden.passed.short")
	return t
}

func (p *Presenter) statement() Tile {
	c, n, w := p.shown.crisis, p.shown.numbers, p.words
	t := Tile{Value: "–", Formula: w.Text("room.tile.statement.formula", "Onset", p.when(c.Onset), "Target", w.Span(n.HoldingTarget), "Level", w.Severity(c.Severity))}
	if n.Holding >= 0 {
		t.Value = w.Span(n.Holding)
		t.Delta, t.Mood = w.Text("room.target.kept", "Target", w.Span(n.HoldingTarget)), Good
		if n.Holding > n.HoldingTarget {
			t.Delta, t.Mood = w.Text("room.target.missed", "Target", w.Span(n.HoldingTarget)), Bad
		}
		return t
	}
	left := c.Onset.Add(n.HoldingTarget).Sub(p.now())
	t.Delta, t.Short, t.Mood = w.Text("room.target.left", "Span", w.Span(left)), w.Text("room.target.left.short", "Span", w.Span(left)), Warn
	if left < 0 {
		t.Delta, t.Short, t.Mood = w.Text("room.target.late", "Span", w.Span(-left)), w.Text("room.target.late.short", "Span", w.Span(-left)), Bad
	}
	return t
}

func (p *Presenter) negative() Tile {
	n, w := p.shown.numbers, p.words
	t := Tile{
		Value: w.Text("room.per_hour", "N", w.Number(int64(n.NegativeHour))), Delta: w.Text("room.peak.none"),
		Formula: w.Text("room.tile.negative.formula", "Negative", w.Number(int64(n.Negative)), "N", w.Number(int64(n.Mentions))),
	}
	if n.PeakHour > 0 {
		t.Delta = w.Text("room.peak", "N", w.Number(int64(n.PeakHour)), "When", p.when(n.PeakHourAt))
		t.Short = w.Text("room.peak.short", "N", w.Number(int64(n.PeakHour)))
	}
	return t
}

func (p *Presenter) answered() Tile {
	n, w := p.shown.numbers, p.words
	t := Tile{
		Value:   w.Text("room.of", "A", w.Number(int64(n.Answered)), "B", w.Number(int64(n.Answerable))),
		Formula: w.Text("room.tile.answered.formula", "N", w.Number(int64(n.Answerable))),
	}
	switch waiting := n.Answerable - n.Answered; {
	case n.Answerable == 0:
		t.Delta = w.Text("room.waiting.none")
	case waiting == 0:
		t.Delta, t.Mood = w.Text("room.waiting.done"), Good
	default:
		t.Delta = w.Count("room.waiting", waiting, "Oldest", w.Span(n.OldestWaiting))
		t.Short = w.Count("room.waiting.short", waiting)
	}
	return t
}

func (p *Presenter) recovery() Tile {
	n, w := p.shown.numbers, p.words
	t := Tile{Value: "–", Delta: w.Text("room.recovery.few"), Formula: w.Text("room.tile.recovery.formula",
		"Now", w.Signed(n.NSS), "NowN", w.Number(int64(n.NSSN)), "Lowest", w.Signed(n.LowestNSS), "LowestN", w.Number(int64(n.LowestN)),
		"Before", w.Signed(n.BaselineNSS), "BeforeN", w.Number(int64(n.BaselineN)))}
	switch {
	case !n.RecoveredAt.IsZero():
		t.Value, t.Mood = w.Percent(100), Good
		t.Delta = w.Text("room.recovery.done", "When", w.Day(n.RecoveredAt, p.desk.Zone()))
	case n.Enough && n.LowestNSS >= n.BaselineNSS:
		t.Delta = w.Text("room.recovery.no_drop")
	case n.Recovery >= 0 && n.Enough:
		t.Value, t.Delta, t.Short = w.Percent(100*n.Recovery), w.Text("room.recovery"), w.Text("room.recovery.short")
	}
	return t
}

// Next says when the next word is due, and whether it is late; empty when
// nothing is promised.
func (p *Presenter) Next() (said string, late bool) {
	at := p.shown.numbers.NextUpdate
	if at.IsZero() || !p.shown.crisis.ClosedAt.IsZero() {
		return "", false
	}
	left := at.Sub(p.desk.Now())
	if left < 0 {
		return p.words.Text("room.next.late", "Span", p.words.Span(-left)), true
	}
	return p.words.Text("room.next", "When", p.when(at), "Span", p.words.Span(left)), false
}

// Timeline is the series around the crisis for its chart.
func (p *Presenter) Timeline() data.Timeline {
	t := data.Timeline{Step: data.Daily, Buckets: p.shown.series}
	if b := t.Buckets; len(b) > 0 && b[0].End.Sub(b[0].Start) <= 2*time.Hour {
		t.Step = data.Hourly
	}
	return t
}

// Bar explains a bar of the chart.
func (p *Presenter) Bar(i int) string {
	b, w, zone := p.shown.series[i], p.words, p.desk.Zone()
	when := w.Range(b.Start, b.End, zone)
	if b.End.Sub(b.Start) <= 2*time.Hour {
		when = w.Moment(b.Start, zone)
	}
	n := func(n int) string { return w.Number(int64(n)) }
	net, ok := b.Net()
	said := w.Text("room.net.none")
	if ok {
		said = w.Signed(net)
	}
	return w.Text("room.bar", "When", when, "Negative", n(b.Negative), "Neutral", n(b.Neutral), "Positive", n(b.Positive), "Net", said)
}

// Span is the stretch of the chart that belongs to the crisis, with its name.
func (p *Presenter) Span() (period data.Period, label, short string) {
	c := p.shown.crisis
	period = data.Period{From: c.Onset, To: p.now()}
	if calm := p.shown.numbers.CalmSince; !calm.IsZero() && calm.Before(period.To) && calm.After(c.Onset) {
		period.To = calm
	}
	return period, p.words.Text("room.band", "When", p.when(c.Onset)), p.words.Text("room.band.short")
}
