package main

import (
	"math"
	"math/rand/v2"
	"strings"

	"vedetta/data/sentiment"
)

// spoken is a text whose language is known, as the learner sees it.
type spoken struct {
	rows   []uint32
	lang   int
	weight float64
}

// tongueWeights tell languages apart: logits are the mean of the rows' weights
// plus the bias.
type tongueWeights struct {
	rows []float32 // TongueRows × Tongues
	bias [sentiment.Tongues]float32
}

const (
	tongueRate   = .3
	tongueEpochs = 6
	tongueDecay  = 1e-7
	tongueGain   = 12 // a mean of weights this much larger, so that steps stay small
	mostOfTongue = 6000
)

// spokenTexts gives every text and a short piece of it, so that remarks of
// three words are learnt as well as long reviews.
func spokenTexts(set []example, seed uint64) ([]spoken, error) {
	random := randomOf(seed)
	counts := [sentiment.Tongues]int{}
	all, err := tongueWords(seed)
	if err != nil {
		return nil, err
	}
	for _, i := range random.Perm(len(set)) {
		x := &set[i]
		if counts[x.lang]++; counts[x.lang] > mostOfTongue {
			continue
		}
		words := strings.Fields(x.text)
		all = append(all, spoken{rows: sentiment.TongueOf(x.text), lang: x.lang})
		if n := 2 + random.IntN(4); len(words) > n {
			from := random.IntN(len(words) - n)
			all = append(all, spoken{rows: sentiment.TongueOf(strings.Join(words[from:from+n], " ")), lang: x.lang})
		}
	}
	weighTongues(all)
	return all, nil
}

func randomOf(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 11)) }

// weighTongues lets languages count by the square root of their texts.
func weighTongues(all []spoken) {
	var counts [sentiment.Tongues]float64
	for i := range all {
		counts[all[i].lang]++
	}
	most := 0.0
	for _, n := range counts {
		most = max(most, n)
	}
	for i := range all {
		all[i].weight = math.Sqrt(most / counts[all[i].lang])
	}
}

func learnTongues(all []spoken, seed uint64) *tongueWeights {
	w := &tongueWeights{rows: make([]float32, sentiment.TongueRows*sentiment.Tongues)}
	squares := make([]float32, len(w.rows))
	random := rand.New(rand.NewPCG(seed, 13))
	var biasSquares [sentiment.Tongues]float32
	for range tongueEpochs {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for i := range all {
			x := &all[i]
			if len(x.rows) == 0 {
				continue
			}
			errs := w.logits(x.rows)
			softmax(errs[:])
			errs[x.lang]--
			value := float32(tongueGain) / float32(len(x.rows))
			for l := range errs {
				errs[l] *= float32(x.weight)
				step(&w.bias[l], &biasSquares[l], errs[l]/10)
			}
			for _, row := range x.rows {
				at := int(row) * sentiment.Tongues
				for l, e := range errs {
					step(&w.rows[at+l], &squares[at+l], e*value+tongueDecay*w.rows[at+l])
				}
			}
		}
	}
	for i := range w.rows {
		w.rows[i] *= tongueGain
	}
	return w
}

func step(w, squares *float32, gradient float32) {
	*squares += gradient * gradient
	*w -= tongueRate * gradient / (float32(math.Sqrt(float64(*squares))) + 1e-6)
}

// logits while learning; afterwards tongueGain is folded into the weights.
func (w *tongueWeights) logits(rows []uint32) (out [sentiment.Tongues]float32) {
	for _, row := range rows {
		at := int(row) * sentiment.Tongues
		for l := range out {
			out[l] += w.rows[at+l]
		}
	}
	for l := range out {
		out[l] = out[l]*tongueGain/float32(len(rows)) + w.bias[l]
	}
	return out
}
