package inbox

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

const (
	// pageSize is how many rows are read at a time.
	pageSize = 200
	// Cap is how many rows the list shows: beyond it float32 offsets of the
	// list widget lose pixels.
	Cap = 100_000
)

// list is the beginning of the filtered mentions in their order, without
// holes: rows below it are read when they come into sight.
type list struct {
	rows    []data.Row
	ranked  ranking
	total   int  // rows that match, at most Cap
	found   int  // mentions that match; more than rows where copies are folded
	capped  bool // more than Cap match
	counted bool // total is known, not only what was read
	ended   bool // rows holds the last one
	current data.ID
	asking  bool // the widget is asking for a row right now
	loaded  bool // an answer for the present filter has come
}

// Len is the number of rows of the list, read or not.
func (p *Presenter) Len() int { return p.list.length() }

func (l *list) length() int {
	if l.ended || !l.counted {
		return min(len(l.rows), Cap)
	}
	return max(min(l.total, Cap), len(l.rows))
}

// Loaded tells whether the list shows an answer for the present filter.
func (p *Presenter) Loaded() bool { return p.list.loaded }

// Busy tells whether rows are being read for a new filter.
func (p *Presenter) Busy() bool { return p.loads.first.Busy() }

// Cancel gives up the reading under way; what is on screen stays.
func (p *Presenter) Cancel() {
	p.loads.first.Cancel()
	p.loads.more.Cancel()
	p.face.ListChanged()
}

// Row gives row i. It never waits: false means that the row is on its way and
// ListChanged will tell of it.
func (p *Presenter) Row(i int) (data.Row, bool) {
	if i >= len(p.list.rows) && !p.list.ended {
		p.list.asking = true
		p.readTo(i)
		p.list.asking = false
	}
	if i < 0 || i >= len(p.list.rows) {
		return data.Row{}, false
	}
	return p.list.rows[i], true
}

// readTo reads the pages from the last row known up to row i.
func (p *Presenter) readTo(i int) {
	l := &p.list
	if l.ended || p.loads.more.Busy() || p.loads.first.Busy() || len(l.rows) == 0 {
		return
	}
	look, before := p.look(), place(l.rows[len(l.rows)-1])
	n := (i-len(l.rows))/pageSize*pageSize + pageSize
	p.loads.more.Load(func(ctx context.Context) func() {
		page, err := look.page(ctx, before, n)
		return func() {
			if err != nil {
				p.failed(err)
				return
			}
			l.rows = append(l.rows, page.rows...)
			l.ended = page.last
			l.total += page.unfolded
			if !l.asking {
				p.face.ListChanged()
			}
		}
	})
}

// reload reads the list anew for a changed filter and starts at its top.
func (p *Presenter) reload() { p.reloadAfter(0) }

func (p *Presenter) reloadAfter(pause time.Duration) {
	p.loads.more.Cancel()
	p.loads.refresh.Cancel()
	clear(p.fold.open)
	look := p.look()
	p.loads.first.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		page, err := look.first(ctx, pageSize)
		return func() { p.showFirst(page, err) }
	})
	p.loads.count.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, pause) {
			return nil
		}
		c, err := look.count(ctx)
		return func() { p.showCount(c, err) }
	})
	p.loadSide()
	p.face.ListChanged()
}

func (p *Presenter) showFirst(page page, err error) {
	if err != nil {
		p.failed(err)
		p.face.ListChanged()
		return
	}
	p.face.Failed(nil)
	clear(p.marked)
	p.bulk.all = false
	wanted := p.list.current
	p.list.rows, p.list.ranked, p.list.ended, p.list.loaded = page.rows, page.ranked, page.last, true
	if _, ok := p.find(wanted); !ok {
		wanted = 0
		if len(page.rows) > 0 {
			wanted = page.rows[0].ID
		}
	}
	p.Choose(wanted)
	p.loadToday()
	p.catchUp()
}

func (p *Presenter) showCount(c count, err error) {
	if err != nil {
		p.failed(err)
		return
	}
	p.list.total, p.list.found, p.list.capped, p.list.counted = min(c.rows, Cap)+unfolded(p.list.rows), c.mentions, c.mentions > Cap, true
	p.face.ListChanged()
}

// find gives the place of a mention in the list, which is sorted but for
// unfolded copies.
func (p *Presenter) find(id data.ID) (int, bool) {
	at, found := slices.BinarySearchFunc(p.list.rows, id, func(r data.Row, id data.ID) int {
		return p.list.ranked.compare(place(r), id)
	})
	if !found && len(p.fold.open) > 0 {
		if i := slices.IndexFunc(p.list.rows, func(r data.Row) bool { return r.ID == id }); i >= 0 {
			return i, true
		}
	}
	return at, found
}

// Refresh reads again what is on screen, keeping selection and place; many
// calls become one.
func (p *Presenter) Refresh() {
	if p.pending > 0 || p.loads.refresh.Busy() || p.loads.first.Busy() {
		p.stale = true
		return
	}
	p.stale = false
	look, n := p.look(), max(pageSize, len(p.list.rows))
	p.loads.refresh.Load(func(ctx context.Context) func() {
		if !job.Rest(ctx, p.pauses.refresh) {
			return nil
		}
		page, err := look.first(ctx, n)
		var c count
		if err == nil {
			c, err = look.count(ctx)
		}
		return func() { p.showRefreshed(page, c, err) }
	})
}

func (p *Presenter) showRefreshed(page page, c count, err error) {
	defer p.catchUp()
	if err != nil {
		p.failed(err)
		return
	}
	if p.pending > 0 {
		p.stale = true // the answer is older than what the person did meanwhile
		return
	}
	p.loads.more.Cancel()
	at, _ := p.find(p.list.current)
	p.list.rows, p.list.ranked, p.list.ended = page.rows, page.ranked, page.last
	p.showCount(c, nil)
	p.dropMarks()
	p.keepCurrent(at)
	p.loadToday()
	p.loadSide()
}

// catchUp refreshes once more when something changed during the last refresh.
func (p *Presenter) catchUp() {
	if p.stale && p.pending == 0 {
		p.Refresh()
	}
}
