package inbox

import (
	"context"
	"maps"
	"slices"

	"vedetta/data"
)

// look is what the list asks for, apart from the presenter: it is read on
// other goroutines.
type look struct {
	desk   Desk
	filter data.Filter
	folded bool
	open   map[data.ID]bool // rows below which their copies stand
}

func (p *Presenter) look() look {
	f := p.filter()
	return look{p.desk, f, !p.fold.shown && !p.fold.off && f.Near == 0, maps.Clone(p.fold.open)}
}

// page is a stretch of the list.
type page struct {
	rows     []data.Row
	unfolded int  // of the rows, copies below the row that they belong to
	last     bool // no row follows
}

func (l look) page(ctx context.Context, before data.ID, n int) (page, error) {
	if !l.folded {
		rows, err := l.desk.Page(ctx, l.filter, before, n)
		return page{rows: rows, last: len(rows) < n}, err
	}
	rows, err := l.desk.FoldedPage(ctx, l.filter, before, n)
	out := page{rows: rows, last: len(rows) < n}
	for i := len(rows) - 1; i >= 0 && err == nil; i-- {
		if r := rows[i]; r.Copies > 0 && l.open[r.ID] {
			var below []data.Row
			below, err = l.desk.FoldedRows(ctx, l.filter, r.ID, mostUnfolded)
			out.rows = slices.Insert(out.rows, i+1, below...)
			out.unfolded += len(below)
		}
	}
	return out, err
}

// count is how many mentions a list means, and in how many rows it shows them.
type count struct{ rows, mentions int }

func (l look) count(ctx context.Context) (c count, err error) {
	if l.folded {
		c.rows, c.mentions, err = l.desk.FoldedCount(ctx, l.filter, Cap)
		return c, err
	}
	c.rows, err = l.desk.Count(ctx, l.filter, Cap)
	c.mentions = c.rows
	return c, err
}

// place is the id by which a row stands in the list: its own, or that of the
// row above, for copies below it.
func place(r data.Row) data.ID {
	if r.CopyOf != 0 {
		return r.CopyOf
	}
	return r.ID
}

// unfolded counts the copies that stand below their row.
func unfolded(rows []data.Row) (n int) {
	for _, r := range rows {
		if r.CopyOf != 0 {
			n++
		}
	}
	return n
}
