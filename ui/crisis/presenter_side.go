package crisis

import (
	"slices"
	"strings"

	"vedetta/assets"
	"vedetta/data"
)

// Item is a line of the public side in words: a statement, a claim, a
// question, somebody to be told, a promise.
type Item struct {
	Chip string // its state
	Mood Mood
	Head string
	Text string
	Note string // what changed around it
	Done bool
}

// Kinds are the kinds of statements in the order of a crisis.
var Kinds = [...]data.StatementKind{
	data.StatementHolding, data.StatementApology, data.StatementCorrection, data.StatementClosing, data.StatementInternal,
}

// KindName names a kind of statement.
func (p *Presenter) KindName(k data.StatementKind) string {
	return assets.Capital(p.words.StatementKind(k))
}

// Findings are what can be found about a claim.
var Findings = [...]data.Finding{data.FindingOpen, data.FindingConfirmed, data.FindingFalse, data.FindingOutOfDate}

var findingMoods = map[data.Finding]Mood{
	data.FindingFalse: Bad, data.FindingOutOfDate: Bad, data.FindingOpen: Warn, data.FindingConfirmed: Good,
}

// StatementItem is a statement in words.
func (p *Presenter) StatementItem(s data.Statement) Item {
	i := Item{Head: s.Title, Text: s.Text, Chip: p.words.Text("room.state.draft"), Mood: Warn}
	if i.Head == "" {
		i.Head = p.KindName(s.Kind)
	}
	switch s.State {
	case data.ReplyReady:
		i.Chip = p.words.Text("room.state.ready")
	case data.ReplySent:
		i.Chip, i.Mood, i.Done = p.words.Text("room.state.sent", "When", p.when(s.SentAt)), Good, true
		i.Note = p.Effect(s.ID)
	}
	return i
}

// Marks are the statements that went out, for the chart.
func (p *Presenter) Marks() (out []data.Mark) {
	for _, s := range p.shown.said.statements {
		if s.State == data.ReplySent {
			out = append(out, data.Mark{Issue: s.Issue, Kind: s.Kind, Title: p.StatementItem(s).Head, At: s.SentAt})
		}
	}
	return out
}

// PublishedLine says where and when a statement went out.
func (p *Presenter) PublishedLine(s data.Statement) string {
	parts := []string{p.words.Text("room.state.sent", "When", p.when(s.SentAt))}
	for _, more := range []string{s.Channels, s.URL, p.Effect(s.ID)} {
		if more != "" {
			parts = append(parts, more)
		}
	}
	return strings.Join(parts, " · ")
}

// Effect says what changed around a statement; empty until it is measured.
func (p *Presenter) Effect(statement int64) string {
	for _, e := range p.shown.said.effects {
		if e.Statement == statement && e.BeforeN+e.AfterN > 0 {
			return p.words.Effect(e)
		}
	}
	return ""
}

// ClaimItem is a claim in words, with how many mentions say it.
func (p *Presenter) ClaimItem(c data.Claim) Item {
	i := Item{Head: p.words.Text("room.claim.quoted", "Text", c.Text), Chip: p.words.Finding(c.Finding), Mood: findingMoods[c.Finding], Text: c.Correction}
	if c.Mentions >= 0 {
		i.Head += " · " + p.words.Count("issues.mentions", c.Mentions)
	}
	return i
}

// PersonItem is somebody to be told in words.
func (p *Presenter) PersonItem(s data.Stakeholder) Item {
	i := Item{Head: p.PersonName(s), Text: p.Sentence(s), Chip: p.words.Text("room.told.not"), Mood: Warn}
	if !s.ToldAt.IsZero() {
		i.Chip, i.Mood, i.Done = p.words.Text("room.told", "When", p.when(s.ToldAt)), Good, true
	}
	if s.Contact != "" {
		i.Head += " · " + s.Contact
	}
	i.Note = p.words.Text("room.person.weight", "Influence", s.Influence, "Interest", s.Interest)
	if first := p.before(s); first != "" {
		i.Note = p.words.Text("room.person.after", "Names", first)
	}
	return i
}

// before names those who must hear it from us before the press does and have
// not been told; empty where that is no matter.
func (p *Presenter) before(s data.Stakeholder) string {
	if s.Group != "press" {
		return ""
	}
	var names []string
	for _, other := range p.shown.said.people {
		if other.ToldAt.IsZero() && slices.Contains(p.desk.ToldBeforePress(), other.Group) {
			names = append(names, p.words.StakeholderName(other))
		}
	}
	return strings.Join(names, ", ")
}

// PersonName is who is to be told, as a heading.
func (p *Presenter) PersonName(s data.Stakeholder) string {
	return assets.Capital(p.words.StakeholderName(s))
}

// Sentence is the first thing to say to somebody: the person's own, else one
// that fits the group.
func (p *Presenter) Sentence(s data.Stakeholder) string {
	key := "room.group." + s.Group + ".sentence"
	if s.Sentence == "" && p.words.Has(key) {
		return p.words.Text(key)
	}
	return s.Sentence
}

// PromiseItem is a promise in words.
func (p *Presenter) PromiseItem(one data.Promise) Item {
	i := Item{Head: p.words.PromiseText(one), Done: !one.DoneAt.IsZero()}
	left := one.DueAt.Sub(p.desk.Now())
	switch {
	case i.Done:
		i.Text, i.Mood = p.when(one.DoneAt), Good
	case one.DueAt.IsZero():
	case left < 0:
		i.Text, i.Mood = p.words.Text("room.step.overdue", "When", p.when(one.DueAt), "Span", p.words.Span(-left)), Bad
	default:
		i.Text = p.words.Text("room.step.due", "When", p.when(one.DueAt))
	}
	return i
}

// Strategies are how the crisis is answered, in words.
func (p *Presenter) Strategies() (out []string) {
	for _, s := range p.shown.crisis.Strategies {
		out = append(out, p.words.Strategy(s))
	}
	return out
}

// Advice is what the theory says of them, warnings first.
func (p *Presenter) Advice() (out []Advised) {
	for _, a := range p.shown.advice {
		out = append(out, Advised{p.words.Advice(a), a.Good})
	}
	return out
}
