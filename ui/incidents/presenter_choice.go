package incidents

import (
	"slices"

	"vedetta/data"
)

// Chosen is the incident shown in full; 0 for none.
func (p *Presenter) Chosen() int64 { return p.chosen }

// Show chooses an incident that another screen means, if need be once it is
// loaded.
func (p *Presenter) Show(id int64) {
	if p.known(id) {
		p.Choose(id)
		return
	}
	p.wanted = id
	if p.loaded {
		p.refresh()
	}
}

// Choose shows an incident in full.
func (p *Presenter) Choose(id int64) {
	if id == p.chosen || !p.known(id) {
		return
	}
	p.chosen, p.allSeen = id, false
	p.list(id)
	p.opening.Cancel()
	p.why.stopped = false
	p.face.ListChanged()
	p.face.DetailChanged()
	p.dig(false)
}

// Move chooses another incident: the next older one for 1.
func (p *Presenter) Move(by int) {
	at := p.place(p.chosen)
	last := min(len(p.incidents), p.listed) - 1
	if to := min(max(at+by, 0), last); to >= 0 && to != at {
		p.Choose(p.incidents[to].ID)
	}
}

// list makes the list long enough for an incident.
func (p *Presenter) list(id int64) {
	for p.place(id) >= p.listed {
		p.listed += pageOf
	}
}

// place is where an incident stands; -1 if it is not there.
func (p *Presenter) place(id int64) int {
	return slices.IndexFunc(p.incidents, func(i data.Incident) bool { return i.ID == id })
}

func (p *Presenter) known(id int64) bool { return p.place(id) >= 0 }

// current is the chosen incident.
func (p *Presenter) current() (data.Incident, bool) {
	if at := p.place(p.chosen); at >= 0 {
		return p.incidents[at], true
	}
	return data.Incident{}, false
}
