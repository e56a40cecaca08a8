package detect

import (
	"time"

	"vedetta/data"
)

// Point is a row of a series of counts.
type Point struct {
	At       time.Time
	Count    float64 // mentions in the step that begins at At
	Negative int     // of them; only read from a series with negatives
}

// Series looks for alarms in counts, without mentions: for trying the
// detectors on any file. Steps under an hour are watched for surges; hours with
// negatives as a stream is, but for its volume; other counts for volume or,
// where there are many, surges.
type Series struct {
	step      time.Duration
	negatives bool
	bars      bars
	surge     *Surge
	watch     *Watch
	alarms    []data.Alarm // of the hours closed since the last Add
	until     time.Time    // end of the surge's cool-down
	last      time.Time
}

// NewSeries makes one for steps of the given length.
func NewSeries(step time.Duration, s data.Sensitivity, negatives bool) *Series {
	n := &Series{step: step, negatives: negatives, bars: barsOf(s), surge: NewSurge(step)}
	n.watch = New(Setup{Zone: time.UTC, Sensitivity: s})
	n.watch.join.heard = func(a data.Alarm) { n.alarms = append(n.alarms, a) }
	return n
}

// Add takes the next point, not older than the one before, and gives how
// unusual it is (0..1; 0 in a cool-down) and its alarms.
func (n *Series) Add(p Point) (score float64, alarms []data.Alarm) {
	if n.step < time.Hour {
		return n.addSteps(p)
	}
	n.alarms = n.alarms[:0]
	busy := n.watch.streams[0].volume.level() >= busyFrom
	score, surges := n.addSteps(p)
	n.watch.addHour(p)
	if busy {
		alarms = append(alarms, surges...)
	} else {
		score = 0
	}
	for _, a := range n.alarms {
		if n.wants(a.Detector, busy) {
			a.At = p.At
			alarms = append(alarms, a)
			score = max(score, 1-a.Chance)
		}
	}
	return score, alarms
}

func (n *Series) wants(d data.Detector, busy bool) bool {
	switch d {
	case data.NegativesDetector, data.ShareDetector:
		return n.negatives
	case data.VolumeDetector:
		return !n.negatives && !busy
	}
	return false
}

// addSteps feeds the surge detector, with the steps that the series lacks.
func (n *Series) addSteps(p Point) (score float64, alarms []data.Alarm) {
	if !n.last.IsZero() {
		n.pass(p.At.Sub(n.last))
	}
	n.last = p.At
	f := n.surge.Add(p.Count)
	if p.At.Before(n.until) {
		return 0, nil
	}
	if f.Score >= SurgeBar(n.bars.days) {
		n.until = p.At.Add(coolDown)
		alarms = []data.Alarm{{
			Stream: data.Brand, Detector: data.SurgeDetector, At: p.At, Window: f.Window,
			Observed: f.Count, Expected: f.Expected, Mentions: int(f.Count), Busier: f.Busier, Of: f.OfBlocks, Score: f.Score,
		}}
	}
	return rarity(f.Score), alarms
}

// pass counts missing steps as zeros; more than a day of them is a gap.
func (n *Series) pass(since time.Duration) {
	missing := int((since+n.step/2)/n.step) - 1
	if time.Duration(missing)*n.step > 24*time.Hour {
		n.surge.Skip()
		return
	}
	for range missing {
		n.surge.Add(0)
	}
}

// addHour takes a whole hour at once.
func (w *Watch) addHour(p Point) {
	w.advance(floorHour(p.At.Unix()))
	s := w.streams[0]
	s.open.n += uint32(max(p.Count, 0))
	s.open.negative += uint32(max(p.Negative, 0))
	s.open.last = p.At.Unix()
	w.last = p.At.Unix()
	s.timed++
	s.heard = s.heard || p.Count > 0
	w.closeHour()
}
