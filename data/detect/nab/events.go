package nab

import (
	"math"
	"slices"
	"time"
)

// merged is within what time of each other detections are one event.
const merged = 24 * time.Hour

// Events sums detections up as the second table of spec/detection.md 1 does.
type Events struct {
	Windows, Found int
	False          int           // events outside the windows
	FalseAWeek     float64       // and series, probation not counted
	Delay          time.Duration // median, of the labelled instants in windows found
}

// Count counts windows found and events outside of them, and takes the time
// from each labelled instant to the nearest detection in its window: some
// windows were merged of two. They open long before anything happens, so their
// starts say nothing about delay.
func Count(all []Series, detected [][]bool) (e Events) {
	var delays []time.Duration
	weeks := 0.0
	for i := range all {
		s := &all[i]
		spans := s.spans()
		e.Windows += len(spans)
		for _, w := range spans {
			if s.firstIn(detected[i], w) >= 0 {
				e.Found++
				delays = append(delays, s.delays(detected[i], w)...)
			}
		}
		e.False += s.falseEvents(detected[i], spans)
		weeks += s.weeks()
	}
	if weeks > 0 {
		e.FalseAWeek = float64(e.False) / weeks
	}
	e.Delay = median(delays)
	return e
}

// falseEvents counts detections outside the windows; each that follows another
// within a day belongs to the same event.
func (s *Series) falseEvents(detected []bool, spans [][2]int) (n int) {
	last := time.Time{}
	for i := s.probation(); i < len(s.At); i++ {
		if !detected[i] || inside(spans, i) {
			continue
		}
		if last.IsZero() || s.At[i].Sub(last) > merged {
			n++
		}
		last = s.At[i]
	}
	return n
}

// weeks is how long the part of a series is that counts.
func (s *Series) weeks() float64 {
	first := s.probation()
	if first >= len(s.At) {
		return 0
	}
	return s.At[len(s.At)-1].Sub(s.At[first]).Hours() / 24 / 7
}

// delays are those of a window that was found; before the instant they are
// negative.
func (s *Series) delays(detected []bool, w [2]int) (out []time.Duration) {
	for _, label := range s.Labels {
		if label.Before(s.At[w[0]]) || label.After(s.At[w[1]]) {
			continue
		}
		nearest := time.Duration(math.MaxInt64)
		for i := max(w[0], s.probation()); i <= w[1]; i++ {
			if d := s.At[i].Sub(label); detected[i] && d.Abs() < nearest.Abs() {
				nearest = d
			}
		}
		out = append(out, nearest)
	}
	return out
}

// median sorts; it is 0 of none.
func median(of []time.Duration) time.Duration {
	if len(of) == 0 {
		return 0
	}
	slices.Sort(of)
	return (of[(len(of)-1)/2] + of[len(of)/2]) / 2
}
