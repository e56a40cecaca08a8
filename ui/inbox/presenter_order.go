package inbox

import (
	"cmp"
	"context"
	"slices"

	"vedetta/data"
)

// orderDesk is what the inbox asks about the order of the list.
type orderDesk interface {
	Order(ctx context.Context) (data.Order, error)
	SetOrder(ctx context.Context, o data.Order) error
	Ranked(ctx context.Context, f data.Filter, order data.Order, folded bool) ([]data.ID, error)
	RowsOf(ctx context.Context, f data.Filter, ids []data.ID, folded bool) ([]data.Row, error)
}

// ranking is what an order puts on top of the list; the rest follows newest
// first. It is never changed: other goroutines read it.
type ranking struct {
	ids  []data.ID
	rank map[data.ID]int
}

func rankingOf(ids []data.ID) ranking {
	r := ranking{ids: ids}
	if len(ids) > 0 {
		r.rank = make(map[data.ID]int, len(ids))
	}
	for i, id := range ids {
		r.rank[id] = i
	}
	return r
}

// compare orders two mentions as they stand in the list.
func (r ranking) compare(a, b data.ID) int {
	ra, aOnTop := r.rank[a]
	rb, bOnTop := r.rank[b]
	switch {
	case aOnTop && bOnTop:
		return cmp.Compare(ra, rb)
	case aOnTop:
		return -1
	case bOnTop:
		return 1
	}
	return cmp.Compare(b, a)
}

// below gives what of the ranked follows on a place, and the id below which
// the rest goes on.
func (r ranking) below(place data.ID) ([]data.ID, data.ID) {
	if place == 0 {
		return r.ids, 0
	}
	if at, onTop := r.rank[place]; onTop {
		return r.ids[at+1:], 0
	}
	return nil, place
}

// without leaves out what stands on top.
func (r ranking) without(rows []data.Row) []data.Row {
	if len(r.ids) == 0 {
		return rows
	}
	return slices.DeleteFunc(rows, func(row data.Row) bool { _, onTop := r.rank[row.ID]; return onTop })
}

// Order is how the person wants the list sorted.
func (p *Presenter) Order() data.Order { return p.order }

// sortedBy is how the list is sorted: what another screen wants to see at its
// own time stays newest first.
func (p *Presenter) sortedBy() data.Order {
	if p.fold.off {
		return data.ByTime
	}
	return p.order
}

// SetOrder sorts the list, from now on.
func (p *Presenter) SetOrder(o data.Order) {
	if o == p.order {
		return
	}
	p.order = o
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.SetOrder(ctx, o)
		return func() {
			if err != nil {
				p.failed(err)
			}
		}
	})
	p.list.current = 0 // the top of the new order is what the person asks for
	p.reload()
	p.face.SideChanged()
}

// OrderWords names an order.
func (p *Presenter) OrderWords(o data.Order) string {
	key := string(o)
	if o == data.ByTime {
		key = "time"
	}
	return p.words.Text("list.order." + key)
}

// loadOrder finds out how the person wants the list sorted.
func (p *Presenter) loadOrder() {
	p.dispatcher.Do(func(ctx context.Context) func() {
		o, err := p.desk.Order(ctx)
		return func() {
			if err != nil {
				p.failed(err)
			} else if o != p.order {
				p.order = o
				if p.sortedBy() == o {
					p.list.current = 0
				}
				p.reload()
				p.face.SideChanged()
			}
		}
	})
}
