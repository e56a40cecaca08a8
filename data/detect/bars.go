package detect

import (
	"math"
	"time"

	"vedetta/data"
)

// bars are the probabilities below which a window is an alarm, and how rare a
// surge must be.
type bars struct {
	volume, negatives float64
	both              float64 // volume and share together
	share             float64
	days              float64 // surge: return period
	rare              float64 // risk: mentions a day below which one is enough
}

// barsOf are the three settings. They began at those of spec/detection.md 3;
// what both adds was taken from volume and negatives, so that the number of
// false incidents stayed (BenchmarkSmallBrand).
func barsOf(s data.Sensitivity) bars {
	switch s {
	case data.Calm:
		return bars{volume: 1e-5, negatives: 2e-5, both: 4e-4, share: 1.6e-4, days: 7, rare: 0.07}
	case data.Alert:
		return bars{volume: 2e-4, negatives: 3e-4, both: 6e-3, share: 3e-3, days: 3, rare: 0.3}
	}
	return bars{volume: 3e-5, negatives: 6e-5, both: 1.8e-3, share: 8e-4, days: 5, rare: 0.15}
}

// History in days from which a detector warns of all but very clear jumps, and
// from which it knows what is usual.
const (
	WarmUp = 7
	Learnt = 21
)

// young is how much stricter a stream with little history is.
func young(days int) float64 {
	switch {
	case days < WarmUp:
		return 100
	case days < Learnt:
		return 4
	}
	return 1
}

// strictMost bounds what feedback can do: 2 to this power.
const strictMost = 5

// Feedback is a verdict of the person's: the detectors that fired without
// need are stricter from then on, those that were right return towards normal.
type Feedback struct {
	At        time.Time
	Verdict   data.Verdict
	Detectors []data.Detector
}

// strictness is, by detector, how many times feedback halved its bar by now.
type strictness map[data.Detector]int

func (s strictness) apply(f Feedback) {
	step := 1
	if f.Verdict == data.Useful {
		step = -1
	}
	for _, d := range f.Detectors {
		s[d] = min(max(s[d]+step, 0), strictMost)
	}
}

func (s strictness) factor(d data.Detector) float64 { return math.Pow(2, float64(s[d])) }
