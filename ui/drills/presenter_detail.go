package drills

import (
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// Detail is a drill in full.
type Detail struct {
	Key, Name, Size string
	Note            string // what must be said beside the name; may be empty
	Briefing        []string
	Facts           []Fact
	Days            []Volume
	Sources         []Source
	Runs            []Run // newest first
	Line            []float64
}

// Fact is something that happened in the case.
type Fact struct {
	When, Text, Certainty, Sources string
	Sure                           bool
}

// Volume is how much a day brings, or several alike.
type Volume struct {
	When, Mentions, Negative, Certainty, Sources string
	Sure                                         bool
}

// Source is where facts come from.
type Source struct{ Key, Title, URL string }

// Run is a score of before.
type Run struct{ When, Points, Speed string }

// Detail is the chosen drill; false if there is none.
func (p *Presenter) Detail() (Detail, bool) {
	d := p.drill()
	if d == nil {
		return Detail{}, false
	}
	lang := p.words.Lang()
	out := Detail{
		Key: d.Key, Name: d.Name.In(lang), Size: p.size(d), Note: d.Note.In(lang),
		Briefing: strings.Split(d.Briefing.In(lang), "\n\n"),
	}
	for _, f := range d.Facts {
		out.Facts = append(out.Facts, p.fact(d, f))
	}
	out.Days = p.volumes(d)
	for _, s := range d.Sources {
		out.Sources = append(out.Sources, Source(s))
	}
	for _, r := range p.results {
		if r.Drill == d.Key {
			out.Line = append(out.Line, r.Score.Points)
			out.Runs = append([]Run{p.run(r)}, out.Runs...)
		}
	}
	return out, true
}

func (p *Presenter) fact(d *desk.Drill, f desk.DrillFact) Fact {
	out := Fact{
		When: p.words.Date(f.At, d.Zone), Text: f.Text.In(p.words.Lang()), Sources: strings.Join(f.Sources, ", "),
		Certainty: p.words.Text("drills.certainty." + string(f.Certainty)), Sure: f.Certainty == "sourced",
	}
	if !f.WholeDay {
		out.When += " " + p.words.Clock(f.At, d.Zone)
	}
	return out
}

// volumes puts days that are alike in one line.
func (p *Presenter) volumes(d *desk.Drill) (out []Volume) {
	for from := 0; from < len(d.Days); {
		first, to := d.Days[from], from+1
		for to < len(d.Days) && d.Days[to].Like(first) {
			to++
		}
		v := Volume{
			When:     p.words.Range(first.Date, d.Days[to-1].Date.AddDate(0, 0, 1).Add(-time.Second), d.Zone),
			Mentions: p.words.Count("drills.mentions", first.Mentions),
			Negative: p.words.Text("drills.days.negative", "Share", p.words.Percent(100*first.Negative)),
			Sure:     first.Certainty == "sourced", Sources: strings.Join(first.Sources, ", "),
			Certainty: p.words.Text("drills.certainty." + string(first.Certainty)),
		}
		out, from = append(out, v), to
	}
	return out
}

func (p *Presenter) run(r data.DrillResult) Run {
	return Run{
		When:   p.words.Date(r.StartedAt, p.desk.Zone()),
		Points: p.words.Text("drills.points", "Points", p.words.Number(int64(r.Score.Points))),
		Speed:  p.words.Speed(r.Speed),
	}
}
