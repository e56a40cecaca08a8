package detect

import (
	"math"
	"time"

	"vedetta/data"
)

// stream is the state of one stream.
type stream struct {
	of     data.Stream
	strict float64 // how much rarer its alarms must be than the brand's

	open  bin               // the hour under way
	steps [stepsHour]uint16 // its mentions, for surges
	ring  ring

	volume, negatives usual
	share             share
	surge             *Surge         // once it is busy enough
	days              [2][24]float64 // mentions and negatives of today by hour
	seen              float64        // the part of today that was seen
	profiles          [2][24]float64 // expected of each hour of today

	heard        bool             // a mention came, ever
	quiet        int              // hours since the last mention
	dated, timed float64          // decayed counts of mentions without and with an hour
	until        [detectors]int64 // second up to which a detector keeps quiet
	reachDay     float64          // people reached on a usual day
	sums         [len(windowHours)]window
	// fresh is sums without what belongs to an incident that is over: it must
	// not be an alarm again.
	fresh [len(windowHours)]window
}

const (
	stepsHour     = 12
	surgeStep     = time.Hour / stepsHour
	surgeFeedFrom = 50  // mentions a day from which peaks are remembered
	busyFrom      = 100 // mentions a day from which surges are looked for
)

// The detectors of a stream, as indexes of their cool-downs.
const (
	coolSurge = iota
	coolVolume
	coolNegatives
	coolShare
	coolReachShare
	coolSpread
	detectors
)

const (
	coolDown      = 24 * time.Hour
	coolDownShare = 72 * time.Hour
)

func newStream(of data.Stream, strict float64) *stream {
	return &stream{of: of, strict: strict, volume: newUsual(learnVolume), negatives: newUsual(learnNegatives)}
}

// add counts a mention into the hour under way.
func (s *stream) add(m *Mention, weight float64) {
	s.heard = true
	s.open.add(m, weight)
	s.steps[m.second()%3600/int64(surgeStep/time.Second)]++
	const keep = 0.995
	s.dated, s.timed = s.dated*keep, s.timed*keep
	if m.dated {
		s.dated++
	} else {
		s.timed++
	}
}

// daily tells whether mentions come without hours: then only whole days are
// compared.
func (s *stream) daily() bool { return s.dated > s.timed && s.dated >= 3 }

// busy tells whether there are so many mentions that surges are looked for.
func (s *stream) busy() bool {
	return s.surge != nil && s.volume.level() >= busyFrom && !s.daily()
}

// begin makes ready for a local day.
func (s *stream) begin(weekday int) {
	for i, u := range [...]*usual{&s.volume, &s.negatives} {
		s.profiles[i] = u.profile(s.daily())
		for h := range s.profiles[i] {
			s.profiles[i][h] *= u.ofDay(weekday)
		}
	}
}

// end learns from a local day. An empty day that is hardly possible is taken
// for one of which there is no data; but a stream that was never heard of, as a
// topic of tomorrow, has learnt that it is usually silent.
func (s *stream) end(weekday int) {
	day := 0.0
	for _, n := range s.days[0] {
		day += n
	}
	if day > 0 || !s.heard || s.never(s.volume.ofDay(weekday)) >= emptyDay {
		s.volume.learn(weekday, &s.days[0], s.seen, learnVolume)
		s.negatives.learn(weekday, &s.days[1], s.seen, learnNegatives)
		s.learnReach()
	}
	if s.surge == nil && s.volume.level() >= surgeFeedFrom {
		s.surge = NewSurge(surgeStep)
	}
	s.days, s.seen = [2][24]float64{}, 0
}

func (s *stream) learnReach() {
	if reach := s.sums[oneDay].reach; reach > 0 {
		const keep = 0.95
		if s.reachDay == 0 {
			s.reachDay = reach
		}
		s.reachDay = s.reachDay*keep + math.Min(reach, 4*s.reachDay)*(1-keep)
	}
}

const (
	emptyDay = 0.05  // less probable: no data, nothing is learnt
	gapBelow = 0.001 // less probable: a gap
)

// never is the probability of no mention on a day with so many expected.
func (s *stream) never(expected float64) float64 {
	phi := s.volume.phi()
	return math.Pow(1+phi*expected, -1/phi)
}

// silent tells that no mention came for longer than can be chance. Days vary
// each on its own, so that their probabilities multiply.
func (s *stream) silent() bool {
	return s.heard && s.quiet > 24 && math.Pow(s.never(s.volume.level()), float64(s.quiet)/24) < gapBelow
}

// close ends the hour under way: h hours since 1970, local hour of the day.
func (s *stream) close(local int) {
	b := s.open
	s.open = bin{}
	s.quiet++
	if b.n > 0 {
		s.quiet = 0
	}
	if b.seen = !s.silent(); b.seen {
		b.volume, b.below = s.profiles[0][local], s.profiles[1][local]
		s.seen += b.volume / max(sumOf(&s.profiles[0]), 1e-9)
	}
	s.days[0][local] += float64(b.n)
	s.days[1][local] += float64(b.negative)
	s.push(b)
}

// skip passes over an hour without data.
func (s *stream) skip() {
	s.open, s.steps = bin{}, [stepsHour]uint16{}
	s.push(bin{})
}

func (s *stream) push(b bin) {
	if old := s.ring.push(b); old.n > 0 {
		s.share.learn(float64(old.n), float64(old.negative))
	}
	s.sums = s.ring.windows(week)
	s.fresh = s.sums
}

func sumOf(hours *[24]float64) (sum float64) {
	for _, h := range hours {
		sum += h
	}
	return sum
}

// learning is how many days of history the stream has.
func (s *stream) learning() int { return s.volume.learnt }
