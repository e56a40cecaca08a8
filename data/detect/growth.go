package detect

import (
	"math"
	"time"

	"vedetta/data"
)

const (
	fastDoubling = time.Hour
	growthLeast  = 20 // reactions more than before
)

// DoublingTime is how long the engagement of a mention took to double between
// two observations, if it went on so; false if it did not grow or nothing is
// known. Engagement is likes, replies and shares; where none is known, views
// (spec/crisis.md c2, D3).
func DoublingTime(from, to data.Snapshot) (time.Duration, bool) {
	a, b := engagement(from.Engagement), engagement(to.Engagement)
	over := to.SeenAt.Sub(from.SeenAt)
	if over <= 0 || a < 0 || b <= a {
		return 0, false
	}
	a = max(a, 1)
	return time.Duration(float64(over) * math.Ln2 / math.Log(max(b/a, 1+1e-9))), true
}

// engagement adds up what people did with a mention; -1 if nothing is known.
func engagement(e data.Engagement) float64 {
	sum, known := int64(0), false
	for _, n := range [...]int64{e.Likes, e.Replies, e.Shares} {
		if n >= 0 {
			sum, known = sum+n, true
		}
	}
	switch {
	case known:
		return float64(sum)
	case e.Views >= 0:
		return float64(e.Views) / viewsPerReaction
	}
	return -1
}

// viewsPerReaction makes views comparable: about one viewer in fifty reacts.
const viewsPerReaction = 50

// velocity is the alarm about a mention whose engagement grew that fast; false
// if it is none.
func velocity(g Growth) (data.Alarm, bool) {
	doubling, ok := DoublingTime(g.From, g.To)
	a, b := engagement(g.From.Engagement), engagement(g.To.Engagement)
	if !ok || doubling > fastDoubling || b-a < growthLeast {
		return data.Alarm{}, false
	}
	return data.Alarm{
		Stream: data.Brand, Detector: data.VelocityDetector, At: g.To.SeenAt, Window: g.To.SeenAt.Sub(g.From.SeenAt),
		Observed: b, Expected: a, Mention: g.Mention, Score: fastDoubling.Minutes() / doubling.Minutes(),
	}, true
}
