package inbox

import (
	"slices"

	"vedetta/data"
)

// Choose shows a mention in full; 0 shows none.
func (p *Presenter) Choose(id data.ID) {
	p.list.current, p.anchor = id, id
	p.loadDetail()
	p.face.ListChanged()
}

// ChooseAt shows the mention of row i.
func (p *Presenter) ChooseAt(i int) {
	if r, ok := p.Row(i); ok && r.ID != p.list.current {
		p.Choose(r.ID)
	}
}

// Current is the row of the mention shown in full; false when it is not in
// the list.
func (p *Presenter) Current() (int, bool) { return p.find(p.list.current) }

// Move goes down by rows, or up when negative.
func (p *Presenter) Move(rows int) {
	at, ok := p.Current()
	if !ok && rows > 0 {
		at-- // the place found is already that of the next row
	}
	p.ChooseAt(max(0, min(at+rows, p.Len()-1)))
}

// Extend moves and marks every row passed.
func (p *Presenter) Extend(rows int) {
	from, ok := p.Current()
	if !ok {
		return
	}
	start := p.anchor
	to := max(0, min(from+rows, p.Len()-1))
	r, ok := p.Row(to)
	if !ok {
		return
	}
	p.list.current, p.bulk.all = r.ID, false
	clear(p.marked)
	begin, _ := p.find(start)
	for i := min(begin, to); i <= max(begin, to) && i < len(p.list.rows); i++ {
		p.marked[p.list.rows[i].ID] = true
	}
	p.loadDetail()
	p.face.ListChanged()
}

// ToggleMark marks the current row or takes its mark away.
func (p *Presenter) ToggleMark() { p.Mark(p.list.current) }

// Mark marks a mention or takes its mark away.
func (p *Presenter) Mark(id data.ID) {
	if id == 0 {
		return
	}
	p.bulk.all = false
	if p.marked[id] {
		delete(p.marked, id)
	} else {
		p.marked[id] = true
	}
	p.face.ListChanged()
}

// Marked tells whether a mention is marked.
func (p *Presenter) Marked(id data.ID) bool { return p.marked[id] }

// MarkedCount is the number of marked mentions.
func (p *Presenter) MarkedCount() int { return len(p.marked) }

// Clear takes back, in this order: the marks, the search, the handed-in
// filter.
func (p *Presenter) Clear() {
	switch {
	case len(p.marked) > 0:
		p.Unmark()
	case p.query != "":
		p.SetQuery("")
	case p.title != "":
		p.DropFilter()
	}
}

// meant are the mentions that a key works on: the marked ones, else the
// current one.
func (p *Presenter) meant() []data.ID {
	if len(p.marked) == 0 {
		if p.list.current == 0 {
			return nil
		}
		return []data.ID{p.list.current}
	}
	ids := make([]data.ID, 0, len(p.marked))
	for id := range p.marked {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// dropMarks forgets the marks of rows that left the list.
func (p *Presenter) dropMarks() {
	for id := range p.marked {
		if _, ok := p.find(id); !ok {
			delete(p.marked, id)
		}
	}
}

// keepCurrent goes on to the row that took place at when the current mention
// left the list.
func (p *Presenter) keepCurrent(at int) {
	if _, ok := p.Current(); ok || p.list.current == 0 && len(p.list.rows) == 0 {
		p.loadDetail()
		p.face.ListChanged()
		return
	}
	next := data.ID(0)
	if n := len(p.list.rows); n > 0 {
		next = p.list.rows[min(max(at, 0), n-1)].ID
	}
	p.Choose(next)
}
