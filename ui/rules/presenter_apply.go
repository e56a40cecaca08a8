package rules

import (
	"context"

	"vedetta/data"
)

// applying is a rule that is being applied to what is here.
type applying struct {
	rule     data.TriageRule
	progress data.Progress
	stop     func()
}

// Apply applies a rule to what is here. One is applied at a time; stopped, what
// is done stays and can be taken back like all of it.
func (p *Presenter) Apply(r data.TriageRule) {
	if p.applying != nil {
		return
	}
	asked, stop := context.WithCancel(context.Background())
	run := &applying{rule: r, stop: stop}
	p.applying = run
	p.dispatcher.Do(func(ctx context.Context) func() {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(asked, cancel)()
		n, undo, err := p.desk.ApplyRule(ctx, r.ID, func(at data.Progress) {
			p.dispatcher.Post(func() { p.came(run, at) })
		})
		return func() { p.applied(n, undo, err) }
	})
	p.face.ProgressChanged()
}

func (p *Presenter) came(run *applying, at data.Progress) {
	if p.applying == run {
		run.progress = at
		p.face.ProgressChanged()
	}
}

func (p *Presenter) applied(n int, undo undoing, err error) {
	p.applying.stop()
	p.applying = nil
	p.face.ProgressChanged()
	if err != nil && data.CodeOf(err) != data.ErrCancelled {
		p.face.Failed(err)
	}
	what := p.words.Count("rules.done.applied", n)
	if n == 0 {
		p.face.Said(what)
		return
	}
	p.did(what, undo)
}

// StopApplying gives the applying up.
func (p *Presenter) StopApplying() {
	if p.applying != nil {
		p.applying.stop()
	}
}

// Applying says how far it is; false when no rule is being applied.
func (p *Presenter) Applying() (text string, share float64, ok bool) {
	if p.applying == nil {
		return "", 0, false
	}
	at := p.applying.progress
	text = p.words.Text("rules.applying", "Name", p.applying.rule.Name)
	if at.Total == 0 {
		return text, 0, true
	}
	text += " · " + p.words.Text("export.of", "Rows", p.words.Number(at.Done), "All", p.words.Number(at.Total))
	if left, known := at.Left(); known {
		text += " · " + p.words.Text("export.left", "Span", p.words.Span(left))
	}
	return text, float64(at.Done) / float64(at.Total), true
}

// TakeBack takes back all that a rule did, except what was changed since.
func (p *Presenter) TakeBack(r data.TriageRule) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.UndoRule(ctx, r.ID)
		return func() {
			if p.face.Failed(err); err == nil {
				p.face.Said(p.words.Text("rules.undone", "What", r.Name))
			}
		}
	})
}
