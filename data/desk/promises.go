package desk

import (
	"context"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

// Promises lists what was promised in a crisis and the checks after it, the
// earliest due first.
func (d *Desk) Promises(ctx context.Context, issue int64) ([]data.Promise, error) {
	return d.store.Promises(ctx, issue)
}

// SavePromise keeps something that was promised, with the moment until when;
// ErrPromiseEmpty without either.
func (d *Desk) SavePromise(ctx context.Context, issue int64, p data.Promise) (id int64, undo Undo, err error) {
	p.Issue, p.Text, p.Note = issue, oneLine(strings.ToValidUTF8(p.Text, "")), strings.TrimSpace(strings.ToValidUTF8(p.Note, ""))
	if p.DueAt = p.DueAt.UTC(); p.DueAt.Unix() <= 0 || p.Text == "" && p.ID == 0 {
		return 0, nil, &data.Error{Code: data.ErrPromiseEmpty}
	}
	if p.Kind == "" {
		p.Kind = data.PromiseChange
	}
	undo, err = d.undoableCrisis(ctx, func(e *store.IssueEdit) (err error) {
		if _, err = e.CrisisIn(issue); err != nil {
			return err
		}
		if id, _, err = e.PutPromise(p); err != nil || p.ID != 0 {
			return err
		}
		rest := map[string]any{"kind": p.Kind, "due": p.DueAt.Format(time.RFC3339)}
		e.LogTakenBack(issue, data.LogUnpromised, p.Text, rest)
		return e.LogCrisis(issue, data.LogPromised, p.Text, rest)
	})
	return id, undo, err
}

// KeepPromise notes that a promise was kept, or that it was not.
func (d *Desk) KeepPromise(ctx context.Context, id int64, done bool) (Undo, error) {
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		p, err := e.Promise(id)
		if err != nil || p.DoneAt.IsZero() != done {
			return err
		}
		kind, back := data.LogUnkept, data.LogKept
		if p.DoneAt = (time.Time{}); done {
			p.DoneAt, kind, back = d.Now(), back, kind
		}
		if _, _, err := e.PutPromise(p); err != nil {
			return err
		}
		rest := map[string]any{"kind": p.Kind}
		e.LogTakenBack(p.Issue, back, p.Text, rest)
		return e.LogCrisis(p.Issue, kind, p.Text, rest)
	})
}

// DropPromise forgets a promise; the log keeps that it was made.
func (d *Desk) DropPromise(ctx context.Context, id int64) (Undo, error) {
	return d.undoableCrisis(ctx, func(e *store.IssueEdit) error {
		p, err := e.DropPromise(id)
		if err != nil {
			return err
		}
		rest := map[string]any{"kind": p.Kind, "due": p.DueAt.Format(time.RFC3339)}
		e.LogTakenBack(p.Issue, data.LogPromised, p.Text, rest)
		return e.LogCrisis(p.Issue, data.LogUnpromised, p.Text, rest)
	})
}

// dueSoon is how long before something falls due it is told.
const dueSoon = 10 * time.Minute

// CrisisDue lists what has fallen due in crises by now, or will within ten
// minutes, the earliest first: the next word in public, steps with a clock,
// promises and checks. It depends on the time alone, so that a laptop that
// slept over a moment finds it on waking.
func (d *Desk) CrisisDue(ctx context.Context, now time.Time) (due []data.CrisisDue, err error) {
	until := now.Add(dueSoon)
	open, err := d.store.Crises(ctx, false)
	if err != nil {
		return nil, err
	}
	titles := map[int64]string{}
	for _, c := range open {
		titles[c.Issue] = c.Title
		if due, err = d.dueIn(ctx, c, until, due); err != nil {
			return nil, err
		}
	}
	promises, err := d.store.PromisesUntil(ctx, until)
	if err != nil {
		return nil, err
	}
	for _, p := range promises {
		title, ok := titles[p.Issue]
		if !ok {
			c, err := d.store.Crisis(ctx, p.Issue)
			if err != nil {
				return nil, err
			}
			title = c.Title
			titles[p.Issue] = title
		}
		kind := data.DuePromise
		if p.Kind == data.PromiseCheck {
			kind = data.DueCheck
		}
		due = append(due, data.CrisisDue{Issue: p.Issue, Crisis: title, Kind: kind, ID: p.ID, Title: p.Text, At: p.DueAt})
	}
	sortDue(due)
	return due, nil
}
