package inbox

import (
	"slices"

	"vedetta/data"
)

// former is a row as it was before a change, and where it stood.
type former struct {
	at  int
	row data.Row
}

// show puts a change on screen before the desk has made it: rows that no
// longer belong to the list leave it, and the selection moves on to the next.
// The function it returns takes all of that back.
func (p *Presenter) show(ids []data.ID, alter func(*data.Row)) (takeBack func()) {
	f, now := p.filter(), p.desk.Now()
	at, _ := p.Current()
	var changed, gone []former
	for _, id := range ids {
		i, ok := p.find(id)
		if !ok {
			continue
		}
		old := p.list.rows[i]
		row := old
		alter(&row)
		if keeps(f, row, now) {
			p.list.rows[i] = row
			changed = append(changed, former{i, old})
		} else {
			gone = append(gone, former{i, old})
		}
	}
	before, wasCurrent := p.detail, p.list.current
	p.showInDetail(ids, alter)
	p.inherit(gone)
	p.remove(gone, &at)
	p.dropMarks()
	p.keepCurrent(at)
	return func() {
		p.putBack(changed, gone)
		if p.hasDetail && p.detail.ID == before.ID {
			p.detail = before
		}
		p.Choose(wasCurrent)
	}
}

// remove takes rows out and moves at, the place of the current row, along.
func (p *Presenter) remove(gone []former, at *int) {
	if len(gone) == 0 {
		return
	}
	drop := make(map[data.ID]bool, len(gone))
	current := *at
	for _, g := range gone {
		drop[g.row.ID] = true
		if g.at < current {
			*at--
		}
	}
	p.list.rows = slices.DeleteFunc(p.list.rows, func(r data.Row) bool { return drop[r.ID] })
	p.list.total = max(0, p.list.total-len(gone))
	for _, g := range gone {
		p.list.found -= p.mentionsIn(g.row)
	}
}

func (p *Presenter) putBack(changed, gone []former) {
	for _, g := range gone {
		if i, found := p.find(g.row.ID); !found {
			p.list.rows = slices.Insert(p.list.rows, i, g.row)
			p.list.total++
			p.list.found += p.mentionsIn(g.row)
		}
	}
	for _, c := range changed {
		if i, found := p.find(c.row.ID); found {
			p.list.rows[i] = c.row
		}
	}
}

// showInDetail changes the mention shown in full along with its row.
func (p *Presenter) showInDetail(ids []data.ID, alter func(*data.Row)) {
	if !p.hasDetail || !slices.Contains(ids, p.detail.ID) {
		return
	}
	d := &p.detail
	row := data.Row{
		ID: d.ID, Label: d.Label, Overridden: d.Override != nil,
		Status: d.Status, Starred: d.Starred, Tags: slices.Clone(d.Tags), Priority: d.Priority, Snoozed: d.Snoozed,
	}
	alter(&row)
	d.Label, d.Override = row.Label, nil
	if row.Overridden {
		d.Override = &row.Label
	} else {
		d.Label = d.Sentiment.Label
	}
	d.Status, d.Starred, d.Tags = row.Status, row.Starred, row.Tags
	d.Priority, d.Snoozed = row.Priority, row.Snoozed
	p.face.DetailChanged()
}
