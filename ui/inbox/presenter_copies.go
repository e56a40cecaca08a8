package inbox

import (
	"context"
	"slices"

	"vedetta/data"
)

// copiesDesk is what the desk knows of mentions that say the same.
type copiesDesk interface {
	FoldedPage(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error)
	FoldedCount(ctx context.Context, f data.Filter, limit int) (rows, mentions int, err error)
	FoldedRows(ctx context.Context, f data.Filter, id data.ID, limit int) ([]data.Row, error)
	WithFolded(ctx context.Context, f data.Filter, ids []data.ID) ([]data.ID, error)
	Copies(ctx context.Context, id data.ID, limit int) (rows []data.Row, total int, err error)
	FoldsCopies(ctx context.Context) (bool, error)
	SetFoldsCopies(ctx context.Context, fold bool) error
}

// mostUnfolded is how many copies are shown below a row.
const mostUnfolded = 500

// folding is how the list shows copies. The zero value folds them.
type folding struct {
	shown bool // the person wants to see each at its own time
	off   bool // so does the filter of another screen
	open  map[data.ID]bool
}

// inRows says into how many rows the mentions of the list are folded.
func (p *Presenter) inRows() string {
	rows := p.list.length() - unfolded(p.list.rows)
	if rows >= p.list.found {
		return ""
	}
	return " " + p.words.Count("copies.rows", rows)
}

// loadFolding finds out how the person wants to see copies.
func (p *Presenter) loadFolding() {
	p.dispatcher.Do(func(ctx context.Context) func() {
		folds, err := p.desk.FoldsCopies(ctx)
		return func() {
			if err != nil {
				p.failed(err)
			} else if p.fold.shown == folds {
				p.fold.shown = !folds
				p.reload()
			}
		}
	})
}

// Folds tells whether the list folds copies; possible is false where it cannot.
func (p *Presenter) Folds() (folds, possible bool) {
	return !p.fold.shown, !p.fold.off && p.filter().Near == 0
}

// ToggleFolding shows each copy at its own time, or folds them again, from now
// on.
func (p *Presenter) ToggleFolding() {
	if _, possible := p.Folds(); !possible {
		return
	}
	p.fold.shown = !p.fold.shown
	fold := !p.fold.shown
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.SetFoldsCopies(ctx, fold)
		return func() {
			if err != nil {
				p.failed(err)
			}
		}
	})
	p.reload()
}

// ToggleCopies shows the copies that are folded into a row below it, or folds
// them again. For one of the copies it does so with the row that it belongs to.
func (p *Presenter) ToggleCopies(id data.ID) {
	at, ok := p.find(id)
	if !ok {
		return
	}
	id = place(p.list.rows[at])
	at, ok = p.find(id)
	switch {
	case !ok || p.list.rows[at].Copies == 0:
	case p.fold.open[id]:
		p.closeCopies(id, at)
	default:
		p.openCopies(id)
	}
}

func (p *Presenter) closeCopies(id data.ID, at int) {
	end := at + 1
	for end < len(p.list.rows) && p.list.rows[end].CopyOf == id {
		end++
	}
	delete(p.fold.open, id)
	p.list.rows = slices.Delete(p.list.rows, at+1, end)
	p.list.total -= end - at - 1
	p.dropMarks()
	p.Choose(id)
}

func (p *Presenter) openCopies(id data.ID) {
	l := p.look()
	p.loads.unfold.Load(func(ctx context.Context) func() {
		below, err := l.desk.FoldedRows(ctx, l.filter, id, mostUnfolded)
		return func() {
			at, ok := p.find(id)
			switch {
			case err != nil:
				p.failed(err)
			case ok && !p.fold.open[id]:
				if p.fold.open == nil {
					p.fold.open = map[data.ID]bool{}
				}
				p.fold.open[id] = true
				p.list.rows = slices.Insert(p.list.rows, at+1, below...)
				p.list.total += len(below)
				p.face.ListChanged()
			}
		}
	})
}

// Unfolded tells whether the copies of a row stand below it.
func (p *Presenter) Unfolded(id data.ID) bool { return p.fold.open[id] }

// mentionsIn is how many mentions a row stands for.
func (p *Presenter) mentionsIn(r data.Row) int {
	if p.fold.open[r.ID] {
		return 1
	}
	return 1 + r.Copies
}

// inherit lets the copies below a row that leaves the list stay in sight: the
// first of them will stand for the others.
func (p *Presenter) inherit(gone []former) {
	for _, g := range gone {
		next := g.at + 1
		if p.fold.open[g.row.ID] && next < len(p.list.rows) && p.list.rows[next].CopyOf == g.row.ID {
			p.fold.open[p.list.rows[next].ID] = true
		}
	}
}

// spread finds out what a change to rows is a change to: what is folded into
// them changes too.
func (p *Presenter) spread(ids []data.ID) func(context.Context) ([]data.ID, error) {
	var folded []data.ID
	for _, id := range ids {
		if at, ok := p.find(id); ok && p.list.rows[at].Copies > 0 && !p.fold.open[id] {
			folded = append(folded, id)
		}
	}
	f := p.filter()
	return func(ctx context.Context) ([]data.ID, error) {
		if len(folded) == 0 {
			return ids, nil
		}
		all, err := p.desk.WithFolded(ctx, f, folded)
		if err != nil {
			return nil, err
		}
		all = append(all, ids...)
		slices.Sort(all)
		return slices.Compact(all), nil
	}
}

// ShowCopies lists a mention and its copies, whatever their state.
func (p *Presenter) ShowCopies(id data.ID) {
	p.SetFilter(data.Filter{Near: id}, p.words.Text("copies.title"))
	p.Choose(id)
}
