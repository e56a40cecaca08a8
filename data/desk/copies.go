package desk

import (
	"context"

	"vedetta/data"
	"vedetta/data/copies"
	"vedetta/data/store"
)

const (
	// printBatch is how many prints are stored in one transaction.
	printBatch = 5_000
	// sweepChunk is how many prints are read at a time.
	sweepChunk = 20_000
	// groupBatch is how many members of groups are stored in one transaction.
	groupBatch = 5_000
	// textsKept is how many texts are kept for further comparisons.
	textsKept = 4_096
)

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

// sweep looks through a stretch of mentions, and what lies within reach of it,
// for groups of copies.
type sweep struct {
	store   *store.Store
	reader  *store.TextReader
	todo    store.CopiesTodo
	texts   map[data.ID]said
	groups  []store.CopyGroup // found, not stored yet
	members int               // of them
	changed bool              // something was stored
	stale   bool              // mentions came or went meanwhile: it begins anew
}

func (s *sweep) run(ctx context.Context) error {
	g := copies.NewGrouper(func(a, b data.ID) (bool, error) { return s.near(ctx, a, b) })
	last := s.todo.Last + copies.Reach
	for next, more := s.todo.First-copies.Reach, true; more && !s.stale; {
		chunk, err := s.store.Printed(ctx, next, last, sweepChunk)
		if err != nil {
			return err
		}
		for _, p := range chunk {
			fresh := p.ID >= s.todo.First && p.ID <= s.todo.Last
			if err := g.Add(copies.Mention{ID: p.ID, Print: copies.PrintOf(p.Print), Group: p.Group, Fresh: fresh}); err != nil {
				return err
			}
			next = p.ID + 1
		}
		if err := s.take(ctx, g.Done()); err != nil {
			return err
		}
		more = len(chunk) == sweepChunk
	}
	if err := s.take(ctx, g.Finish()); err != nil {
		return err
	}
	if err := s.save(ctx); err != nil || s.stale {
		return err
	}
	return s.store.EndCopiesTodo(ctx, s.todo)
}

// take stores groups, a large one in parts.
func (s *sweep) take(ctx context.Context, groups []copies.Group) error {
	for _, g := range groups {
		for {
			part := store.CopyGroup{ID: g.ID, New: g.New[:min(len(g.New), groupBatch)], Old: g.Old}
			g.New, g.Old = g.New[len(part.New):], nil
			s.groups, s.members = append(s.groups, part), s.members+len(part.New)+len(part.Old)
			if s.members >= groupBatch {
				if err := s.save(ctx); err != nil {
					return err
				}
			}
			if len(g.New) == 0 {
				break
			}
		}
	}
	return nil
}

func (s *sweep) save(ctx context.Context) error {
	if s.stale || len(s.groups) == 0 {
		return nil
	}
	ok, err := s.store.SaveCopyGroups(ctx, s.todo, s.groups)
	s.stale, s.changed = !ok && err == nil, s.changed || ok
	s.groups, s.members = s.groups[:0], 0
	return err
}

// said is what a mention says, ready for comparing.
type said struct {
	text  copies.Text
	label data.Label
	gone  bool
}

// near compares the texts of two mentions. Praise is no copy of a complaint,
// however alike they are.
func (s *sweep) near(ctx context.Context, a, b data.ID) (bool, error) {
	x, err := s.said(ctx, a)
	if err != nil {
		return false, err
	}
	y, err := s.said(ctx, b)
	if err != nil || x.gone || y.gone || opposite(x.label, y.label) {
		return false, err
	}
	return copies.Near(x.text, y.text), nil
}

func opposite(a, b data.Label) bool { return a != b && a != data.Neutral && b != data.Neutral }

func (s *sweep) said(ctx context.Context, id data.ID) (said, error) {
	if t, ok := s.texts[id]; ok {
		return t, nil
	}
	t, ok, err := s.reader.Text(ctx, id)
	if err != nil {
		return said{}, err
	}
	if len(s.texts) >= textsKept {
		clear(s.texts)
	}
	s.texts[id] = said{copies.Read(t.Text), t.Label, !ok}
	return s.texts[id], nil
}

// WaitForCopies returns when the groups of copies are up to date.
func (d *Desk) WaitForCopies() {
	d.indexer.wait()
	d.copier.wait()
}

// FoldedPage lists mentions newest first as Page does, of copies only the
// earliest that the filter means, with the number of the others.
func (d *Desk) FoldedPage(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error) {
	return d.store.FoldedPage(ctx, f, before, n)
}

// FoldedCount counts mentions, no further than limit+1, and the rows that
// FoldedPage gives of as many.
func (d *Desk) FoldedCount(ctx context.Context, f data.Filter, limit int) (rows, mentions int, err error) {
	return d.store.FoldedCount(ctx, f, limit)
}

// FoldedRows lists the copies that FoldedPage folds into a mention, oldest
// first.
func (d *Desk) FoldedRows(ctx context.Context, f data.Filter, id data.ID, limit int) ([]data.Row, error) {
	return d.store.FoldedRows(ctx, f, id, limit)
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
