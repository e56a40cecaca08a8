package detect

import "math"

// share is the usual negative share of a stream: a Beta distribution of what
// is older than seven days, so that a crisis stays out of its own baseline
// (spec/detection.md 4.3).
type share struct{ negative, other float64 }

const (
	shareNegative = 1.8 // the prior: 18 % negative,
	shareOther    = 8.2 // worth ten mentions
	shareHalfLife = 200 // mentions
	shareMost     = 60  // mentions that the baseline is worth at most: tone wobbles from day to day
)

// learn takes the mentions of an hour that is a week old.
func (s *share) learn(n, negative float64) {
	if n <= 0 {
		return
	}
	keep := math.Pow(0.5, n/shareHalfLife)
	s.negative = s.negative*keep + negative
	s.other = s.other*keep + n - negative
}

// beta gives the parameters of the distribution.
func (s *share) beta() (a, b float64) {
	a, b = s.negative+shareNegative, s.other+shareOther
	if sum := a + b; sum > shareMost {
		a, b = a*shareMost/sum, b*shareMost/sum
	}
	return a, b
}

// usual is its mean, 0..1.
func (s *share) usual() float64 {
	a, b := s.beta()
	return a / (a + b)
}

// limit is the most negatives of n that are still normal: more come with a
// probability below chance.
func (s *share) limit(n int, chance float64) int {
	a, b := s.beta()
	low, high := 0, n
	for low < high {
		if k := (low + high) / 2; betaBinTail(k+1, n, a, b) < chance {
			high = k
		} else {
			low = k + 1
		}
	}
	return low
}
