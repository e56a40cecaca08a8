package desk

import (
	"context"
	"time"

	"vedetta/data"
)

// Snooze puts mentions off until a moment; the zero time brings them back.
func (d *Desk) Snooze(ctx context.Context, ids []data.ID, until time.Time) (Undo, error) {
	before, err := d.store.Snooze(ctx, ids, until)
	if err != nil {
		return nil, err
	}
	d.events.TriageChanged.Fire(ids)
	return func(ctx context.Context) error {
		_, err := d.store.SetSnoozed(ctx, before)
		d.events.TriageChanged.Fire(ids)
		return err
	}, nil
}

// Snoozed counts the mentions that are put off.
func (d *Desk) Snoozed(ctx context.Context) (data.Snoozed, error) { return d.store.Snoozed(ctx) }
