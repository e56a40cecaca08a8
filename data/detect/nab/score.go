package nab

import (
	"math"
	"slices"
	"time"
)

// Profile weighs hits, false alarms and misses.
type Profile struct {
	Name             string
	Hit, False, Miss float64
}

// Profiles are the benchmark's three (Lavin and Ahmad 2015).
var Profiles = [...]Profile{{"standard", 1, 0.11, 1}, {"low false positives", 1, 0.22, 1}, {"low false negatives", 1, 0.11, 2}}

const (
	probationShare = 0.15 // of the rows, in which detections do not count,
	probationMost  = 750  // but no more rows than these
)

func (s *Series) probation() int { return min(int(probationShare*float64(len(s.At))), probationMost) }

// Score is the score of detections, a flag for each row of each series: 0 for
// none at all, 100 for one at the first row of every window and no others.
func Score(all []Series, detected [][]bool, p Profile) float64 {
	raw, windows := 0.0, 0
	for i := range all {
		raw += all[i].score(detected[i], p)
		windows += len(all[i].Windows)
	}
	null, perfect := -p.Miss*float64(windows), p.Hit*float64(windows)
	return 100 * (raw - null) / (perfect - null)
}

// score is the score of one series, not yet normalised.
func (s *Series) score(detected []bool, p Profile) (sum float64) {
	spans := s.spans()
	for _, w := range spans {
		if first := s.firstIn(detected, w); first >= 0 {
			sum += p.Hit * sigmoid(-float64(w[1]-first+1)/float64(w[1]-w[0]+1)) / sigmoid(-1)
		} else {
			sum -= p.Miss
		}
	}
	for i := s.probation(); i < len(detected); i++ {
		if detected[i] && !inside(spans, i) {
			sum += p.False * after(spans, i)
		}
	}
	return sum
}

// spans are the windows as rows, both ends included.
func (s *Series) spans() (out [][2]int) {
	for _, w := range s.Windows {
		first, _ := slices.BinarySearchFunc(s.At, w[0], time.Time.Compare)
		last, exact := slices.BinarySearchFunc(s.At, w[1], time.Time.Compare)
		if !exact {
			last--
		}
		out = append(out, [2]int{first, last})
	}
	return out
}

func (s *Series) firstIn(detected []bool, w [2]int) int {
	for i := max(w[0], s.probation()); i <= w[1]; i++ {
		if detected[i] {
			return i
		}
	}
	return -1
}

func inside(spans [][2]int, i int) bool {
	return slices.ContainsFunc(spans, func(w [2]int) bool { return w[0] <= i && i <= w[1] })
}

// after is what a detection outside all windows is worth: near 0 just behind
// one, -1 far from it or before the first.
func after(spans [][2]int, i int) float64 {
	for k := len(spans) - 1; k >= 0; k-- {
		if w := spans[k]; w[1] < i {
			position := float64(i-w[1]) / float64(w[1]-w[0])
			if position >= 3 {
				return -1
			}
			return sigmoid(position)
		}
	}
	return -1
}

// sigmoid is the benchmark's scaled one: 1 far inside, 0 at the end of a
// window, -1 far behind.
func sigmoid(position float64) float64 { return 2/(1+math.Exp(5*position)) - 1 }
