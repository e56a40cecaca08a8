package crisis

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
)

// Current is the crisis that is shown; false when there is none.
func (p *Presenter) Current() (data.Crisis, bool) {
	return p.shown.crisis, p.shown.crisis.Issue != 0
}

// Open are the crises that are not closed, the most severe first.
func (p *Presenter) Open() []data.Crisis { return p.shown.open }

// Show shows a crisis that another screen means, if need be once it is loaded.
// An issue that is none is offered to be declared one.
func (p *Presenter) Show(issue int64) {
	p.choose(issue)
	p.asking.Load(func(ctx context.Context) func() {
		_, err := p.desk.Crisis(ctx, issue)
		return func() {
			if data.CodeOf(err) == data.ErrNotFound {
				p.Declare(issue, 0)
			}
		}
	})
}

// Choose shows another crisis.
func (p *Presenter) Choose(issue int64) { p.choose(issue) }

func (p *Presenter) choose(issue int64) {
	p.chosen, p.home = issue, false
	if len(p.stop) > 0 {
		p.load(0)
	}
}

// Home shows the list of crises instead of one.
func (p *Presenter) Home() {
	p.home, p.chosen = true, 0
	p.load(0)
}

// LeaveHome leads back from the list to the crisis that is open.
func (p *Presenter) LeaveHome() { p.choose(0) }

// Head is the crisis that is shown, in words.
type Head struct {
	Title   string
	Level   string
	Cluster string
	Type    string
	Closed  string // when it was closed; empty while it is open
	Warned  string // the gravest thing the theory has to say; empty for nothing
}

// Head is what stands above the room.
func (p *Presenter) Head() Head {
	c, w := p.shown.crisis, p.words
	h := Head{Title: c.Title, Level: w.Severity(c.Severity)}
	if cluster := p.desk.ClusterOf(c.Type); cluster != "" {
		h.Cluster, h.Type = w.Text("room.cluster."+string(cluster)), w.CrisisType(c.Type)
	}
	if !c.ClosedAt.IsZero() {
		h.Closed = w.Text("room.closed", "When", p.when(c.ClosedAt))
	}
	for _, a := range p.shown.advice {
		if !a.Good {
			h.Warned = w.Advice(a)
			break
		}
	}
	return h
}

// when writes a time: its clock, with the day unless that is today.
func (p *Presenter) when(t time.Time) string {
	return p.words.ClockOrMoment(t, p.desk.Now(), p.desk.Zone())
}

// Past is a crisis in the list of those that were, in words.
type Past struct {
	Issue              int64
	Title, Level, Line string
	Severity           int
	Open               bool
}

// Past lists all crises: those that are open, then the closed ones.
func (p *Presenter) Past() (out []Past) {
	w, zone := p.words, p.desk.Zone()
	for _, c := range append(append([]data.Crisis{}, p.shown.open...), p.shown.closed...) {
		line := w.Text("room.past.open", "When", w.DateTime(c.DeclaredAt, zone))
		if !c.ClosedAt.IsZero() {
			line = w.Text("room.past.closed", "From", w.Date(c.DeclaredAt, zone), "To", w.Date(c.ClosedAt, zone),
				"Span", w.Span(c.ClosedAt.Sub(c.DeclaredAt)))
		}
		if c.Type != "" {
			line += " · " + w.CrisisType(c.Type)
		}
		out = append(out, Past{c.Issue, c.Title, w.Severity(c.Severity), line, c.Severity, c.ClosedAt.IsZero()})
	}
	return out
}

// At reads a day and an hour; false when the hour cannot be read.
func (p *Presenter) At(day time.Time, clock string) (time.Time, bool) {
	at, err := time.Parse("15:04", strings.ReplaceAll(strings.TrimSpace(clock), ".", ":"))
	if err != nil {
		return time.Time{}, false
	}
	y, m, d := day.Date()
	return time.Date(y, m, d, at.Hour(), at.Minute(), 0, 0, p.desk.Zone()).UTC(), true
}
