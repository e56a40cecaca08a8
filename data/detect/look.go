package detect

import (
	"math"
	"math/bits"
	"time"

	"vedetta/data"
)

// looking is what the detectors of a stream are run with.
type looking struct {
	bars   bars
	strict strictness
	hour   int64 // that just ended, in hours since 1970
	since  int   // hours since the last incident was over; those before are not looked at again
	emit   func(data.Alarm)
}

// bar is a probability as the feedback left it.
func (l *looking) bar(d data.Detector, p float64, s *stream) float64 {
	return p / (l.strict.factor(d) * s.strict * young(s.learning()))
}

// look runs the detectors after an hour was closed.
func (s *stream) look(l *looking) {
	s.lookForSurge(l)
	if l.since < week {
		s.fresh = s.ring.windows(l.since)
	}
	if s.fresh[oneWeek].n == 0 || s.learning() < firstDays {
		return
	}
	if !s.busy() {
		s.lookForCount(l, coolVolume, data.VolumeDetector, l.bars.volume, 5, 1.5)
	}
	s.lookForCount(l, coolNegatives, data.NegativesDetector, l.bars.negatives, 4, 2)
	s.lookForShare(l, coolShare, data.ShareDetector)
	s.lookForShare(l, coolReachShare, data.ReachShareDetector)
	s.lookForSpread(l)
}

// cooling tells whether a detector keeps quiet, as it fired lately.
func (s *stream) cooling(detector int, l *looking) bool { return l.hour*3600 < s.until[detector] }

// fire reports an alarm of the hour that just ended.
func (s *stream) fire(detector int, pause time.Duration, l *looking, a data.Alarm) {
	s.until[detector] = l.hour*3600 + int64(pause/time.Second)
	a.Stream = s.of
	if a.At.IsZero() {
		a.At = s.at(l.hour)
	}
	l.emit(a)
}

// at is when the hour's last mention came, or else its end.
func (s *stream) at(hour int64) time.Time {
	if last := s.ring.back(0).last; last > 0 {
		return time.Unix(last, 0).UTC()
	}
	return time.Unix((hour+1)*3600, 0).UTC()
}

// lookForSurge feeds the hour's steps to the surge detector.
func (s *stream) lookForSurge(l *looking) {
	steps := s.steps
	s.steps = [stepsHour]uint16{}
	if s.surge == nil {
		return
	}
	if !s.ring.back(0).seen {
		s.surge.Skip()
		return
	}
	bar := SurgeBar(l.bars.days * l.strict.factor(data.SurgeDetector) * s.strict)
	for i, n := range steps {
		f := s.surge.Add(float64(n))
		if f.Score < bar || !s.busy() || s.cooling(coolSurge, l) {
			continue
		}
		s.fire(coolSurge, coolDown, l, data.Alarm{
			Detector: data.SurgeDetector, At: time.Unix(l.hour*3600, 0).Add(time.Duration(i+1) * surgeStep).UTC(),
			Window: f.Window, Observed: f.Count, Expected: f.Expected, Mentions: int(f.Count),
			Busier: f.Busier, Of: f.OfBlocks, Score: f.Score,
		})
	}
}

// lookForCount compares mentions or negatives with what is usual, in windows of
// 2 to 72 hours.
func (s *stream) lookForCount(l *looking, cool int, d data.Detector, bar float64, least uint32, times float64) {
	if s.cooling(cool, l) {
		return
	}
	first := twoHours
	if s.daily() {
		first = oneDay
	}
	bar = l.bar(d, bar, s)
	best := data.Alarm{Detector: d, Chance: 1}
	for _, w := range s.fresh[first:oneWeek] {
		n, e, phi := w.n, w.volume, s.volume.phi()
		if d == data.NegativesDetector {
			n, e, phi = w.negative, w.below, s.negatives.phi()
		}
		if n < least || float64(n) < times*e || withinChance(float64(n), e, e+phi*e*e) {
			continue
		}
		if p := negBinTail(int(n), e, phi); p < bar && p < best.Chance {
			best.Chance, best.Observed, best.Expected = p, float64(n), e
			best.Window, best.Mentions, best.Score = w.length(), int(w.n), -math.Log10(max(p, math.SmallestNonzeroFloat64))
		}
	}
	if d == data.NegativesDetector {
		s.lookForBoth(l, &best)
	}
	if best.Chance < 1 {
		s.fire(cool, coolDown, l, best)
	}
}

