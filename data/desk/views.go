package desk

import (
	"context"
	"strings"

	"vedetta/data"
)

// Views lists the saved views in the person's order.
func (d *Desk) Views(ctx context.Context) ([]data.SavedView, error) { return d.store.Views(ctx) }

// SaveView stores a view; one without an id is new and comes last. A query that
// cannot be read is ErrQuery, a name that another one has ErrNameTaken.
func (d *Desk) SaveView(ctx context.Context, v data.SavedView) (Undo, error) {
	if _, err := data.ParseQuery(v.Query, d.Zone()); err != nil {
		return nil, err
	}
	v.Name, v.Query = strings.Join(strings.Fields(v.Name), " "), strings.TrimSpace(v.Query)
	id, before, err := d.store.SaveView(ctx, v)
	if err != nil {
		return nil, err
	}
	d.events.ViewsChanged.Fire(struct{}{})
	return d.viewUndo(func(ctx context.Context) error {
		if before == nil {
			_, err := d.store.DeleteView(ctx, id)
			return err
		}
		_, _, err := d.store.SaveView(ctx, *before)
		return err
	}), nil
}

// DeleteView removes a view; the mentions in it stay.
func (d *Desk) DeleteView(ctx context.Context, id int64) (Undo, error) {
	was, err := d.store.DeleteView(ctx, id)
	if err != nil {
		return nil, err
	}
	d.events.ViewsChanged.Fire(struct{}{})
	return d.viewUndo(func(ctx context.Context) error {
		_, _, err := d.store.SaveView(ctx, was)
		return err
	}), nil
}

// OrderViews puts the views into the order of the ids.
func (d *Desk) OrderViews(ctx context.Context, ids []int64) (Undo, error) {
	views, err := d.store.Views(ctx)
	if err != nil {
		return nil, err
	}
	if err := d.store.OrderViews(ctx, ids); err != nil {
		return nil, err
	}
	var before []int64
	for _, v := range views {
		before = append(before, v.ID)
	}
	d.events.ViewsChanged.Fire(struct{}{})
	return d.viewUndo(func(ctx context.Context) error { return d.store.OrderViews(ctx, before) }), nil
}

func (d *Desk) viewUndo(undo Undo) Undo {
	return func(ctx context.Context) error {
		err := undo(ctx)
		d.events.ViewsChanged.Fire(struct{}{})
		return err
	}
}

// Askable lists what a search can ask for, to suggest it while typing.
func (d *Desk) Askable(ctx context.Context) (data.Known, error) {
	k, err := d.store.Askable(ctx)
	k.Now = d.Now().In(d.Zone())
	return k, err
}
