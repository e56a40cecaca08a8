package main

import (
	"math"
	"slices"
)

// measured is how predictions did on a set.
type measured struct {
	texts       int
	macroF1     float64 // per cent
	macroRecall float64
	ece         float64 // expected calibration error, ten bins, per cent
	recalls     [3]float64
	said        [3]float64 // share of each label among the predictions
}

func measure(set []example, predict func(*example) []float64) (m measured) {
	var confusion [3][3]float64
	var bins [10]struct{ n, right, sure float64 }
	for i := range set {
		p := predict(&set[i])
		best := 0
		for k := range p {
			if p[k] > p[best] {
				best = k
			}
		}
		confusion[set[i].label][best]++
		b := &bins[min(int(10*p[best]), 9)]
		b.n++
		b.sure += p[best]
		if best == set[i].label {
			b.right++
		}
	}
	m.texts = len(set)
	for c := range confusion {
		said, truth := 0.0, 0.0
		for o := range confusion {
			said += confusion[o][c]
			truth += confusion[c][o]
		}
		m.macroF1 += 200 * confusion[c][c] / max(said+truth, 1) / 3
		m.recalls[c] = 100 * confusion[c][c] / max(truth, 1)
		m.macroRecall += m.recalls[c] / 3
		m.said[c] = 100 * said / max(float64(len(set)), 1)
	}
	for _, b := range bins {
		m.ece += 100 * math.Abs(b.sure-b.right) / max(float64(len(set)), 1)
	}
	return m
}

// auc is the chance that a text of the class gets more points than another.
func auc(points []float64, is []bool) float64 {
	order := make([]int, len(points))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if points[a] < points[b] {
			return -1
		}
		return 1
	})
	ranks, yes := 0.0, 0.0
	for rank, i := range order {
		if is[i] {
			ranks += float64(rank + 1)
			yes++
		}
	}
	no := float64(len(points)) - yes
	return 100 * (ranks - yes*(yes+1)/2) / max(yes*no, 1)
}
