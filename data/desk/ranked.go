package desk

import (
	"context"

	"vedetta/data"
	"vedetta/data/store"
)

// Order tells how lists are sorted.
func (d *Desk) Order(ctx context.Context) (data.Order, error) {
	setting, err := d.store.Setting(ctx, store.SettingOrder)
	return data.OrderOf(setting), err
}

// SetOrder decides how lists are sorted.
func (d *Desk) SetOrder(ctx context.Context, o data.Order) error {
	return d.changedSettings(d.store.SetSetting(ctx, store.SettingOrder, string(o)))
}

// Ranked gives the ids of a filter's mentions that an order puts on top; folded
// leaves out those for which a copy stands. The rest follows newest first.
func (d *Desk) Ranked(ctx context.Context, f data.Filter, order data.Order, folded bool) ([]data.ID, error) {
	if order == data.ByTime {
		return nil, nil
	}
	ids, err := d.store.Ranked(ctx, f, order)
	if err != nil || !folded {
		return ids, err
	}
	return d.store.Standing(ctx, f, ids)
}

// RowsOf reads the rows of mentions in their order; folded tells of each how
// many copies it stands for. Mentions that are gone are left out.
func (d *Desk) RowsOf(ctx context.Context, f data.Filter, ids []data.ID, folded bool) ([]data.Row, error) {
	read := d.store.RowsInOrder
	if folded {
		read = func(ctx context.Context, ids []data.ID) ([]data.Row, error) { return d.store.FoldedRowsOf(ctx, f, ids) }
	}
	rows, err := read(ctx, ids)
	return d.withDue(ctx, rows, err)
}

// Priority weighs how pressing a mention is.
func (d *Desk) Priority(ctx context.Context, id data.ID) (data.Priority, error) {
	return d.store.Priority(ctx, id)
}

// SetPriority makes mentions more pressing (1), less (-1) or takes that back
// (0).
func (d *Desk) SetPriority(ctx context.Context, ids []data.ID, priority int8) (Undo, error) {
	return d.change(ctx, ids, func(t *data.Triage) { t.Priority = max(-1, min(1, priority)) })
}

// IDs gives at most limit ids that a filter means, newest first.
func (d *Desk) IDs(ctx context.Context, f data.Filter, limit int) ([]data.ID, error) {
	return d.store.IDs(ctx, f, limit)
}
