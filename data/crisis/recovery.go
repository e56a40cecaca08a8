package crisis

import (
	"math"
	"time"

	"vedetta/data"
)

const (
	// enoughMentions is the least on which net sentiment says anything.
	enoughMentions = 10
	// backWithin is how near the baseline counts as recovered, in points.
	backWithin = 5
	// EffectSpan is looked at on either side of a statement.
	EffectSpan = 6 * time.Hour
)

// ThreeDayNet is net sentiment over each day since the onset and the two
// before it. Days without a mention in all three are left out.
func ThreeDayNet(days []data.Bucket, onset, now time.Time) (line []data.ThreeDays) {
	for i, d := range days {
		if !d.End.After(onset) || d.Start.After(now) {
			continue
		}
		var sum data.Totals
		for _, each := range days[max(0, i-2) : i+1] {
			for _, l := range []data.Label{data.Negative, data.Neutral, data.Positive} {
				sum.Add(l, each.Of(l))
			}
		}
		if net, ok := sum.Net(); ok {
			line = append(line, data.ThreeDays{Day: d.Start, Net: net, N: sum.Mentions(), Complete: !d.End.After(now)})
		}
	}
	return line
}

// RecoveryOf tells how far net sentiment has come back to the baseline. Only
// a complete day counts as the one on which it was back.
func RecoveryOf(days []data.Bucket, onset, now time.Time, b data.Baseline) data.Recovery {
	r := data.Recovery{Share: -1, RecoveryTime: -1, BaselineN: b.Mentions()}
	peak, _ := Peak(days, onset, b)
	r.PeakDay = peak.Start
	net, known := b.Net()
	r.Baseline = net
	line := ThreeDayNet(days, onset, now)
	if len(line) == 0 {
		return r
	}
	r.Now, r.Lowest = line[len(line)-1], line[0]
	for _, d := range line {
		if d.Net < r.Lowest.Net {
			r.Lowest = d
		}
	}
	r.Enough = known && r.BaselineN >= enoughMentions && r.Now.N >= enoughMentions
	if !known {
		return r
	}
	r.Share = wayBack(r.Lowest.Net, r.Now.Net, r.Baseline)
	for _, d := range line {
		if d.Complete && d.Day.After(r.PeakDay) && d.Net >= r.Baseline-backWithin {
			r.RecoveredAt, r.RecoveryTime = d.Day, d.Day.Sub(r.PeakDay)
			break
		}
	}
	return r
}

// wayBack is the share of the way from the lowest point to the baseline, 0..1;
// 1 if it never fell below.
func wayBack(lowest, now, baseline float64) float64 {
	if baseline <= lowest {
		return 1
	}
	return min(max((now-lowest)/(baseline-lowest), 0), 1)
}

// EffectOf compares the mentions of 6 h before a statement with those of 6 h
// after it: the change of the negative share and its 95 % interval (Newcombe
// 1998, from two Wilson intervals). The change is clear if those two do not
// overlap. Nothing but the order in time says that the statement did it.
func EffectOf(statement int64, at time.Time, before, after data.Totals) data.Effect {
	e := data.Effect{
		Statement: statement, At: at,
		BeforeN: before.Mentions(), AfterN: after.Mentions(),
		BeforeNeg: before.Negative, AfterNeg: after.Negative,
		Low: -1, High: 1,
	}
	if e.BeforeN == 0 || e.AfterN == 0 {
		return e
	}
	b, a := data.ShareOf(e.BeforeNeg, e.BeforeN), data.ShareOf(e.AfterNeg, e.AfterN)
	e.Change = a.Value - b.Value
	e.Low = e.Change - math.Hypot(a.Value-a.Low, b.High-b.Value)
	e.High = e.Change + math.Hypot(a.High-a.Value, b.Value-b.Low)
	e.Clear = a.High < b.Low || b.High < a.Low
	return e
}
