package sentiment

import (
	"maps"
	"math"
	"slices"

	"vedetta/data"
)

// candidate is a way to adapt, with its rate of learning.
type candidate struct {
	way  Way
	rate float64
}

var candidates = []candidate{
	{WayOffsets, 0}, {WayWords, .03}, {WayWords, .06}, {WayWords, .12}, {WayWords, .2},
}

const (
	folds      = 5
	offsetWant = 4   // corrections that must speak for an offset to halve its distance from 0
	wordRounds = 4   // passes over the corrections
	wordDecay  = .01 // pulls a change back to 0
	denseRate  = .5  // of the lexicon's inputs, against that of words
)

// Adapt learns from corrections. Every way to adapt is tried on the fifths of
// the corrections it did not see; the one with the smallest loss that labels
// no fewer of them right than the model does is then learnt from all. It gives
// nil when there is none, or too few corrections.
func (m *Model) Adapt(corrections []Correction) (*Adaptation, Trial) {
	trial := Trial{Corrections: len(corrections), Way: WayNone}
	if len(corrections) < data.EnoughCorrections {
		return nil, trial
	}
	lessons := m.lessons(corrections)
	base := tally{}
	for i := range lessons {
		base.add(&lessons[i], lessons[i].logits)
	}
	trial.Before, trial.After = base.share(), base.share()
	best, bestLoss := candidate{way: WayNone}, base.loss
	for _, c := range candidates {
		if t := crossed(lessons, c); t.loss < bestLoss && t.right >= base.right {
			best, bestLoss, trial.After = c, t.loss, t.share()
		}
	}
	trial.Way = best.way
	if best.way == WayNone {
		return nil, trial
	}
	return m.pack(taught(lessons, best, -1)), trial
}

// lesson is a correction with its features and the model's own logits.
type lesson struct {
	dense  [dense]float32
	rows   []uint32
	values []float32
	logits [labels]float64
	label  data.Label
	weight float64
}

func (m *Model) lessons(corrections []Correction) []lesson {
	s := pool.Get().(*scratch)
	defer release(s)
	all := make([]lesson, 0, len(corrections))
	for _, c := range corrections {
		lang := m.prepare(s, c.Input)
		logits := m.logits(s, lang)
		x := lesson{label: c.Label, weight: c.Weight}
		var rated [labels]float32
		rate(&rated, c.Rating)
		for l := range x.logits {
			x.logits[l] = float64(logits[l] + rated[l])
		}
		x.dense = s.dense()
		f := &s.features
		x.rows = slices.Concat(f.words, f.pieces)
		for i := range x.rows {
			if i < len(f.words) {
				x.values = append(x.values, f.wordValue())
			} else {
				x.values = append(x.values, f.pieceValue())
			}
		}
		all = append(all, x)
	}
	return all
}

// tally counts how labels did: the loss is the mean surprise.
type tally struct{ loss, right, n float64 }

func (t *tally) add(x *lesson, logits [labels]float64) {
	p := probabilities(logits)
	best := 0
	for l := range p {
		if p[l] > p[best] {
			best = l
		}
	}
	if data.Label(best) == x.label {
		t.right += x.weight
	}
	t.loss -= x.weight * math.Log(max(p[x.label], 1e-9))
	t.n += x.weight
}

func (t *tally) share() float64 { return t.right / max(t.n, 1e-9) }

// crossed tries a way on each fifth, learnt from the others.
func crossed(lessons []lesson, c candidate) (t tally) {
	for fold := range folds {
		d := taught(lessons, c, fold)
		for i := fold; i < len(lessons); i += folds {
			t.add(&lessons[i], d.logits(&lessons[i]))
		}
	}
	return t
}

// change is what is learnt on top of the model.
type change struct {
	offsets [labels]float64
	dense   [dense]rowChange
	rows    map[uint32]*rowChange
}

type rowChange struct{ w, squares [labels]float64 }

func (c *change) logits(x *lesson) [labels]float64 {
	out := x.logits
	for l := range out {
		out[l] += c.offsets[l]
		for d, v := range x.dense {
			out[l] += float64(v) * c.dense[d].w[l]
		}
	}
	for i, row := range x.rows {
		if r := c.rows[row]; r != nil {
			for l := range out {
				out[l] += float64(x.values[i]) * r.w[l]
			}
		}
	}
	return out
}

// taught learns from all lessons but those of a fold.
func taught(lessons []lesson, c candidate, without int) *change {
	var some []*lesson
	for i := range lessons {
		if i%folds != without {
			some = append(some, &lessons[i])
		}
	}
	d := &change{rows: map[uint32]*rowChange{}}
	d.learnOffsets(some)
	if c.way == WayWords {
		for range wordRounds {
			for _, x := range some {
				d.learnWords(x, c.rate)
			}
		}
	}
	return d
}

// learnOffsets minimises the loss by steps along its gradient, with a pull to 0.
func (c *change) learnOffsets(some []*lesson) {
	for range 200 {
		var slope [labels]float64
		total := 0.0
		for _, x := range some {
			p := probabilities(c.logits(x))
			for l := range p {
				slope[l] += x.weight * (p[l] - is(x.label, l))
			}
			total += x.weight
		}
		for l := range slope {
			c.offsets[l] -= 2 * (slope[l] + offsetWant*c.offsets[l]/2) / (total + offsetWant)
		}
	}
}

// learnWords is AdaGrad on the rows of one lesson.
func (c *change) learnWords(x *lesson, rate float64) {
	p := probabilities(c.logits(x))
	for i, row := range x.rows {
		r := c.rows[row]
		if r == nil {
			r = &rowChange{}
			c.rows[row] = r
		}
		r.step(x, &p, float64(x.values[i]), rate, wordDecay/float64(len(x.rows)))
	}
	for d, v := range x.dense {
		if v != 0 {
			c.dense[d].step(x, &p, float64(v), denseRate*rate, 0)
		}
	}
}

func (r *rowChange) step(x *lesson, p *[labels]float64, value, rate, decay float64) {
	for l := range p {
		g := x.weight*(p[l]-is(x.label, l))*value + decay*r.w[l]
		r.squares[l] += g * g
		r.w[l] -= rate * g / (math.Sqrt(r.squares[l]) + 1e-6)
	}
}

func is(label data.Label, l int) float64 {
	if int(label) == l {
		return 1
	}
	return 0
}

func probabilities(logits [labels]float64) [labels]float64 {
	top := max(logits[0], logits[1], logits[2])
	sum := 0.0
	for l := range logits {
		logits[l] = math.Exp(logits[l] - top)
		sum += logits[l]
	}
	for l := range logits {
		logits[l] /= sum
	}
	return logits
}

// pack brings a change to steps of the model's scale; what is less than half a
// step is left out.
func (m *Model) pack(c *change) *Adaptation {
	a := &Adaptation{Model: m.Name}
	for l := range a.Offsets {
		a.Offsets[l] = float32(c.offsets[l])
		for d := range a.Dense {
			a.Dense[d][l] = float32(c.dense[d].w[l])
		}
	}
	for _, row := range slices.Sorted(maps.Keys(c.rows)) {
		var steps [labels]int8
		for l, w := range c.rows[row].w {
			steps[l] = int8(min(max(math.Round(w/float64(m.Scale[l])), -127), 127))
		}
		if steps != [labels]int8{} {
			a.Rows, a.Steps = append(a.Rows, row), append(a.Steps, steps)
		}
	}
	return a
}
