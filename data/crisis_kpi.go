package data

import (
	"math"
	"time"
)

// Baseline is what was usual before a crisis.
type Baseline struct {
	Days     int     // complete days it rests on
	Daily    float64 // mentions of a usual day
	Negative float64 // negative mentions of a usual day
	Totals           // of all those days
}

// Share is a part of a whole, 0..1, with its 95 % interval: of mentions that
// are negative, of those answered, of answers in time, of our voice among the
// competitors'. Without a whole nothing is known: 0, from 0 to 1.
type Share struct {
	Part, Of         int
	Value, Low, High float64
}

// ShareOf measures a share, with the score interval of Wilson (1927).
func ShareOf(part, of int) Share {
	s := Share{Part: part, Of: of, High: 1}
	if of <= 0 {
		return s
	}
	const z = 1.959964
	n := float64(of)
	s.Value = float64(part) / n
	middle := (s.Value + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(s.Value*(1-s.Value)/n+z*z/(4*n*n))
	s.Low, s.High = max(0, middle-half), min(1, middle+half)
	return s
}

// Polar is the second kind of net sentiment, 100 x (P - N) / (P + N), which
// leaves neutral mentions out; false when there is nothing to divide by.
func (t Totals) Polar() (float64, bool) {
	return Totals{Negative: t.Negative, Positive: t.Positive}.Net()
}

// Weighted are the mentions of an author for a share by reach.
type Weighted struct {
	Followers int64 // below 0 if not known
	Label     Label
	Mentions  int
}

// Spells are how long several things took; N is how many.
type Spells struct {
	N           int
	Median, P90 time.Duration
}

// ThreeDays is net sentiment over a day and the two before it.
type ThreeDays struct {
	Day time.Time // the last of the three
	Net float64
	N   int // mentions it rests on
	// Complete is false while the day still runs.
	Complete bool
}

// Recovery is the way of net sentiment back to what it was. Share is -1 and
// the days are empty where there is nothing to say.
type Recovery struct {
	Baseline     float64
	BaselineN    int
	Now, Lowest  ThreeDays
	Share        float64 // of the way back from the lowest, 0..1
	PeakDay      time.Time
	RecoveredAt  time.Time     // zero: not yet
	RecoveryTime time.Duration // from the day of the peak; -1: not yet
	// Enough tells that baseline and now rest on enough mentions to speak of it.
	Enough bool
}
