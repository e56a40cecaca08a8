package desk

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

// CrisisSteps lists the steps of a crisis in their order.
func (d *Desk) CrisisSteps(ctx context.Context, issue int64) ([]data.CrisisStep, error) {
	return d.store.CrisisSteps(ctx, issue)
}

// SetCrisisPlaybook takes the steps of another playbook, in a language. Those
// that were done, noted or added by the person stay.
func (d *Desk) SetCrisisPlaybook(ctx context.Context, issue int64, key, lang string) error {
	book, err := d.playbook(ctx, key, lang)
	if err != nil {
		return err
	}
	return d.editCrisis(ctx, func(e *store.IssueEdit) error {
		before, err := e.ChangeCrisis(issue, func(c *data.Crisis) { c.Playbook = key })
		if err != nil {
			return err
		}
		if err := e.SetSteps(issue, book.Steps); err != nil {
			return err
		}
		return e.LogCrisis(issue, data.LogPlaybook, "", map[string]any{"from": before.Playbook, "to": key, "steps": len(book.Steps)})
	})
}

// DoStep says that a step is done, or that it is not. Both stay in the log,
// and so does taking it back.
func (d *Desk) DoStep(ctx context.Context, step int64, done bool) (Undo, error) {
	var at time.Time
	if done {
		at = d.Now()
	}
	before, err := d.setDone(ctx, step, at)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		_, err := d.setDone(ctx, step, before)
		return err
	}, nil
}

// setDone stores when a step was done and tells what was stored before. What
// is as it should be stays, with its time.
func (d *Desk) setDone(ctx context.Context, step int64, at time.Time) (before time.Time, err error) {
	err = d.editCrisis(ctx, func(e *store.IssueEdit) error {
		issue, s, err := e.StepIn(step)
		if before = s.DoneAt; err != nil || before.IsZero() == at.IsZero() {
			return err
		}
		c, err := e.CrisisIn(issue)
		if err != nil {
			return err
		}
		kind, rest := data.LogStepUndone, map[string]any{"key": s.Key, "title": s.Title}
		if !at.IsZero() {
			kind, at = data.LogStepDone, latest(at, c.DeclaredAt)
			if late := at.Sub(s.DueAt); !s.DueAt.IsZero() && late >= time.Minute {
				rest["late"] = int(late / time.Minute)
			}
		}
		s.DoneAt = at
		if err := e.SaveStep(s); err != nil {
			return err
		}
		return e.LogCrisis(issue, kind, "", rest)
	})
	return before, err
}

// NoteStep keeps a note on a step; every wording stays in the log.
func (d *Desk) NoteStep(ctx context.Context, step int64, note string) error {
	note = strings.TrimSpace(note)
	return d.editCrisis(ctx, func(e *store.IssueEdit) error {
		issue, s, err := e.StepIn(step)
		if err != nil || s.Note == note {
			return err
		}
		s.Note = note
		if err := e.SaveStep(s); err != nil {
			return err
		}
		return e.LogCrisis(issue, data.LogStepNoted, note, map[string]any{"key": s.Key, "title": s.Title})
	})
}

// mostStepMinutes is the longest clock of a step: a week.
const mostStepMinutes = 7 * 24 * 60

// AddStep adds a step of the person's own behind the others of its phase, with
// a clock in minutes since the declaration; 0 for none.
func (d *Desk) AddStep(ctx context.Context, issue int64, phase data.Phase, title string, minutes int) (Undo, error) {
	title = strings.Join(strings.Fields(strings.ToValidUTF8(title, "")), " ")
	if title == "" {
		return nil, &data.Error{Code: data.ErrStepTitle}
	}
	minutes = min(max(minutes, 0), mostStepMinutes)
	rest := map[string]any{"title": title, "phase": phase, "minutes": minutes}
	var id int64
	err := d.editCrisis(ctx, func(e *store.IssueEdit) (err error) {
		if _, err = e.CrisisIn(issue); err != nil {
			return err
		}
		if id, err = e.AddStep(issue, data.PlaybookStep{Phase: phase, Title: title, Minutes: minutes}); err != nil {
			return err
		}
		return e.LogCrisis(issue, data.LogStepAdded, "", rest)
	})
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		return d.editCrisis(ctx, func(e *store.IssueEdit) error {
			if err := e.DropStep(id); err != nil {
				return err
			}
			return e.LogCrisis(issue, data.LogStepGone, "", rest)
		})
	}, nil
}