// lookForBoth looks at volume and negative share together: each may be too
// little alone. Without trouble they do not depend on each other, so that their
// probabilities combine by Fisher's method (Statistical Methods for Research
// Workers, 1932): of two, P(x) = x (1 - ln x) with x their product.
func (s *stream) lookForBoth(l *looking, best *data.Alarm) {
	a, b := s.share.beta()
	usual, phi := a/(a+b), s.volume.phi()
	bar := l.bar(data.NegativesDetector, l.bars.both, s)
	for i := sixHours; i <= threeDays; i++ {
		w := &s.fresh[i]
		n, k := int(w.n), int(w.negative)
		if k < bothLeast || float64(k) <= usual*float64(n) || float64(n) <= w.volume || s.daily() && i == sixHours {
			continue
		}
		if bothWithinChance(float64(n), w.volume, phi, float64(k), a, b) {
			continue
		}
		x := negBinTail(n, w.volume, phi) * betaBinTail(k, n, a, b)
		if p := x * (1 - math.Log(x)); p < bar && p < best.Chance {
			best.Chance, best.Observed, best.Expected = p, float64(k), w.below
			best.Window, best.Mentions, best.Score = w.length(), n, -math.Log10(max(p, math.SmallestNonzeroFloat64))
		}
	}
}

const bothLeast = 4 // negatives

// bothWithinChance tells, cheaply, that neither volume nor share nor both lie far
// enough above their means.
func bothWithinChance(n, mean, phi, k, a, b float64) bool {
	const least = 5 // the sum of squared standard deviations; a bar of 4e-3 needs 8
	p := a / (a + b)
	volume := (n - mean) * (n - mean) / (mean + phi*mean*mean)
	share := (k - n*p) * (k - n*p) / (n * p * (1 - p) * (a + b + n) / (a + b + 1))
	return volume+share < least
}

func (w *window) length() time.Duration { return time.Duration(w.hours) * time.Hour }

const (
	shareLeast  = 5    // negatives
	sharePoints = 0.10 // above the usual share
)

// lookForShare compares the negative share with what is usual, in windows of 1
// to 7 days; weighted with reach, if the detector says so.
func (s *stream) lookForShare(l *looking, cool int, d data.Detector) {
	if s.cooling(cool, l) {
		return
	}
	a, b := s.share.beta()
	usual, bar := a/(a+b), l.bar(d, l.bars.share, s)
	best := data.Alarm{Detector: d, Chance: 1}
	for i := oneDay; i <= oneWeek; i++ {
		w := &s.fresh[i]
		n, k := int(w.n), int(w.negative)
		if k < shareLeast {
			continue
		}
		if d == data.ReachShareDetector {
			if w.reach == 0 {
				continue
			}
			n, k = w.effective()
		}
		if float64(k) < (usual+sharePoints)*float64(n) {
			continue
		}
		if p := betaBinTail(k, n, a, b); p < bar && p < best.Chance {
			best.Chance, best.Observed, best.Mentions, best.Window = p, float64(k), n, w.length()
		}
	}
	if best.Chance == 1 {
		return
	}
	best.Usual, best.Expected = usual, usual*float64(best.Mentions)
	best.Limit = float64(s.share.limit(best.Mentions, 0.01))
	best.Score = -math.Log10(max(best.Chance, math.SmallestNonzeroFloat64))
	s.fire(cool, coolDownShare, l, best)
}

const (
	spreadSources = 3
	spreadEasier  = 10 // than for negatives alone
)

// lookForSpread finds negatives in three sources within six hours, where so
// many negatives are rare in themselves.
func (s *stream) lookForSpread(l *looking) {
	w := &s.fresh[sixHours]
	if s.daily() {
		w = &s.fresh[oneDay]
	}
	if s.of.Kind == data.OfSource || bits.OnesCount64(w.sources) < spreadSources || s.cooling(coolSpread, l) {
		return
	}
	p := negBinTail(int(w.negative), w.below, s.negatives.phi())
	if p >= spreadEasier*l.bar(data.SpreadDetector, l.bars.negatives, s) {
		return
	}
	s.fire(coolSpread, coolDown, l, data.Alarm{
		Detector: data.SpreadDetector, Window: w.length(), Observed: float64(w.negative), Expected: w.below,
		Mentions: int(w.n), Of: bits.OnesCount64(w.sources), Chance: p, Score: -math.Log10(max(p, math.SmallestNonzeroFloat64)),
	})
}
