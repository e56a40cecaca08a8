package detect

import (
	"time"

	"vedetta/data"
)

// Setup is all that the detectors depend on beside the mentions.
type Setup struct {
	Zone        *time.Location
	Sensitivity data.Sensitivity
	Streams     []data.Stream // beside the whole brand
	Rules       []data.Rule
	Expected    []data.ExpectedPeriod
	Feedback    []Feedback // oldest first
	RulesOnly   bool       // only the rules are run, to try them
}

// Watch runs all detectors on all streams. It takes mentions in order of time;
// what it finds depends on them and the setup alone. A month of nothing costs
// as little as an hour.
type Watch struct {
	setup   Setup
	bars    bars
	strict  strictness
	fed     int       // feedback that is taken into account
	streams []*stream // the first is the whole brand
	rules   []*ownRule
	risks   [6]riskGroup
	press   riskGroup
	weigher weigher
	hour    int64 // under way, in hours since 1970; -1 before the first mention
	last    int64 // second of the last mention
	gaps    []data.Period
	join    joiner
}

// strictParts is how much of the false alarms all streams beside the brand may
// bring together, against those of the brand.
const strictParts = 2

// New makes a watch that has seen nothing.
func New(setup Setup) *Watch {
	w := &Watch{setup: setup, bars: barsOf(setup.Sensitivity), strict: strictness{}, hour: -1}
	w.streams = append(w.streams, newStream(data.Brand, 1))
	for _, s := range setup.Streams {
		w.streams = append(w.streams, newStream(s, strictParts*float64(len(setup.Streams))))
	}
	for _, r := range setup.Rules {
		w.rules = append(w.rules, &ownRule{rule: r})
	}
	for i := range w.risks {
		w.risks[i] = newRiskGroup()
	}
	w.press = newRiskGroup()
	return w
}

// Add takes the next mention; none may be older than the one before by more
// than the rest of its hour.
func (w *Watch) Add(m Mention) {
	at := m.second()
	w.advance(floorHour(at))
	m.dated = w.dated(at)
	w.last = max(w.last, at)
	weight := w.weigher.weigh(m.Reach)
	w.weigher.learn(m.Reach)
	w.streams[0].add(&m, weight)
	for _, i := range m.Streams {
		w.streams[i+1].add(&m, weight)
	}
	for _, i := range m.Rules {
		w.rules[i].add(w, &m)
	}
	if !w.setup.RulesOnly {
		w.lookForRisk(&m)
		w.lookForPress(&m)
	}
}

// Grew takes what two observations of a mention show, in order of the later
// one among the mentions.
func (w *Watch) Grew(g Growth) {
	if a, ok := velocity(g); ok && !w.setup.RulesOnly {
		w.advance(floorHour(a.At.Unix()))
		w.join.alarm(w, a)
	}
}

func floorHour(second int64) int64 {
	h := second / 3600
	if second%3600 < 0 {
		h--
	}
	return h
}

// dated tells whether a second is a midnight: the mention came without an hour.
func (w *Watch) dated(second int64) bool {
	if second%900 != 0 {
		return false
	}
	h, m, _ := time.Unix(second, 0).In(w.setup.Zone).Clock()
	return h == 0 && m == 0 || second%86400 == 0
}

// longSilence is a time without mentions that is a gap whatever was usual.
const longSilence = 90 * 24

// advance ends the hours up to the given one.
func (w *Watch) advance(to int64) {
	switch {
	case w.hour < 0:
		w.hour = to
		w.beginDay()
	case to-w.hour > longSilence:
		w.closeHour()
		w.jump(to)
	}
	for w.hour < to {
		w.closeHour()
		if w.hour < to && w.streams[0].silent() {
			w.jump(to)
		}
	}
}

// jump passes over a gap.
func (w *Watch) jump(to int64) {
	w.gaps = append(w.gaps, data.Period{From: time.Unix((floorHour(w.last)+1)*3600, 0).UTC(), To: time.Unix(to*3600, 0).UTC()})
	w.endDay()
	for range min(to-w.hour, week) {
		for _, s := range w.streams {
			s.skip()
		}
		for _, r := range w.rules {
			r.ring.push(bin{})
		}
	}
	for _, s := range w.streams {
		if s.surge != nil {
			s.surge.Skip()
		}
		s.quiet = 0
	}
	w.hour = to
	w.join.gap(w)
	w.beginDay()
}

// closeHour ends the hour under way on all streams.
func (w *Watch) closeHour() {
	start := time.Unix(w.hour*3600, 0)
	for ; w.fed < len(w.setup.Feedback) && !w.setup.Feedback[w.fed].At.After(start); w.fed++ {
		w.strict.apply(w.setup.Feedback[w.fed])
	}
	local := start.In(w.setup.Zone)
	l := looking{bars: w.bars, strict: w.strict, hour: w.hour, since: w.join.over(w.hour), emit: func(a data.Alarm) { w.join.alarm(w, a) }}
	for _, s := range w.streams {
		s.close(local.Hour())
	}
	if !w.setup.RulesOnly {
		for _, s := range w.streams {
			s.look(&l)
		}
	}
	for _, r := range w.rules {
		r.close(w)
	}
	w.join.hour(w)
	w.hour++
	w.forgetHour()
	if next := time.Unix(w.hour*3600, 0).In(w.setup.Zone); next.Day() != local.Day() {
		w.endDay()
		w.beginDay()
	}
}

// slot is the place of the hour under way in a ring of a day.
func (w *Watch) slot() int { return int((w.hour%24 + 24) % 24) }

// forgetHour empties the slot of the hour that begins.
func (w *Watch) forgetHour() {
	for i := range w.risks {
		w.risks[i].hours[w.slot()] = 0
	}
	w.press.hours[w.slot()] = 0
}

func (w *Watch) endDay() {
	weekday := int(time.Unix((w.hour-1)*3600, 0).In(w.setup.Zone).Weekday())
	for _, s := range w.streams {
		s.end(weekday)
	}
	for i := range w.risks {
		w.risks[i].endDay()
	}
	w.press.endDay()
}

func (w *Watch) beginDay() {
	weekday := int(time.Unix(w.hour*3600, 0).In(w.setup.Zone).Weekday())
	for _, s := range w.streams {
		s.begin(weekday)
	}
}
