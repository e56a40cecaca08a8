package crisis

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
)

// Step is a step of the playbook in words.
type Step struct {
	ID         int64
	Title, Why string
	Line       string // when it was done, or until when; who does it
	Mood       Mood
	Done       bool
	Note       string
}

// Group is a phase with its steps.
type Group struct {
	Phase data.Phase
	Name  string
	Steps []Step
}

// Steps are the steps by phase; phases without any are left out.
func (p *Presenter) Steps() (out []Group) {
	for _, phase := range data.Phases {
		g := Group{Phase: phase, Name: p.PhaseName(phase)}
		for _, s := range p.shown.steps {
			if s.Phase == phase {
				g.Steps = append(g.Steps, p.step(s))
			}
		}
		if len(g.Steps) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// PhaseName names a phase.
func (p *Presenter) PhaseName(phase data.Phase) string {
	return p.words.Phase(phase)
}

func (p *Presenter) step(s data.CrisisStep) Step {
	out := Step{ID: s.ID, Title: s.Title, Why: s.Why, Done: !s.DoneAt.IsZero(), Note: s.Note}
	var parts []string
	switch left := s.DueAt.Sub(p.desk.Now()); {
	case out.Done:
		parts = append(parts, p.when(s.DoneAt))
	case s.DueAt.IsZero():
	case left < 0 && p.shown.crisis.ClosedAt.IsZero():
		parts = append(parts, p.words.Text("room.step.overdue", "When", p.when(s.DueAt), "Span", p.words.Span(-left)))
		out.Mood = Bad
	default:
		parts = append(parts, p.words.Text("room.step.due", "When", p.when(s.DueAt)))
	}
	if s.Owner != "" {
		parts = append(parts, s.Owner)
	}
	if s.Note != "" {
		parts = append(parts, s.Note)
	}
	out.Line = strings.Join(parts, " · ")
	return out
}

// Progress says how many steps are done, and how many are late.
func (p *Presenter) Progress() string {
	done, late := 0, 0
	now := p.desk.Now()
	for _, s := range p.shown.steps {
		switch {
		case !s.DoneAt.IsZero():
			done++
		case !s.DueAt.IsZero() && s.DueAt.Before(now) && p.shown.crisis.ClosedAt.IsZero():
			late++
		}
	}
	said := p.words.Text("room.steps.done", "Done", done, "All", len(p.shown.steps))
	if late > 0 {
		said += " · " + p.words.Count("room.steps.late", late)
	}
	return said
}

// Book is the name of the playbook that is followed.
func (p *Presenter) Book() string {
	for _, b := range p.shown.books {
		if b.Key == p.shown.crisis.Playbook {
			return b.Name
		}
	}
	return ""
}

// DoStep says that a step is done, or is not.
func (p *Presenter) DoStep(id int64, done bool) {
	for _, s := range p.shown.steps {
		if s.ID != id || !s.DoneAt.IsZero() == done {
			continue
		}
		what := "room.done.step"
		if !done {
			what = "room.done.step_open"
		}
		p.run(p.words.Text(what, "Title", s.Title), func(ctx context.Context) (undoing, error) { return p.desk.DoStep(ctx, id, done) })
	}
}

// NoteStep keeps a note on a step.
func (p *Presenter) NoteStep(id int64, note string) {
	note = strings.TrimSpace(note)
	for _, s := range p.shown.steps {
		if s.ID == id && s.Note != note {
			p.make(p.words.Text("room.done.noted"), func(ctx context.Context) error { return p.desk.NoteStep(ctx, id, note) })
		}
	}
}

// AddStep adds a step of the person's own, to be done within some minutes from
// now; 0 for no clock.
func (p *Presenter) AddStep(phase data.Phase, title string, minutes int) {
	c := p.shown.crisis
	if minutes > 0 { // the clock of a step counts from the declaration
		minutes += int(p.desk.Now().Sub(c.DeclaredAt) / time.Minute)
	}
	title = strings.Join(strings.Fields(title), " ")
	p.run(p.words.Text("room.done.step_added", "Title", title), func(ctx context.Context) (undoing, error) {
		return p.desk.AddStep(ctx, c.Issue, phase, title, minutes)
	})
}
