package importer

import (
	"cmp"
	"path/filepath"
	"slices"

	"vedetta/data"
)

// Counted is one kind of row and how many there are.
type Counted struct {
	Kind string // "new", "known", "updated", "linked", "repaired" or "rejected"
	Text string
}

// Counted lists what becomes of the rows, rejected ones by reason, the most
// frequent first.
func (p *Presenter) Counted(c data.Counts) []Counted {
	out := []Counted{{"new", p.words.Count("importer.new", c.New)}}
	for _, k := range []struct {
		kind string
		n    int
	}{{"known", c.Known}, {"updated", c.Updated}, {"linked", c.Linked}, {"repaired", c.Repaired}} {
		if k.n > 0 {
			out = append(out, Counted{k.kind, p.words.Count("importer."+k.kind, k.n)})
		}
	}
	if len(c.Reasons) == 0 && c.Rejected > 0 { // a list of imports does not tell reasons
		return append(out, Counted{"rejected", p.words.Count("importer.rejected.count", c.Rejected)})
	}
	reasons := make([]data.Reason, 0, len(c.Reasons))
	for r := range c.Reasons {
		reasons = append(reasons, r)
	}
	slices.SortFunc(reasons, func(a, b data.Reason) int {
		return cmp.Or(cmp.Compare(c.Reasons[b], c.Reasons[a]), cmp.Compare(a, b))
	})
	for _, r := range reasons {
		out = append(out, Counted{"rejected", p.words.Number(int64(c.Reasons[r])) + " " + p.Reason(r)})
	}
	return out
}

// Reason is why a row was rejected.
func (p *Presenter) Reason(r data.Reason) string { return p.words.Text("reason." + string(r)) }

// ImportButton is what the button that imports says.
func (p *Presenter) ImportButton() string {
	c, ok := p.Checked()
	switch {
	case !ok:
		return p.words.Text("importer.import")
	case c.New == 0 && c.Known > 0:
		return p.words.Text("importer.import.again")
	}
	return p.words.Count("importer.import.count", c.New)
}

// AllButton is what the button says that imports the files that are sure.
func (p *Presenter) AllButton() string {
	n, all := p.Sure()
	if n == 0 || all {
		return p.words.Text("importer.all")
	}
	return p.words.Count("importer.all.sure", n)
}

// Line is a file of the queue as the list shows it.
type Line struct {
	Name  string
	Where string // the archive it is in, if any
	State string
	Stage Stage
	Sure  bool
}

// Line is file n of the queue.
func (p *Presenter) Line(n int) Line {
	i := p.queue[n]
	l := Line{Name: p.name(i), Stage: i.stage, Sure: i.sure(), State: p.stateOf(i)}
	if i.plan.Entry != "" {
		l.Where = p.words.Text("importer.queue.in", "File", filepath.Base(i.plan.Path))
	}
	return l
}

// stateOf says in a few words where the person stands with a file.
func (p *Presenter) stateOf(i *item) string {
	w := p.words
	switch i.stage {
	case StageBox:
		return w.Count("importer.queue.box", len(i.entries))
	case StageReady:
		switch {
		case i.stale:
			return w.Text("importer.queue.looking")
		case !i.sure():
			return w.Text("importer.queue.look")
		case i.counts == nil:
			return w.Text("importer.queue.ready")
		}
		return w.Count("importer.queue.ready.new", i.counts.New)
	case StageRefused:
		message, _ := w.Explain(i.refusal)
		return message
	case StageImporting:
		return w.Text("importer.queue.importing")
	case StageDone:
		return p.Outcome(i.result)
	case StageSkipped:
		return w.Text("importer.queue.skipped")
	}
	return w.Text("importer.queue.looking")
}

// Sum adds up what the imports of the queue brought.
func (p *Presenter) Sum() (sum data.Counts, files int) {
	sum.Reasons = map[data.Reason]int{}
	for _, i := range p.queue {
		if i.result.ID == 0 || i.result.State == data.ImportUndone {
			continue
		}
		c := i.result.Counts
		files++
		sum.Rows += c.Rows
		sum.New += c.New
		sum.Known += c.Known
		sum.Updated += c.Updated
		sum.Linked += c.Linked
		sum.Repaired += c.Repaired
		sum.Rejected += c.Rejected
		for r, n := range c.Reasons {
			sum.Reasons[r] += n
		}
	}
	return sum, files
}

// Results are the imports of the queue in its order; ID 0 for a file that was
// not imported.
func (p *Presenter) Results() []data.Import {
	out := make([]data.Import, len(p.queue))
	for n, i := range p.queue {
		out[n] = i.result
	}
	return out
}
