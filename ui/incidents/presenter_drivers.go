package incidents

import (
	"strings"

	"vedetta/data"
)

// Share is a word, source or topic that drives the incident, in words.
type Share struct {
	Name   string
	Totals data.Totals
	Count  string // "61 · ×9.1"
}

// Terms are the words that set the incident apart, hashtags among them.
func (p *Presenter) Terms() (out []Share) {
	for _, d := range p.why.found.Terms {
		out = append(out, Share{d.Term, d.Totals, p.count(d.Mentions(), d.Ratio)})
	}
	return out
}

// Sources are where the mentions came from.
func (p *Presenter) Sources() (out []Share) {
	for _, s := range p.why.found.Sources {
		out = append(out, Share{p.words.Source(s.Name), s.Now, p.count(s.Now.Mentions(), s.Ratio)})
	}
	return out
}

// Topics are the saved queries that the mentions belong to.
func (p *Presenter) Topics() (out []Share) {
	for _, t := range p.why.found.Topics {
		out = append(out, Share{t.Name, t.Now, p.count(t.Now.Mentions(), t.Ratio)})
	}
	return out
}

// count says how many, and how many times what it was before.
func (p *Presenter) count(n int, ratio float64) string {
	change := p.words.Text("incidents.new")
	if ratio > 0 {
		change = "×" + p.words.Decimal(ratio, 1)
	}
	return p.words.Number(int64(n)) + " · " + change
}

// Voice is an author of the incident, in words.
type Voice struct{ Name, Count string }

// Loudest are the authors who reach most people.
func (p *Presenter) Loudest() (out []Voice) {
	for _, a := range p.why.found.ByReach {
		reach := p.words.Text("incidents.reach.unknown")
		if a.Reach >= 0 {
			reach = p.words.Text("incidents.reach", "N", p.words.Compact(a.Reach))
		}
		out = append(out, Voice{a.Author, reach})
	}
	return out
}

// Busiest are the authors who wrote most.
func (p *Presenter) Busiest() (out []Voice) {
	for _, a := range p.why.found.ByCount {
		out = append(out, Voice{a.Author, p.words.Count("incidents.voice", a.Mentions, "Negative", p.words.Number(int64(a.Negative)))})
	}
	return out
}

// Carried are the mentions that were carried furthest.
func (p *Presenter) Carried() []data.Row { return p.why.found.Carried }

// First is the mention with which it began; false when that is not known.
func (p *Presenter) First() (data.Row, bool) {
	return p.why.found.First, p.why.found.First.ID != 0
}

// Compared says what the incident is compared with, and whether it was read in
// part.
func (p *Presenter) Compared() string {
	found, w := p.why.found, p.words
	said := ""
	if !found.Before.From.IsZero() && !found.Before.To.IsZero() {
		said = w.Text("incidents.compared", "Days", w.Range(found.Before.From, found.Before.To, p.desk.Zone()))
	}
	if found.Read < found.Total {
		said += " " + w.Text("incidents.sample", "Read", w.Number(int64(found.Read)), "All", w.Number(int64(found.Total)))
	}
	return strings.TrimSpace(said)
}

// OpenTerm shows the mentions with a word.
func (p *Presenter) OpenTerm(n int) {
	term := p.why.found.Terms[n].Term
	p.open(data.Filter{Text: data.TextQuery{Clauses: []data.Clause{{Terms: []data.Term{{Text: term}}}}}}, term)
}

// OpenSource shows the mentions of a source.
func (p *Presenter) OpenSource(n int) {
	source := p.why.found.Sources[n].Name
	p.open(data.Filter{Sources: []string{source}}, p.words.Source(source))
}

// OpenTopic shows the mentions of a topic.
func (p *Presenter) OpenTopic(n int) {
	p.openExactly(p.why.topics[n], p.why.found.Topics[n].Name)
}

// OpenLoudest shows the mentions of an author among those who reach most.
func (p *Presenter) OpenLoudest(n int) { p.openAuthor(p.why.found.ByReach[n]) }

// OpenBusiest shows the mentions of an author among those who wrote most.
func (p *Presenter) OpenBusiest(n int) { p.openAuthor(p.why.found.ByCount[n]) }

func (p *Presenter) openAuthor(a data.AuthorShare) {
	f, err := data.ParseQuery(a.Query, p.desk.Zone())
	if err != nil {
		p.face.Failed(err)
		return
	}
	p.open(f, a.Author)
}

// open shows the mentions of the incident that a part of it asks for.
func (p *Presenter) open(part data.Filter, name string) { p.openExactly(p.why.base.And(part), name) }

func (p *Presenter) openExactly(f data.Filter, name string) {
	if at := p.place(p.why.of.of); at >= 0 {
		p.face.Open(f, name+" · "+p.title(p.incidents[at]))
	}
}
