package desk

import (
	"context"

	"vedetta/data"
	"vedetta/data/copies"
	"vedetta/data/store"
)

// printBatch is how many prints are stored in one transaction.
const printBatch = 5_000

// findCopies does the next step of finding copies: it makes prints of new
// texts or, when all are made, looks through a stretch of mentions that came or
// went. It returns 0 when nothing is left to do. Each step can be repeated: a
// kill loses no more than the one under way.
func (d *Desk) findCopies(ctx context.Context) (int, error) {
	u, err := d.store.Unprinted(ctx, printBatch)
	if err != nil {
		return 0, err
	}
	if n := len(u.Texts); n > 0 {
		return n, d.store.SavePrints(ctx, u, printsOf(u.Texts))
	}
	todo, ok, err := d.store.CopiesTodo(ctx, copies.Reach)
	if err != nil || !ok {
		return 0, err
	}
	reader, err := d.store.TextReader(ctx)
	if err != nil {
		return 0, err
	}
	defer reader.Close()
	s := sweep{store: d.store, reader: reader, todo: todo, texts: map[data.ID]said{}}
	err = s.run(ctx)
	if s.changed {
		d.changedMentions()
	}
	return 1, err
}

func printsOf(texts []store.Text) [][]byte {
	var p copies.Printer
	out := make([][]byte, len(texts))
	for i, t := range texts {
		out[i] = p.Of(t.Text).Bytes()
	}
	return out
}

// WaitForCopies returns when the groups of copies are up to date.
func (d *Desk) WaitForCopies() {
	d.indexer.wait()
	d.copier.wait()
}

// FoldedPage lists mentions newest first as Page does, of copies only the
// earliest that the filter means, with the number of the others.
func (d *Desk) FoldedPage(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error) {
	rows, err := d.store.FoldedPage(ctx, f, before, n)
	return d.withDue(ctx, rows, err)
}

// FoldedCount counts mentions, no further than limit+1, and the rows that
// FoldedPage gives of as many.
func (d *Desk) FoldedCount(ctx context.Context, f data.Filter, limit int) (rows, mentions int, err error) {
	return d.store.FoldedCount(ctx, f, limit)
}

// FoldedRows lists the copies that FoldedPage folds into a mention, oldest
// first.
func (d *Desk) FoldedRows(ctx context.Context, f data.Filter, id data.ID, limit int) ([]data.Row, error) {
	rows, err := d.store.FoldedRows(ctx, f, id, limit)
	return d.withDue(ctx, rows, err)
}

// WithFolded adds to mentions the copies that FoldedPage folds into them.
func (d *Desk) WithFolded(ctx context.Context, f data.Filter, ids []data.ID) ([]data.ID, error) {
	return d.store.WithFolded(ctx, f, ids)
}

// Copies lists what says the same as a mention, oldest first and at most
// limit; total is how many there are.
func (d *Desk) Copies(ctx context.Context, id data.ID, limit int) (rows []data.Row, total int, err error) {
	return d.store.Copies(ctx, id, limit)
}

// CopiesIn counts how much of a filter's mentions is repetition.
func (d *Desk) CopiesIn(ctx context.Context, f data.Filter) (data.Copies, error) {
	return d.store.CopiesIn(ctx, f)
}

// FoldsCopies tells whether lists show copies folded.
func (d *Desk) FoldsCopies(ctx context.Context) (bool, error) {
	setting, err := d.store.Setting(ctx, store.SettingCopies)
	return setting != copiesShown, err
}

const copiesShown = "shown"

// SetFoldsCopies decides whether lists show copies folded.
func (d *Desk) SetFoldsCopies(ctx context.Context, fold bool) error {
	setting := copiesShown
	if fold {
		setting = "folded"
	}
	return d.changedSettings(d.store.SetSetting(ctx, store.SettingCopies, setting))
}
