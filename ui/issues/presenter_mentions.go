package issues

import (
	"context"
	"slices"

	"vedetta/data"
)

// pageOf is how many mentions are read at a time.
const pageOf = 100

// Rows are the mentions of the chosen issue that were read, newest first.
func (p *Presenter) Rows() []data.Row { return p.shown.rows }

// Reached reads further mentions when the last one read is in sight.
func (p *Presenter) Reached(row int) {
	if p.shown.more && row >= len(p.shown.rows)-1 && !p.loading.Busy() {
		p.pages++
		p.load(0)
	}
}

// Marked tells whether a mention is marked.
func (p *Presenter) Marked(id data.ID) bool { return p.marked[id] }

// Mark marks a mention, or takes the mark off.
func (p *Presenter) Mark(id data.ID, on bool) {
	if on == p.marked[id] {
		return
	}
	if delete(p.marked, id); on {
		p.marked[id] = true
	}
	p.face.MarksChanged()
}

// Marks are the marked mentions, oldest first.
func (p *Presenter) Marks() []data.ID {
	var ids []data.ID
	for id := range p.marked {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// MarksText says how many mentions are marked.
func (p *Presenter) MarksText() string {
	if len(p.marked) == 0 {
		return p.words.Text("issues.marks.none")
	}
	return p.words.Count("issues.marks", len(p.marked))
}

// keepMarks drops the marks of mentions that are no longer there.
func (p *Presenter) keepMarks() {
	here := map[data.ID]bool{}
	for _, r := range p.shown.rows {
		here[r.ID] = p.marked[r.ID]
	}
	for id := range p.marked {
		if !here[id] {
			delete(p.marked, id)
		}
	}
}

// proposals is what may belong to the chosen issue.
type proposals struct {
	of     int64
	list   []data.Proposal
	failed bool
}

// mostProposals is how many are shown at a time.
const mostProposals = 40

// Seek tells whether proposals are on screen; they are looked for then.
func (p *Presenter) Seek(on bool) {
	p.seeking = on
	if on {
		p.find()
	}
}

func (p *Presenter) find() {
	of := p.chosen
	if of == 0 {
		return
	}
	p.finding.Load(func(ctx context.Context) func() {
		list, err := p.desk.MoreLikeThis(ctx, of, mostProposals)
		return func() {
			p.alike = proposals{of, list, err != nil}
			if err != nil {
				p.face.Failed(err)
			}
			p.face.ProposalsChanged()
		}
	})
	p.face.ProposalsChanged()
}

// Proposals are the mentions that may belong to the chosen issue; false while
// they are looked for.
func (p *Presenter) Proposals() ([]data.Proposal, bool) {
	return p.alike.list, p.alike.of == p.chosen && p.alike.of != 0
}

// Because says why a mention is proposed.
func (p *Presenter) Because(a data.Proposal) string {
	switch {
	case a.Copy:
		return p.words.Text("issues.alike.copy")
	case len(a.Words) == 0:
		return p.words.Text("issues.alike.similar")
	}
	list := ""
	for _, w := range a.Words {
		if list != "" {
			list += ", "
		}
		list += w
	}
	return p.words.Text("issues.alike.words", "Words", list)
}

// AddProposal puts a proposed mention to the chosen issue.
func (p *Presenter) AddProposal(id data.ID) { p.Add([]data.ID{id}) }

// AddAllProposals puts all proposed mentions to the chosen issue.
func (p *Presenter) AddAllProposals() {
	var ids []data.ID
	for _, a := range p.alike.list {
		ids = append(ids, a.ID)
	}
	p.Add(ids)
}
