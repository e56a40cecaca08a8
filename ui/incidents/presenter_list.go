package incidents

import (
	"slices"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// Entry is an incident as the list shows it.
type Entry struct {
	ID       int64
	Date     string
	Headline string
	Level    Grade
	States   []State
}

// same tells that an entry looks as another one.
func (e Entry) same(o Entry) bool {
	return e.ID == o.ID && e.Date == o.Date && e.Headline == o.Headline && e.Level == o.Level && slices.Equal(e.States, o.States)
}

// Grade is a level as it is shown: a word and so many of four segments.
type Grade struct {
	Name   string
	Filled int
	Level  data.Level
	Past   bool // it matters no more
}

// StateKind is how an incident stands.
type StateKind string

// The kinds of states.
const (
	Going     StateKind = "open"
	Over      StateKind = "over"
	Expected  StateKind = "expected"
	WasUseful StateKind = "useful"
	NotCrisis StateKind = "not_crisis"
)

// State is how an incident stands, in words.
type State struct {
	Kind StateKind
	Name string
}

// Entries are the incidents in the list, newest first.
func (p *Presenter) Entries() []Entry {
	var out []Entry
	for _, i := range p.incidents[:min(len(p.incidents), p.listed)] {
		out = append(out, Entry{
			ID: i.ID, Date: p.words.Date(i.OpenedAt, p.desk.Zone()), Headline: p.words.IncidentHeadline(i, p.desk.Zone()),
			Level: p.grade(i), States: p.states(i),
		})
	}
	return out
}

// More says how many older incidents the list leaves out; empty for none.
func (p *Presenter) More() string {
	if n := len(p.incidents) - p.listed; n > 0 {
		return p.words.Count("incidents.more", n)
	}
	return ""
}

// ShowMore lists older incidents.
func (p *Presenter) ShowMore() {
	p.listed += pageOf
	p.face.ListChanged()
}

// segmentPoints is how many points of the level fill a segment.
const segmentPoints = 25

func (p *Presenter) grade(i data.Incident) Grade {
	level := max(i.Level, data.LevelWatch)
	filled := 1 + int(i.Parts.Score()/segmentPoints)
	switch level {
	case data.LevelCrisis:
		filled = 4
	case data.LevelElevated:
		filled = 3
	default:
		filled = min(filled, 2)
	}
	past := !i.Open() || i.Verdict == data.NotCrisis || i.Expect
	return Grade{Name: assets.Capital(p.words.Level(level)), Filled: filled, Level: level, Past: past}
}

// states are how an incident stands: whether it is going on, and what the
// person said of it.
func (p *Presenter) states(i data.Incident) []State {
	kinds := []StateKind{Over}
	if i.Open() {
		kinds[0] = Going
	}
	if i.Expect {
		kinds = append(kinds, Expected)
	}
	switch i.Verdict {
	case data.Useful:
		kinds = append(kinds, WasUseful)
	case data.NotCrisis:
		kinds = append(kinds, NotCrisis)
	}
	var out []State
	for _, k := range kinds {
		out = append(out, State{k, p.words.Text("incidents.state." + string(k))})
	}
	return out
}

// Notices say what to know before reading the list.
func (p *Presenter) Notices() []string {
	var out []string
	if said := p.words.Learning(p.situation); said != "" && p.Watched() {
		out = append(out, said)
	}
	if p.situation.Daily {
		out = append(out, p.words.Text("incidents.daily"))
	}
	if p.situation.Behind {
		out = append(out, p.words.Text("incidents.behind"))
	}
	if n := p.situation.Future; n > 0 {
		out = append(out, p.words.Count("incidents.future", n))
	}
	return out
}

// Watched tells whether there is anything to find incidents in.
func (p *Presenter) Watched() bool { return p.situation.Days > 0 || len(p.incidents) > 0 }

// Calm says that nothing stood out in the history there is.
func (p *Presenter) Calm() string { return p.words.Count("incidents.none.calm", p.situation.Days) }

// Now is the time as the workspace has it.
func (p *Presenter) Now() time.Time { return p.desk.Now() }
