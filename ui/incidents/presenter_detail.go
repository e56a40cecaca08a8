package incidents

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"vedetta/data"
)

// Detail is the chosen incident in words.
type Detail struct {
	Headline string
	Facts    string // since when, for how long, on which stream, how many
	Level    Grade
	Points   string // "62 of 100 points"
	Parts    []Part
	Seen     []Seen
	MoreSeen string // how many detectors are left out; empty for none
	Close    string
	False    string // how often to expect a warning about nothing
	States   []State
	Verdict  data.Verdict
	Over     bool
}

// Part is one of the six parts of the level.
type Part struct {
	Name   string
	Share  float64 // 0..1
	Points string  // "18 of 30"
}

// Detail is the chosen incident; false when there is none.
func (p *Presenter) Detail() (Detail, bool) {
	i, ok := p.current()
	if !ok {
		return Detail{}, false
	}
	w := p.words
	seen, more := p.seen(i.Alarms)
	return Detail{
		Headline: w.IncidentHeadline(i, p.desk.Zone()),
		Facts:    p.facts(i),
		Level:    p.grade(i),
		Points:   w.Text("incidents.points", "Points", w.Number(int64(i.Parts.Points())), "Most", w.Number(100)),
		Parts:    p.parts(i.Parts),
		Seen:     seen, MoreSeen: more,
		Close:   w.IncidentClose(i),
		False:   p.falseAlarms(),
		States:  p.states(i),
		Verdict: i.Verdict,
		Over:    !i.Open(),
	}, true
}

func (p *Presenter) facts(i data.Incident) string {
	w, zone := p.words, p.desk.Zone()
	facts := []string{w.Text("incidents.opened", "When", w.DateTime(i.OpenedAt, zone))}
	if i.WorseAt.After(i.OpenedAt) {
		facts = append(facts, w.Text("incidents.worse", "When", w.Moment(i.WorseAt, zone)))
	}
	end, key := p.desk.Now(), "incidents.lasts"
	if !i.Open() {
		end, key = i.ClosedAt, "incidents.lasted"
	}
	facts = append(facts, w.Text(key, "Span", w.Span(end.Sub(i.Onset))), w.StreamName(i.Stream),
		w.Count("incidents.mentions", i.Mentions, "Negative", w.Number(int64(i.Negative))))
	return strings.Join(facts, " · ")
}

// falseAlarms says how often to expect a warning about nothing at the
// sensitivity of now.
func (p *Presenter) falseAlarms() string {
	said := p.words.FalseAlarms(p.situation.FalseAlarms)
	if said == "" {
		return ""
	}
	return p.words.Text("incidents.false", "Said", said)
}

// parts are those of the level, in the order of data.LevelParts.
func (p *Presenter) parts(got data.LevelParts) []Part {
	w, most := p.words, data.PartPoints
	parts := [...]struct {
		key         string
		share, most float64
	}{
		{"volume", got.Volume, most.Volume},
		{"negativity", got.Negativity, most.Negativity},
		{"velocity", got.Velocity, most.Velocity},
		{"reach", got.Reach, most.Reach},
		{"spread", got.Spread, most.Spread},
		{"risk", got.Risk, most.Risk},
	}
	exact := make([]float64, len(parts))
	for n, part := range parts {
		exact[n] = part.share * part.most
	}
	points := wholes(exact)
	out := make([]Part, len(parts))
	for n, part := range parts {
		out[n] = Part{
			Name: w.Text("incidents.part." + part.key), Share: part.share,
			Points: w.Text("incidents.part.points", "Points", w.Number(int64(points[n])), "Most", w.Decimal(part.most, 0)),
		}
	}
	return out
}

// wholes rounds numbers so that they add up to their sum rounded down, as the
// person who adds them up expects: those with the largest rest are rounded up.
func wholes(exact []float64) []int {
	out, order, sum := make([]int, len(exact)), make([]int, len(exact)), 0.0
	for n, x := range exact {
		out[n], order[n] = int(x), n
		sum += x
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(exact[b]-float64(out[b]), exact[a]-float64(out[a]))
	})
	left := int(sum + roundingError)
	for _, whole := range out {
		left -= whole
	}
	for _, n := range order[:left] {
		out[n]++
	}
	return out
}

// roundingError is what a sum of shares may lack of a whole number.
const roundingError = 1e-9

// OpenMentions shows the mentions of the chosen incident.
func (p *Presenter) OpenMentions() {
	i, ok := p.current()
	if !ok {
		return
	}
	title := p.title(i)
	p.opening.Load(func(ctx context.Context) func() {
		f, _, err := p.desk.FilterOf(ctx, i)
		return func() {
			if err != nil {
				p.face.Failed(err)
				return
			}
			p.face.Open(f, title)
		}
	})
}

// title names the mentions of an incident.
func (p *Presenter) title(i data.Incident) string {
	return p.words.Text("incidents.of", "Date", p.words.Date(i.OpenedAt, p.desk.Zone()))
}
