package detect

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"slices"

	"vedetta/data"
)

// stateVersion changes with the meaning of what is coded.
const stateVersion = 2

// State is what is needed to go on from here with the same setup.
func (w *Watch) State() []byte {
	c := codec{}
	w.code(&c)
	return binary.LittleEndian.AppendUint32(c.buf, crc32.ChecksumIEEE(c.buf))
}

// Restore makes a watch go on from a state, which must be of the same setup.
func Restore(setup Setup, state []byte) (*Watch, error) {
	w := New(setup)
	n := len(state) - crc32.Size
	if n < 0 || crc32.ChecksumIEEE(state[:n]) != binary.LittleEndian.Uint32(state[n:]) {
		return w, errState
	}
	c := codec{buf: state[:n:n], reading: true}
	w.code(&c)
	if c.err == nil && len(c.buf) > 0 {
		c.err = errState
	}
	return w, c.err
}

func (w *Watch) code(c *codec) {
	version, streams, rules := stateVersion, len(w.streams), len(w.rules)
	as(c, &version)
	as(c, &streams)
	as(c, &rules)
	if version != stateVersion || streams != len(w.streams) || rules != len(w.rules) {
		c.fail()
		return
	}
	c.int(&w.hour)
	c.int(&w.last)
	as(c, &w.fed)
	if c.reading {
		for _, f := range w.setup.Feedback[:min(max(w.fed, 0), len(w.setup.Feedback))] {
			w.strict.apply(f)
		}
	}
	for _, s := range w.streams {
		s.code(c)
	}
	for _, r := range w.rules {
		r.open.code(c)
		r.ring.code(c)
		c.int(&r.until)
	}
	for i := range w.risks {
		w.risks[i].code(c)
	}
	w.press.code(c)
	c.floats(w.weigher.classes[:])
	c.float(&w.weigher.sum)
	w.join.code(c)
}

func (s *stream) code(c *codec) {
	s.open.code(c)
	for i := range s.steps {
		as(c, &s.steps[i])
	}
	s.ring.code(c)
	s.volume.code(c)
	s.negatives.code(c)
	c.float(&s.share.negative)
	c.float(&s.share.other)
	for i := range s.days {
		c.floats(s.days[i][:])
		c.floats(s.profiles[i][:])
	}
	c.float(&s.seen)
	c.bool(&s.heard)
	as(c, &s.quiet)
	c.float(&s.dated)
	c.float(&s.timed)
	for i := range s.until {
		c.int(&s.until[i])
	}
	c.float(&s.reachDay)
	surge := s.surge != nil
	c.bool(&surge)
	if surge && c.reading {
		s.surge = NewSurge(surgeStep)
	}
	if surge {
		s.surge.code(c)
	}
	if c.reading {
		s.sums = s.ring.windows(week)
	}
}

func (b *bin) code(c *codec) {
	as(c, &b.n)
	c.bool(&b.seen)
	if b.n == 0 && !b.seen {
		return
	}
	c.float(&b.volume)
	c.float(&b.below)
	if b.n == 0 {
		return
	}
	as(c, &b.negative)
	c.float(&b.w)
	c.float(&b.w2)
	c.float(&b.wNegative)
	c.float(&b.reach)
	as(c, &b.sources)
	as(c, &b.risks)
	c.int(&b.last)
}

func (r *ring) code(c *codec) {
	as(c, &r.at)
	if r.at < 0 || r.at >= week {
		c.fail()
		return
	}
	for i := range r.bins {
		r.bins[i].code(c)
	}
}

func (u *usual) code(c *codec) {
	c.float(&u.total)
	c.float(&u.weight)
	for i := range u.week {
		c.float(&u.week[i].sum)
		c.float(&u.week[i].weight)
	}
	c.floats(u.hours[:])
	c.float(&u.excess)
	c.float(&u.days)
	as(c, &u.learnt)
}

func (g *riskGroup) code(c *codec) {
	c.float(&g.total)
	c.float(&g.weight)
	c.float(&g.today)
	for i := range g.hours {
		as(c, &g.hours[i])
	}
	c.int(&g.until)
}

func (s *Surge) code(c *codec) {
	c.float(&s.level)
	as(c, &s.steps)
	if s.steps < 0 {
		c.fail()
		return
	}
	for i := range s.windows {
		s.windows[i].code(c)
	}
}

func (w *surgeWindow) code(c *codec) {
	c.floats(w.counts)
	c.floats(w.means)
	c.float(&w.n)
	c.float(&w.e)
	c.float32(&w.top)
	as(c, &w.next)
	n := len(w.peaks)
	as(c, &n)
	if n < 0 || n > surgeMemory || w.next < 0 || w.next >= surgeMemory {
		c.fail()
		return
	}
	w.peaks = slices.Grow(w.peaks, n)[:n]
	for i := range w.peaks {
		c.float32(&w.peaks[i])
	}
	if c.reading {
		w.sorted = slices.Sorted(slices.Values(w.peaks))
	}
}

// code keeps the latest incident alone: the others do not change any more.
func (j *joiner) code(c *codec) {
	has := len(j.list) > 0
	c.bool(&has)
	if !has {
		return
	}
	if c.reading {
		j.list = []tracked{{}}
	}
	t := j.current()
	var body []byte
	if !c.reading {
		body, _ = json.Marshal(t.Incident) // plain fields: it cannot fail
	}
	c.bytes(&body)
	if c.reading && c.err == nil && json.Unmarshal(body, &t.Incident) != nil {
		c.fail()
	}
	as(c, &t.stream)
	c.bool(&t.unexpected)
	c.float(&t.told)
	as(c, &t.calm)
	c.int(&t.lastAlarm)
}

// Carried is the latest incident, as a restored watch knows it; false if there
// is none.
func (w *Watch) Carried() (data.Incident, bool) {
	if t := w.join.current(); t != nil {
		return t.settled(), true
	}
	return data.Incident{}, false
}
