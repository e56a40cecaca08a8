package importer

import (
	"slices"

	"vedetta/data"
)

// Drop takes files, archives and folders to import. While others are worked
// on they wait behind those.
func (p *Presenter) Drop(paths []string) {
	var items []*item
	for _, path := range paths {
		items = append(items, newItem(data.Plan{Path: path}))
	}
	p.add(items)
}

func (p *Presenter) add(items []*item) {
	if len(items) == 0 {
		return
	}
	if p.running == nil && !slices.ContainsFunc(p.queue, func(i *item) bool { return !i.ended() }) {
		p.queue, p.at, p.summing = nil, 0, false
		p.face.Failed(nil)
	}
	p.queue = append(p.queue, items...)
	p.face.StageChanged()
	p.look()
}

// present is the file on screen; nil when there is none.
func (p *Presenter) present() *item {
	if p.at >= len(p.queue) {
		return nil
	}
	return p.queue[p.at]
}

// Stage is where the person stands.
func (p *Presenter) Stage() Stage {
	switch i := p.present(); {
	case i == nil:
		return StageIdle
	case p.summing:
		return StageSummary
	default:
		return i.stage
	}
}

// Files is how many files are in the queue, and At which of them is on
// screen.
func (p *Presenter) Files() int { return len(p.queue) }

// At is the place of the file on screen.
func (p *Presenter) At() int { return p.at }

// Choose puts a file of the queue on screen.
func (p *Presenter) Choose(n int) {
	if n < 0 || n >= len(p.queue) || p.running != nil {
		return
	}
	p.at, p.summing = n, false
	p.face.Failed(nil)
	p.face.StageChanged()
	p.look()
}

// HasNext tells whether another file waits.
func (p *Presenter) HasNext() bool { return p.waiting() >= 0 }

// waiting is the place of the next file, seen from the present one, with
// which something is left to do; -1 for none.
func (p *Presenter) waiting() int {
	for n := 1; n < len(p.queue); n++ {
		if at := (p.at + n) % len(p.queue); !p.queue[at].ended() {
			return at
		}
	}
	return -1
}

// Next goes on to the next file that waits; when none does, to the summary of
// several files, else back to the start.
func (p *Presenter) Next() {
	switch n := p.waiting(); {
	case n >= 0:
		p.Choose(n)
	case len(p.queue) > 1 && !p.summing:
		p.summing = true
		p.face.Failed(nil)
		p.face.StageChanged()
	default:
		p.Leave()
	}
}

// Skip leaves the present file out and goes on.
func (p *Presenter) Skip() {
	i := p.present()
	if i == nil || p.running != nil {
		return
	}
	if i.left = true; i.stage != StageRefused { // why it was refused belongs into the summary
		i.stage = StageSkipped
	}
	p.forget(i)
	p.Next()
}

// forget gives up what is being found out about a file.
func (p *Presenter) forget(i *item) {
	if p.lookedAt == i {
		p.looking.Cancel()
		p.lookedAt = nil
	}
	if p.checked == i {
		p.checking.Cancel()
		p.checked = nil
	}
	i.stale = false
}

// Leave gives up the files that are not imported yet.
func (p *Presenter) Leave() {
	if p.running != nil {
		return
	}
	p.looking.Cancel()
	p.checking.Cancel()
	p.lookedAt, p.checked = nil, nil
	p.queue, p.at, p.summing, p.all = nil, 0, false, false
	p.face.Failed(nil)
	p.face.StageChanged()
}

// replace puts files in the place of a folder or an archive.
func (p *Presenter) replace(old *item, items []*item) {
	n := slices.Index(p.queue, old)
	if n < 0 {
		return
	}
	p.queue = slices.Replace(p.queue, n, n+1, items...)
	if p.at > n {
		p.at += len(items) - 1
	}
}
