package detect

import (
	"time"

	"vedetta/data"
)

// riskGroup is how often a group of words to watch is usual.
type riskGroup struct {
	total, weight float64 // decayed: mentions, days
	today         float64
	hours         [24]uint16 // ring of the last day
	until         int64      // second up to which it keeps quiet
}

const (
	riskPrior    = 0.05 // mentions a day
	riskWeight   = 7    // days
	riskHalfLife = 28   // days
	riskPhi      = 0.5
	riskCount    = 3 // where words to watch are usual, this many are needed, and twice the usual
)

func newRiskGroup() riskGroup {
	return riskGroup{total: riskPrior * riskWeight, weight: riskWeight}
}

// level is how many mentions a day are usual.
func (g *riskGroup) level() float64 { return g.total / g.weight }

func (g *riskGroup) day() (n int) {
	for _, h := range g.hours {
		n += int(h)
	}
	return n
}

func (g *riskGroup) endDay() {
	const keep = 1 - 0.693/riskHalfLife
	g.total, g.weight = g.total*keep+g.today, g.weight*keep+1
	g.today = 0
}

// enough tells whether the mentions of the last 24 hours are worth an alarm:
// one is, of a group that is rare.
func (g *riskGroup) enough(b bars, strict float64) bool {
	n, e := g.day(), g.level()
	if e <= b.rare/strict {
		return true
	}
	return n >= riskCount && float64(n) >= 2*e && negBinTail(n, e, riskPhi) < b.share/strict
}

// lookForRisk counts the words to watch of a mention, which must not be a
// positive one, and reports the groups that are worth an alarm.
func (w *Watch) lookForRisk(m *Mention) {
	var groups data.WatchSet
	if m.Label == data.Positive {
		return
	}
	count, expected := 0, 0.0
	for _, name := range m.Watched.Risks() {
		g := &w.risks[riskIndex(name)]
		g.hours[w.slot()]++
		g.today++
		if m.second() < g.until || !g.enough(w.bars, w.strict.factor(data.RiskDetector)) {
			continue
		}
		g.until = m.second() + int64(coolDown/time.Second)
		groups = groups.With(name)
		count, expected = max(count, g.day()), max(expected, g.level())
	}
	if groups == 0 {
		return
	}
	w.join.alarm(w, data.Alarm{
		Stream: data.Brand, Detector: data.RiskDetector, At: m.ID.PublishedAt(), Window: 24 * time.Hour,
		Observed: float64(count), Expected: expected, Groups: groups, Mention: m.ID,
	})
}

func riskIndex(name data.WatchGroup) int {
	for i, g := range data.WatchGroups {
		if g == name {
			return i
		}
	}
	panic("detect: no such group of words to watch: " + string(name))
}

// risksUsual is how many mentions a day with words to watch are usual.
func (w *Watch) risksUsual() (sum float64) {
	for i := range w.risks {
		sum += w.risks[i].level()
	}
	return sum
}

const (
	pressRare = 1.0 / 30 // negative mentions in the press a day, below which one is an alarm
)

// lookForPress reports a negative mention in the press, where that is rare.
func (w *Watch) lookForPress(m *Mention) {
	if !m.Press || !m.negative() {
		return
	}
	g := &w.press
	g.hours[w.slot()]++
	g.today++
	if m.second() < g.until || g.level() > pressRare*3/w.strict.factor(data.SpreadDetector) {
		return
	}
	g.until = m.second() + int64(coolDown/time.Second)
	w.join.alarm(w, data.Alarm{
		Stream: data.Brand, Detector: data.SpreadDetector, At: m.ID.PublishedAt(), Window: 24 * time.Hour,
		Observed: float64(g.day()), Expected: g.level(), Mention: m.ID,
	})
}
