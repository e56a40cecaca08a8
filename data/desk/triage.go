package desk

import (
	"context"
	"strings"

	"vedetta/data"
)

// Undo takes a change back.
type Undo = func(ctx context.Context) error

// SetStatus sets the triage status of mentions.
func (d *Desk) SetStatus(ctx context.Context, ids []data.ID, s data.Status) (Undo, error) {
	return d.change(ctx, ids, func(t *data.Triage) { t.Status = s })
}

// SetLabel sets the person's own label, which wins everywhere; nil takes it
// back and the model's label stands again.
func (d *Desk) SetLabel(ctx context.Context, ids []data.ID, l *data.Label) (Undo, error) {
	undo, err := d.change(ctx, ids, func(t *data.Triage) { t.Override = l })
	d.teacher.kick()
	d.lookAgain(ids)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		defer d.lookAgain(ids)
		return undo(ctx)
	}, nil
}

// SetStarred marks mentions with a star, or takes it off.
func (d *Desk) SetStarred(ctx context.Context, ids []data.ID, on bool) (Undo, error) {
	return d.change(ctx, ids, func(t *data.Triage) { t.Starred = on })
}

// SetNote writes the person's note on a mention.
func (d *Desk) SetNote(ctx context.Context, id data.ID, note string) (Undo, error) {
	return d.change(ctx, []data.ID{id}, func(t *data.Triage) { t.Note = strings.TrimSpace(note) })
}

func (d *Desk) change(ctx context.Context, ids []data.ID, edit func(*data.Triage)) (Undo, error) {
	before, err := d.store.ChangeTriage(ctx, ids, edit)
	if err != nil {
		return nil, err
	}
	d.events.TriageChanged.Fire(ids)
	return func(ctx context.Context) error {
		err := d.store.RestoreTriage(ctx, before)
		d.events.TriageChanged.Fire(ids)
		return err
	}, nil
}

// AddTag puts a tag on mentions.
func (d *Desk) AddTag(ctx context.Context, ids []data.ID, tag string) (Undo, error) {
	return d.tag(ctx, ids, tag, d.store.Tag, d.store.Untag)
}

// RemoveTag takes a tag off mentions.
func (d *Desk) RemoveTag(ctx context.Context, ids []data.ID, tag string) (Undo, error) {
	at, err := d.store.TaggedAt(ctx, ids, tag)
	if err != nil {
		return nil, err
	}
	again := func(ctx context.Context, ids []data.ID, tag string) ([]data.ID, error) {
		return ids, d.store.TagAgain(ctx, ids, tag, at)
	}
	return d.tag(ctx, ids, tag, d.store.Untag, again)
}

type tagging func(ctx context.Context, ids []data.ID, tag string) ([]data.ID, error)

func (d *Desk) tag(ctx context.Context, ids []data.ID, tag string, do, undo tagging) (Undo, error) {
	changed, err := do(ctx, ids, tag)
	if err != nil {
		return nil, err
	}
	d.events.TriageChanged.Fire(changed)
	d.lookAgain(changed)
	return func(ctx context.Context) error {
		_, err := undo(ctx, changed, tag)
		d.events.TriageChanged.Fire(changed)
		d.lookAgain(changed)
		return err
	}, nil
}
