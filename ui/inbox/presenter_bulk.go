package inbox

import (
	"context"

	"vedetta/data"
)

// bulkDesk is what the inbox asks when many mentions are changed at once.
type bulkDesk interface {
	IDs(ctx context.Context, f data.Filter, limit int) ([]data.ID, error)
	InParts(ctx context.Context, ids []data.ID, do func(ctx context.Context, ids []data.ID) (undoing, error), onProgress data.OnProgress) (undoing, error)
}

// bulk is work on many mentions: whether all that the list means are marked,
// and how far a change has come.
type bulk struct {
	all    bool
	filter data.Filter // what was shown when all were marked
	far    data.Progress
	stop   func() // nil while nothing runs
}

// progressFrom is the number of mentions from which progress is shown.
const progressFrom = 10_000

// MarkAll marks all mentions that the list means, read or not, at most Cap.
func (p *Presenter) MarkAll() {
	if len(p.list.rows) == 0 {
		return
	}
	for _, r := range p.list.rows {
		p.marked[r.ID] = true
	}
	p.bulk.all, p.bulk.filter = true, p.filter()
	p.face.ListChanged()
}

// Unmark takes all marks away.
func (p *Presenter) Unmark() {
	clear(p.marked)
	p.bulk.all = false
	p.face.ListChanged()
}

// AllMarked tells whether all that the list means are marked.
func (p *Presenter) AllMarked() bool { return p.bulk.all }

// Selected says how many mentions are marked.
func (p *Presenter) Selected() string {
	if p.bulk.all {
		return p.words.Count("list.selected", min(p.list.found, Cap))
	}
	return p.words.Count("list.selected", len(p.marked))
}

// SelectAll offers to mark all that the list means; empty when they are.
func (p *Presenter) SelectAll() string {
	if n := min(p.list.found, Cap); !p.bulk.all && p.list.counted && n > len(p.marked) {
		return p.words.Text("list.select_all", "Count", p.words.Number(int64(n)))
	}
	return ""
}

// Progress says how far a change to many mentions has come; false while none
// runs that takes long.
func (p *Presenter) Progress() (words string, share float64, running bool) {
	if p.bulk.stop == nil || p.bulk.far.Total < progressFrom {
		return "", 0, false
	}
	f := p.bulk.far
	return p.words.Text(f.Stage) + " · " + p.words.Number(f.Done) + " / " + p.words.Number(f.Total),
		float64(f.Done) / float64(f.Total), true
}

// StopBulk stops the change that is running; what it did is taken back.
func (p *Presenter) StopBulk() {
	if p.bulk.stop != nil {
		p.bulk.stop()
	}
}

// watching hands progress on to the screen.
func (p *Presenter) watching() data.OnProgress {
	return func(far data.Progress) {
		p.dispatcher.Post(func() {
			p.bulk.far = far
			p.face.BulkChanged()
		})
	}
}

// made has the desk make a change, some mentions at a time where it can.
func (p *Presenter) made(ctx context.Context, c change, ids []data.ID, far data.OnProgress) (undoing, error) {
	if c.whole {
		return c.do(ctx, ids)
	}
	return p.desk.InParts(ctx, ids, c.do, far)
}

// applyToAll is apply for all that the list means. Nothing is shown before it
// is done: most of it was never read.
func (p *Presenter) applyToAll(c change) {
	p.runForAll(func(n int) string { return p.words.Count(c.name, n, c.args...) },
		func(ctx context.Context, ids []data.ID, far data.OnProgress) (int, undoing, error) {
			undo, err := p.made(ctx, c, ids, far)
			return len(ids), undo, err
		})
}

// runForAll does long work on all meant mentions, which can be stopped.
func (p *Presenter) runForAll(what func(n int) string, do func(context.Context, []data.ID, data.OnProgress) (int, undoing, error)) {
	if p.bulk.stop != nil {
		return
	}
	n, running, means, far := 0, true, p.meaning(), p.watching()
	finish := func() {
		running, p.bulk.stop, p.bulk.far = false, nil, data.Progress{}
		p.face.BulkChanged()
	}
	p.Unmark()
	stop := p.run(func() string { finish(); return what(n) }, finish, func(ctx context.Context) (undo undoing, err error) {
		ids, err := means(ctx)
		if err != nil {
			return nil, err
		}
		n, undo, err = do(ctx, ids, far)
		return undo, err
	})
	p.stale = true
	if running {
		p.bulk.stop = stop
		return
	}
	p.catchUp()
}

// meaning finds the meant mentions, those that were never read and what is
// folded into rows among them.
func (p *Presenter) meaning() func(context.Context) ([]data.ID, error) {
	if !p.bulk.all {
		return p.spread(p.meant())
	}
	f := p.bulk.filter
	return func(ctx context.Context) ([]data.ID, error) { return p.desk.IDs(ctx, f, Cap) }
}
