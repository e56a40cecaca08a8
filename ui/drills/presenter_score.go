package drills

import (
	"math"

	"vedetta/assets"
	"vedetta/data"
)

// Score is a score as it is shown.
type Score struct {
	Points string
	Parts  []Part
	Why    string // what was expected, and why
}

// Part is a part of it.
type Part struct {
	Name, Points, Advice string
	Share                float64 // of what could be had, 0..1
}

// Shown puts a score in words.
func (b *Bar) Shown(s data.DrillScore) Score {
	w, x := b.words, b.run.Drill.Expected
	out := Score{Points: w.Text("drills.points", "Points", w.Number(int64(s.Points)))}
	for _, p := range s.Parts {
		out.Parts = append(out.Parts, Part{
			Name: w.DrillPart(p), Advice: w.DrillAdvice(p), Share: p.Got / p.Most,
			Points: w.Text("drills.part.points", "Got", pointsOf(w, p.Got), "Most", w.Number(int64(p.Most))),
		})
	}
	out.Why = w.Text("drills.expected", "Type", w.Text("drills.type."+string(x.Type)), "Level", x.Level) + " " + x.Why.In(w.Lang())
	return out
}

// pointsOf leaves out a decimal that says nothing.
func pointsOf(w *assets.Words, x float64) string {
	if x == math.Trunc(x) {
		return w.Number(int64(x))
	}
	return w.Decimal(x, 1)
}
