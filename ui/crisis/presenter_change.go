package crisis

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// run has the desk make a change that can be taken back; what names it.
func (p *Presenter) run(what string, do func(context.Context) (undoing, error)) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		undo, err := do(ctx)
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			p.history.Add(what, undo)
			p.face.Done(what)
		}
	})
}

// make has the desk make a change that stays in the log for good.
func (p *Presenter) make(what string, do func(context.Context) error) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := do(ctx)
		return func() {
			if err != nil {
				p.fail(err)
				return
			}
			if what != "" {
				p.face.Said(what)
			}
		}
	})
}

// fail shows an error; what was ticked or typed did not come to be.
func (p *Presenter) fail(err error) {
	p.face.Failed(err)
	p.face.RoomChanged()
}

// Undo takes the last change back, made here or on another screen.
func (p *Presenter) Undo() {
	p.history.Undo(p.dispatcher, func(what string, err error) {
		if err != nil {
			p.face.Failed(err)
			return
		}
		p.face.Undone(what)
	})
}

// Rate rates the crisis anew.
func (p *Presenter) Rate(f *Form) {
	issue, r, level, reason := p.shown.crisis.Issue, f.Rating, f.Level, f.Reason
	p.make(p.words.Text("room.done.rated", "Level", p.words.Severity(level)), func(ctx context.Context) error {
		return p.desk.RateCrisis(ctx, issue, r, level, reason)
	})
}

// Retype says that the crisis is of another type, with the strategies for it.
func (p *Presenter) Retype(f *Form) {
	c, t, reason, chosen := p.shown.crisis, f.Type, f.Reason, f.Strategies
	p.make(p.words.Text("room.done.typed", "Type", p.words.CrisisType(t)), func(ctx context.Context) error {
		if t != c.Type {
			if err := p.desk.RetypeCrisis(ctx, c.Issue, t, reason); err != nil {
				return err
			}
		}
		return p.desk.SetCrisisStrategies(ctx, c.Issue, chosen)
	})
}

// UsePlaybook follows another playbook; steps that are done stay.
func (p *Presenter) UsePlaybook(b data.Playbook) {
	issue := p.shown.crisis.Issue
	p.make(p.words.Text("room.done.playbook", "Name", b.Name), func(ctx context.Context) error {
		return p.desk.SetCrisisPlaybook(ctx, issue, b.Key, b.Lang)
	})
}

// MoveOnset says when the crisis began.
func (p *Presenter) MoveOnset(at time.Time) {
	issue := p.shown.crisis.Issue
	p.make(p.words.Text("room.done.onset", "When", p.when(at)), func(ctx context.Context) error {
		return p.desk.MoveOnset(ctx, issue, at)
	})
}

// WriteLog writes the person's words into the log, with a file unless its path
// is empty.
func (p *Presenter) WriteLog(text, path string) {
	issue := p.shown.crisis.Issue
	if text = strings.TrimSpace(text); text == "" && path == "" {
		return
	}
	p.make("", func(ctx context.Context) error {
		if path == "" {
			return p.desk.WriteLog(ctx, issue, text, nil)
		}
		if info, err := os.Stat(path); err == nil && info.Size() > data.MaxAttachment {
			return &data.Error{Code: data.ErrAttachmentLarge}
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return &data.Error{Code: data.ErrFileDenied, Err: err}
		}
		return p.desk.WriteLog(ctx, issue, text, &desk.LogFile{Name: filepath.Base(path), Bytes: content})
	})
}

// Reopen lets a closed crisis go on.
func (p *Presenter) Reopen(reason string) {
	c := p.shown.crisis
	p.make(p.words.Text("room.done.reopened", "Title", c.Title), func(ctx context.Context) error {
		return p.desk.ReopenCrisis(ctx, c.Issue, reason)
	})
}
