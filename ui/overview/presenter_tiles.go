package overview

import (
	"math"
	"time"

	"vedetta/data"
)

// Tone is whether a change is good news.
type Tone int

// The tones.
const (
	Plain Tone = iota
	Good
	Bad
)

// TileNames are the last parts of the translation keys of the tiles, in
// their order.
var TileNames = [...]string{"mentions", "net", "negative", "unanswered", "reply", "reach"}

// Tile is a key figure in words.
type Tile struct {
	Value   string
	Delta   string // change against the period before, or a remark
	Short   string // Delta in fewer words
	Tone    Tone   // of Delta
	Formula string // where the value comes from, with its numbers
}

// Tiles are the key figures in the order of TileNames.
func (p *Presenter) Tiles() [len(TileNames)]Tile {
	s := p.figures.summary
	return [...]Tile{p.mentions(s), p.net(s), p.negative(s), p.unanswered(s), p.reply(s), p.reach(s)}
}

func (p *Presenter) text(name string, pairs ...any) string {
	return p.words.Text("overview."+name, pairs...)
}

func (p *Presenter) number(n int) string { return p.words.Number(int64(n)) }

func (p *Presenter) mentions(s data.Summary) Tile {
	now, before := s.Now.Mentions(), s.Before.Mentions()
	t := Tile{
		Value:   p.number(now),
		Formula: p.text("formula.mentions", "Period", p.Period(), "N", p.number(now), "Before", p.number(before)),
	}
	switch {
	case before == 0 && now > 0:
		t.Delta = p.text("delta.none_before")
	case before > 0:
		change := 100 * float64(now-before) / float64(before)
		t.Short = arrow(change) + p.words.Percent(math.Abs(change))
		t.Delta = p.text("delta.mentions."+p.figures.span.Key(), "Change", t.Short)
	}
	return t
}

func (p *Presenter) net(s data.Summary) Tile {
	now, ok := s.Now.Net()
	before, okBefore := s.Before.Net()
	t := Tile{Value: p.known(p.words.Signed(now), ok)}
	t.Formula = p.text("formula.net", "P", p.number(s.Now.Positive), "N", p.number(s.Now.Negative),
		"All", p.number(s.Now.Mentions()), "Net", t.Value, "Before", p.known(p.words.Signed(before), okBefore))
	t.Delta, t.Tone = p.points(now, before, ok && okBefore, Good)
	return t
}

func (p *Presenter) negative(s data.Summary) Tile {
	now, ok := s.Now.NegativeShare()
	before, okBefore := s.Before.NegativeShare()
	t := Tile{Value: p.known(p.words.Percent(now), ok)}
	t.Formula = p.text("formula.negative", "N", p.number(s.Now.Negative), "All", p.number(s.Now.Mentions()),
		"Share", t.Value, "Before", p.known(p.words.Percent(before), okBefore))
	t.Delta, t.Tone = p.points(now, before, ok && okBefore, Bad)
	return t
}

// points is the difference of two rounded values, as they stand on screen;
// rise is what it means when the value rises.
func (p *Presenter) points(now, before float64, known bool, rise Tone) (string, Tone) {
	diff := int(math.Round(now) - math.Round(before))
	switch {
	case !known:
		return "", Plain
	case diff == 0:
		return p.text("delta.same"), Plain
	case diff < 0:
		rise = Good + Bad - rise
	}
	n := max(diff, -diff)
	return arrow(float64(diff)) + p.words.Count("overview.delta.points", n), rise
}

func (p *Presenter) unanswered(s data.Summary) Tile {
	u := s.Unanswered
	t := Tile{Value: p.number(u.Count), Delta: p.text("delta.answered"), Formula: p.text("formula.answered")}
	if u.Count > 0 {
		waits := p.words.Span(p.desk.Now().Sub(u.Oldest))
		t.Delta, t.Short, t.Tone = p.text("delta.oldest", "Span", waits), waits, Bad
		t.Formula = p.text("formula.unanswered", "N", t.Value, "When", p.words.DateTime(u.Oldest, p.desk.Zone()))
	}
	if late := p.figures.workspace.Overdue.Count; late > 0 {
		t.Delta, t.Short, t.Tone = p.words.Count("overview.delta.overdue", late), "", Bad
		t.Formula += " " + p.words.Count("overview.formula.overdue", late)
	}
	return t
}

func (p *Presenter) reply(s data.Summary) Tile {
	now, before := s.FirstReply, s.FirstReplyBefore
	if now.Replies == 0 {
		return Tile{Value: p.known("", false), Delta: p.text("delta.no_reply"), Formula: p.text("formula.no_reply")}
	}
	t := Tile{Value: p.words.Span(now.Median)}
	t.Formula = p.words.Count("overview.formula.reply", now.Replies, "Median", t.Value,
		"Before", p.known(p.words.Span(before.Median), before.Replies > 0))
	diff := now.Median - before.Median
	switch {
	case before.Replies == 0:
		t.Delta = p.words.Count("overview.delta.replies", now.Replies)
	case diff.Abs() < time.Minute:
		t.Delta = p.text("delta.same")
	default:
		t.Delta, t.Tone = arrow(float64(diff))+p.words.Span(diff.Abs()), Good
		if diff > 0 {
			t.Tone = Bad
		}
	}
	t.Formula += " " + p.responses(s.Responses)
	return t
}

// responses tells how mentions were answered, with its numbers.
func (p *Presenter) responses(r data.Responses) string {
	return p.text("formula.responses", "Part", p.number(r.Rate.Part), "Of", p.number(r.Rate.Of), "Rate", p.share(r.Rate.Value),
		"Low", p.share(r.Rate.Low), "High", p.share(r.Rate.High), "Kept", p.number(r.Kept.Part), "Timed", p.number(r.Kept.Of),
		"KeptRate", p.share(r.Kept.Value), "Median", p.words.Span(r.First.Median), "P90", p.words.Span(r.First.P90))
}

func (p *Presenter) share(of float64) string { return p.words.Percent(100 * of) }

// Answered tells in short how much was answered, and how much of it in time;
// empty when nothing was.
func (p *Presenter) Answered() string {
	r := p.figures.summary.Responses
	if r.First.N == 0 {
		return ""
	}
	return p.text("answers.rate", "Rate", p.share(r.Rate.Value), "Kept", p.share(r.Kept.Value))
}

func (p *Presenter) reach(s data.Summary) Tile {
	known := s.Now.ReachKnown
	return Tile{
		Value:   p.known(p.words.Compact(s.Now.Reach), known > 0),
		Delta:   p.words.Count("overview.delta.reach", known),
		Short:   p.text("delta.reach.short", "N", p.number(known)),
		Formula: p.words.Count("overview.formula.reach", known, "Reach", p.words.Number(s.Now.Reach), "All", p.number(s.Now.Mentions())),
	}
}

// known is a value, or a dash where there is none.
func (p *Presenter) known(value string, ok bool) string {
	if !ok {
		return "–"
	}
	return value
}

func arrow(change float64) string {
	switch {
	case change > 0:
		return "▲ "
	case change < 0:
		return "▼ "
	}
	return ""
}
