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
	order  data.Order
	ranked ranking
}

func (p *Presenter) look() look {
	f := p.filter()
	return look{
		desk: p.desk, filter: f, folded: !p.fold.shown && !p.fold.off && f.Near == 0, open: maps.Clone(p.fold.open),
		order: p.sortedBy(), ranked: p.list.ranked,
	}
}

// page is a stretch of the list.
type page struct {
	rows     []data.Row
	unfolded int  // of the rows, copies below the row that they belong to
	last     bool // no row follows
	ranked   ranking
}

// first reads the beginning of the list, and what its order puts on top.
func (l look) first(ctx context.Context, n int) (page, error) {
	ids, err := l.desk.Ranked(ctx, l.filter, l.order, l.folded)
	if err != nil {
		return page{}, err
	}
	l.ranked = rankingOf(ids)
	return l.page(ctx, 0, n)
}

// page reads the rows below the one in a place; 0: from the top.
func (l look) page(ctx context.Context, below data.ID, n int) (page, error) {
	out := page{ranked: l.ranked}
	ids, below := l.ranked.below(below)
	var err error
	if ids = ids[:min(n, len(ids))]; len(ids) > 0 {
		if out.rows, err = l.desk.RowsOf(ctx, l.filter, ids, l.folded); err != nil {
			return out, err
		}
	}
	for missing := n - len(ids); missing > 0 && !out.last && err == nil; missing = n - len(out.rows) {
		var rows []data.Row
		if rows, err = l.newest(ctx, below, missing); len(rows) > 0 {
			below = rows[len(rows)-1].ID
		}
		out.last = len(rows) < missing
		out.rows = append(out.rows, l.ranked.without(rows)...)
	}
	if err == nil && l.folded {
		err = l.unfold(ctx, &out)
	}
	return out, err
}

func (l look) newest(ctx context.Context, before data.ID, n int) ([]data.Row, error) {
	if l.folded {
		return l.desk.FoldedPage(ctx, l.filter, before, n)
	}
	return l.desk.Page(ctx, l.filter, before, n)
}

// unfold puts the copies below the rows of which the person wants to see them.
func (l look) unfold(ctx context.Context, out *page) error {
	for i := len(out.rows) - 1; i >= 0; i-- {
		r := out.rows[i]
		if r.Copies == 0 || !l.open[r.ID] {
			continue
		}
		below, err := l.desk.FoldedRows(ctx, l.filter, r.ID, mostUnfolded)
		if err != nil {
			return err
		}
		out.rows = slices.Insert(out.rows, i+1, below...)
		out.unfolded += len(below)
	}
	return nil
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
