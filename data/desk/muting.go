package desk

import (
	"cmp"
	"context"
	"strings"
	"time"

	"vedetta/data"
)

// MutedAuthors lists the muted authors, the last one first.
func (d *Desk) MutedAuthors(ctx context.Context) ([]data.MutedAuthor, error) {
	return d.store.Muted(ctx)
}

// MuteAuthor leaves the mentions of an author out of the open views. They are
// counted all the same.
func (d *Desk) MuteAuthor(ctx context.Context, a data.Author) (Undo, error) {
	return d.mute(ctx, cmp.Or(strings.TrimPrefix(a.Handle, "@"), a.Name), d.Now())
}

// UnmuteAuthor takes that back; author is as MutedAuthors tells it.
func (d *Desk) UnmuteAuthor(ctx context.Context, author string) (Undo, error) {
	return d.mute(ctx, author, time.Time{})
}

func (d *Desk) mute(ctx context.Context, author string, since time.Time) (Undo, error) {
	if author == "" {
		return nil, data.Errorf(data.ErrNotFound, "an author without a name")
	}
	before, err := d.store.Mute(ctx, author, since)
	if err != nil {
		return nil, err
	}
	d.changedMuted()
	return func(ctx context.Context) error {
		_, err := d.store.Mute(ctx, author, before)
		d.changedMuted()
		return err
	}, nil
}

func (d *Desk) changedMuted() {
	d.events.RulesChanged.Fire(struct{}{})
	d.events.TriageChanged.Fire(nil)
}
