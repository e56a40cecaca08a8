package detect

import (
	"time"

	"vedetta/data"
)

// ownRule is the state of a rule of the person's own.
type ownRule struct {
	rule  data.Rule
	open  bin
	ring  ring
	until int64
}

func (r *ownRule) hours() int { return min(max(int(r.rule.Window/time.Hour), 1), week) }

// add counts a mention in; a rule about reach is decided by it at once.
func (r *ownRule) add(w *Watch, m *Mention) {
	r.open.add(m, 1)
	if r.rule.Kind == data.ReachRule && m.Reach >= r.rule.Reach && m.second() >= r.until {
		r.fire(w, m.ID.PublishedAt(), data.Alarm{Observed: float64(m.Reach), Expected: float64(r.rule.Reach), Mention: m.ID})
	}
}

// close ends the hour under way and compares the window with the rule.
func (r *ownRule) close(w *Watch) {
	b := r.open
	r.open = bin{}
	r.ring.push(b)
	if b.n == 0 || w.hour*3600 < r.until {
		return
	}
	var sum bin
	for i := range r.hours() {
		sum.merge(r.ring.back(i))
	}
	a := data.Alarm{Mentions: int(sum.n), Observed: float64(sum.n), Expected: float64(r.rule.Count)}
	switch r.rule.Kind {
	case data.CountRule:
		if int(sum.n) < r.rule.Count {
			return
		}
	case data.ShareRule:
		if int(sum.n) < max(r.rule.Count, 1) || sum.share() < r.rule.Share {
			return
		}
		a.Observed, a.Expected, a.Usual = float64(sum.negative), r.rule.Share*float64(sum.n), r.rule.Share
	default:
		return
	}
	r.fire(w, time.Unix(b.last, 0).UTC(), a)
}

func (r *ownRule) fire(w *Watch, at time.Time, a data.Alarm) {
	r.until = at.Add(coolDown).Unix()
	a.Stream, a.Detector, a.At, a.Window, a.Rule, a.Name = data.Brand, data.RuleDetector, at, r.rule.Window, r.rule.ID, r.rule.Name
	w.join.alarm(w, a)
}
