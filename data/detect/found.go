package detect

import (
	"slices"
	"time"

	"vedetta/data"
)

// Found is what a watch found up to now.
type Found struct {
	Incidents []data.Incident // oldest first
	Gaps      []data.Period
	Days      int     // of history, gaps left out
	Level     float64 // usual mentions a day
	Share     float64 // usual negative share, 0..1
	Daily     bool    // mentions come without hours
}

// Found ends the hour under way on a copy, and closes what has been normal
// since, as far as there is data: until is when the last data came in.
func (w *Watch) Found(until time.Time) Found {
	c, brand := w.clone(), w.streams[0]
	if c.hour >= 0 {
		c.finish(min(max(floorHour(until.Unix()), c.hour+1), c.hour+settles))
	}
	f := Found{Gaps: c.gaps, Days: brand.learning(), Level: brand.volume.level(), Share: brand.share.usual(), Daily: brand.daily()}
	for _, t := range c.join.list {
		f.Incidents = append(f.Incidents, t.settled())
	}
	return f
}

// settles is the number of hours without data after which every incident is
// over.
const settles = 8 * 24

// finish runs on through hours without mentions, until the silence is too long
// to mean anything.
func (w *Watch) finish(to int64) {
	for w.hour < to {
		w.closeHour()
		if w.streams[0].silent() {
			w.join.gap(w)
			return
		}
	}
}

// settled is the incident as others see it.
func (t *tracked) settled() data.Incident {
	i := t.Incident
	i.Level = max(i.Level, data.LevelWatch)
	i.Alarms = slices.Clone(i.Alarms)
	return i
}

// clone copies the watch so far that both can go on.
func (w *Watch) clone() *Watch {
	c := *w
	c.strict = strictness{}
	for d, n := range w.strict {
		c.strict[d] = n
	}
	c.streams = make([]*stream, len(w.streams))
	for i, s := range w.streams {
		copied := *s
		if s.surge != nil {
			copied.surge = s.surge.clone()
		}
		c.streams[i] = &copied
	}
	c.rules = make([]*ownRule, len(w.rules))
	for i, r := range w.rules {
		copied := *r
		c.rules[i] = &copied
	}
	c.gaps = slices.Clone(w.gaps)
	c.join.list = slices.Clone(w.join.list)
	if t := c.join.current(); t != nil {
		t.Alarms = slices.Clone(t.Alarms)
	}
	return &c
}

func (s *Surge) clone() *Surge {
	c := *s
	for i := range c.windows {
		w := &c.windows[i]
		w.counts, w.means = slices.Clone(w.counts), slices.Clone(w.means)
		w.peaks, w.sorted = slices.Clone(w.peaks), slices.Clone(w.sorted)
	}
	return &c
}
