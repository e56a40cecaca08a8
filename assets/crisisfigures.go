package assets

import (
	"time"

	"vedetta/data"
)

// notKnownYet is printed for a figure that cannot be told.
const notKnownYet = "—"

// CrisisFigures are the numbers of a crisis in words, each with what it rests
// on and how it is reckoned.
func (w *Words) CrisisFigures(f data.CrisisFile) []data.Figure {
	n := f.Numbers
	of := w.figure
	baseline := w.Count("handover.rests.days", n.BaselineDays)
	return []data.Figure{
		of("detect", w.spanOrNot(sumOf(n.DataLatency, n.RuleLatency)), w.Text("handover.rests.latency", "Data", w.spanOrNot(n.DataLatency), "Rule", w.spanOrNot(n.RuleLatency))),
		of("first", w.spanOrNot(n.FirstPublic), notKnownYet),
		of("holding", w.spanOrNot(n.Holding), w.Text("handover.rests.target", "Span", w.targetOrNot(n.HoldingTarget))),
		of("answered", w.sharePercent(n.Answered, n.Answerable), w.Text("handover.rests.of", "Part", w.Number(int64(n.Answered)), "All", w.Number(int64(n.Answerable)))),
		of("mentions", w.Number(int64(n.Mentions)), w.Count("handover.rests.negative", n.Negative)),
		of("negative", w.sharePercent(n.Negative, n.Mentions), w.interval(n.Negative, n.Mentions)),
		of("peak", w.factor(n), baseline),
		of("excess", w.baselined(n, w.Number(int64(n.Excess+0.5))), baseline),
		of("net_before", w.netOf(n.BaselineNSS, n.BaselineN), w.Text("handover.rests.n", "N", w.Number(int64(n.BaselineN)))),
		of("net_lowest", w.netOf(n.LowestNSS, n.LowestN), w.Text("handover.rests.n", "N", w.Number(int64(n.LowestN)))),
		of("net_now", w.netOf(n.NSS, n.NSSN), w.Text("handover.rests.n", "N", w.Number(int64(n.NSSN)))),
		of("recovery", w.recovered(n), w.Text("handover.rests.n", "N", w.Number(int64(n.NSSN)))),
		of("recovery_time", w.spanOrNot(n.RecoveryTime), notKnownYet),
		of("duration", w.spanOrNot(n.Duration), w.Count("handover.rests.calm", n.CalmDays)),
		of("impact", w.impact(n), baseline),
	}
}

func (w *Words) figure(key, value, rests string) data.Figure {
	return data.Figure{Name: w.Text("handover.figure." + key), Value: value, Rests: rests, Formula: w.Text("handover.formula." + key)}
}

// sumOf adds two times, of which one below 0 has not come.
func sumOf(a, b time.Duration) time.Duration {
	if a < 0 || b < 0 {
		return -1
	}
	return a + b
}

func (w *Words) spanOrNot(d time.Duration) string {
	if d < 0 {
		return notKnownYet
	}
	return w.Span(d)
}

func (w *Words) targetOrNot(d time.Duration) string {
	if d == 0 {
		return notKnownYet
	}
	return w.Span(d)
}

func (w *Words) sharePercent(part, of int) string {
	if of == 0 {
		return notKnownYet
	}
	return w.Percent(100 * data.ShareOf(part, of).Value)
}

// interval is where a share lies with 95 % confidence.
func (w *Words) interval(part, of int) string {
	s := data.ShareOf(part, of)
	return w.Text("handover.rests.interval", "N", w.Number(int64(of)), "Low", w.Percent(100*s.Low), "High", w.Percent(100*s.High))
}

func (w *Words) baselined(n data.CrisisNumbers, value string) string {
	if n.BaselineDays == 0 {
		return notKnownYet
	}
	return value
}

func (w *Words) factor(n data.CrisisNumbers) string {
	if n.PeakFactor <= 0 {
		return notKnownYet
	}
	return "×" + w.Decimal(n.PeakFactor, 1)
}

func (w *Words) impact(n data.CrisisNumbers) string {
	if n.Impact < 0 {
		return notKnownYet
	}
	return w.Decimal(n.Impact, 1)
}

func (w *Words) netOf(net float64, n int) string {
	if n == 0 {
		return notKnownYet
	}
	return w.Signed(net)
}

func (w *Words) recovered(n data.CrisisNumbers) string {
	if n.Recovery < 0 || !n.Enough {
		return notKnownYet
	}
	return w.Percent(100 * n.Recovery)
}

// Effect says what changed around a statement.
func (w *Words) Effect(e data.Effect) string {
	key := "handover.effect.unclear"
	if e.Clear {
		key = "handover.effect.clear"
	}
	before, after := data.ShareOf(e.BeforeNeg, e.BeforeN), data.ShareOf(e.AfterNeg, e.AfterN)
	return w.Text(key, "Before", w.shareOrNot(before), "After", w.shareOrNot(after),
		"BeforeN", w.Number(int64(e.BeforeN)), "AfterN", w.Number(int64(e.AfterN)),
		"Change", w.Signed(100*e.Change), "Low", w.Signed(100*e.Low), "High", w.Signed(100*e.High))
}

func (w *Words) shareOrNot(s data.Share) string { return w.sharePercent(s.Part, s.Of) }

// CriterionState says whether a condition for closing holds.
func (w *Words) CriterionState(c data.Criterion) string {
	switch {
	case !c.Known:
		return w.Text("handover.criterion.unknown")
	case c.Met:
		return w.Text("handover.criterion.met")
	}
	return w.Text("handover.criterion.unmet")
}
