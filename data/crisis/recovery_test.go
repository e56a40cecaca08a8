package crisis

import (
	"math"
	"slices"
	"testing"
	"time"

	"vedetta/data"
)

func TestTrustComesBackOverThreeDays(t *testing.T) {
	bad, good := totals(40, 10, 0), totals(2, 4, 4) // -80, +20
	end := func(days []data.Bucket) time.Time { return days[len(days)-1].End }
	for _, c := range []struct {
		name      string
		days      []data.Totals
		share     float64
		recovered int // days after the peak; -1 for not yet
	}{
		{"at the bottom", []data.Totals{bad, bad, bad}, 0, -1},
		// Three days with the bad one in: (8-42)/70 = -48.6; then 20 again.
		{"back after three good days", []data.Totals{bad, good, good, good}, 1, 3},
		{"on the way", []data.Totals{bad, bad, bad, good, good}, 0.286, -1},
		{"never below", []data.Totals{good, good}, 1, 1},
		{"within five points", []data.Totals{bad, totals(10, 20, 18), totals(10, 20, 18), totals(10, 20, 18)}, 0.953, 3},
	} {
		days := usual(c.days...)
		r := RecoveryOf(days, broke, end(days), BaselineOf(days, broke))
		want := time.Duration(-1)
		if c.recovered >= 0 {
			want = time.Duration(c.recovered) * 24 * time.Hour
		}
		if math.Abs(r.Share-c.share) > 0.001 || r.RecoveryTime != want || r.RecoveredAt.IsZero() != (want < 0) || !r.Enough || r.Baseline != 20 {
			t.Errorf("%s: %+v", c.name, r)
		}
	}
}

func TestADayThatRunsDoesNotEndACrisis(t *testing.T) {
	days := usual(totals(40, 10, 0), totals(2, 4, 4), totals(2, 4, 4), totals(0, 0, 30))
	b := BaselineOf(days, broke)
	noon := days[len(days)-1].Start.Add(12 * time.Hour)
	r := RecoveryOf(days, broke, noon, b)
	if !r.RecoveredAt.IsZero() || r.Share != 1 || r.Now.Complete {
		t.Errorf("at noon: %+v", r)
	}
	if r := RecoveryOf(days, broke, noon.Add(12*time.Hour), b); r.RecoveryTime != 72*time.Hour {
		t.Errorf("at midnight: %+v", r)
	}
}

func TestTooLittleDataIsToldAsSuch(t *testing.T) {
	days := usual(totals(40, 10, 0), totals(1, 0, 0))
	now := days[len(days)-1].End
	for name, r := range map[string]data.Recovery{
		"no baseline":            RecoveryOf(days[28:], broke, now, BaselineOf(days[28:], broke)),
		"nothing since":          RecoveryOf(days[:28], broke, now, BaselineOf(days, broke)),
		"nobody spoke before":    RecoveryOf(days[28:], broke, now, data.Baseline{Days: 28, Daily: leastDaily}),
		"no mention but in peak": RecoveryOf(series(totals(0, 0, 0), totals(0, 0, 0)), dayOne, dayOne.AddDate(0, 0, 2), data.Baseline{}),
	} {
		if r.Enough || r.Share != -1 || r.RecoveryTime != -1 {
			t.Errorf("%s: %+v", name, r)
		}
	}
	few := series(totals(1, 1, 1), totals(5, 0, 0), totals(0, 0, 1))
	r := RecoveryOf(few, few[1].Start, few[2].End, BaselineOf(few, few[1].Start))
	if r.Enough || r.BaselineN != 3 || r.Share < 0 {
		t.Errorf("few mentions: %+v", r)
	}
}

func TestAStatementHasAClearEffectOnlyIfItIsClear(t *testing.T) {
	for _, c := range []struct {
		name          string
		before, after data.Totals
		change        float64
		low, high     float64
		clear         bool
	}{
		{"fewer are angry", totals(69, 31, 0), totals(30, 70, 0), -0.39, -0.5054, -0.2542, true},
		{"more are", totals(10, 90, 0), totals(60, 40, 0), 0.5, 0.3770, 0.6011, true},
		{"too few to tell", totals(5, 2, 0), totals(3, 4, 0), -0.2857, -0.6241, 0.1931, false},
		{"the same", totals(20, 20, 0), totals(30, 30, 0), 0, -0.1923, 0.1923, false},
		{"nobody before", totals(0, 0, 0), totals(3, 4, 0), 0, -1, 1, false},
		{"nobody after", totals(3, 4, 0), totals(0, 0, 0), 0, -1, 1, false},
	} {
		e := EffectOf(7, broke, c.before, c.after)
		if math.Abs(e.Change-c.change) > 1e-4 || e.Clear != c.clear || e.Statement != 7 || e.BeforeN != c.before.Mentions() || e.AfterN != c.after.Mentions() {
			t.Errorf("%s: %+v", c.name, e)
		}
		if math.Abs(e.Low-c.low) > 1e-4 || math.Abs(e.High-c.high) > 1e-4 {
			t.Errorf("%s: %.4f to %.4f, want %.4f to %.4f", c.name, e.Low, e.High, c.low, c.high)
		}
	}
	// Newcombe 1998, method 10, example (a): 56/70 against 48/80.
	e := EffectOf(1, broke, totals(48, 32, 0), totals(56, 14, 0))
	if math.Abs(e.Low-0.0524) > 1e-4 || math.Abs(e.High-0.3339) > 1e-4 {
		t.Errorf("Newcombe: %+v", e)
	}
}

func hoursFrom(start time.Time, negative ...int) (all []data.Bucket) {
	for i, n := range negative {
		at := start.Add(time.Duration(i) * time.Hour)
		all = append(all, data.Bucket{Start: at, End: at.Add(time.Hour), Totals: totals(n, 0, 0)})
	}
	return all
}

func measured() Measured {
	days := usual(totals(40, 10, 0), totals(2, 4, 4), totals(2, 4, 4), totals(2, 4, 4))
	return Measured{
		Crisis: data.Crisis{
			Severity: 3, Onset: broke, ImportedAt: broke.Add(time.Hour), DetectedAt: broke.Add(time.Hour + time.Minute), DeclaredAt: broke.Add(2 * time.Hour),
		},
		Now:  days[len(days)-1].End,
		Days: days, Hours: hoursFrom(broke, 3, 9, 4, 20),
		Statement: broke.Add(3 * time.Hour), Answer: broke.Add(2 * time.Hour), LastWord: broke.Add(3 * time.Hour),
		Answered: 4, Answerable: 5,
	}
}

func TestTheNumbersOfACrisis(t *testing.T) {
	n := Numbers(measured())
	got := map[string]float64{
		"hours since onset": n.SinceOnset.Hours(), "data latency": n.DataLatency.Hours(), "rule latency": n.RuleLatency.Minutes(),
		"first public": n.FirstPublic.Hours(), "holding": n.Holding.Hours(), "target": n.HoldingTarget.Hours(),
		"next": n.NextUpdate.Sub(broke).Hours(), "mentions": float64(n.Mentions), "negative": float64(n.Negative),
		"excess": n.Excess, "factor": n.PeakFactor, "baseline": n.BaselineNSS, "baseline n": float64(n.BaselineN),
		"now": n.NSS, "now n": float64(n.NSSN), "recovery": n.Recovery, "calm": float64(n.CalmDays),
		"duration": n.Duration.Hours(), "peak hour": float64(n.PeakHour), "last hour": float64(n.NegativeHour),
		"impact": n.Impact, "recovery time": n.RecoveryTime.Hours(),
	}
	for what, want := range map[string]float64{
		"hours since onset": 87, "data latency": 1, "rule latency": 1, "first public": 2, "holding": 3, "target": 1,
		"next": 5, "mentions": 80, "negative": 46, "excess": 40, "factor": 5, "baseline": 20, "baseline n": 280,
		"now": 20, "now n": 30, "recovery": 1, "calm": 3, "duration": 15, "peak hour": 20, "last hour": 0,
		"impact": 38 / 2.8, "recovery time": 72,
	} {
		if !near(got[what], want) {
			t.Errorf("%s: %.2f, want %.2f", what, got[what], want)
		}
	}
}

func TestTheLastFullHourIsTheOneBeforeThisOne(t *testing.T) {
	m := measured()
	m.Now = broke.Add(2*time.Hour + 10*time.Minute)
	if n := Numbers(m); n.NegativeHour != 9 || n.PeakHour != 9 || !n.PeakHourAt.Equal(broke.Add(time.Hour)) {
		t.Errorf("%d, %d at %s", n.NegativeHour, n.PeakHour, n.PeakHourAt)
	}
}

func TestNextWordIsDueAsPromisedOrByLevel(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Measured)
		want   time.Duration // after the onset; 0 for none
	}{
		"by level after the last word":       {func(*Measured) {}, 5 * time.Hour},
		"as promised":                        {func(m *Measured) { m.Promised = broke.Add(9 * time.Hour) }, 9 * time.Hour},
		"a promise that was kept is no more": {func(m *Measured) { m.Promised = broke.Add(time.Hour) }, 5 * time.Hour},
		"the holding statement first":        {func(m *Measured) { m.LastWord = time.Time{} }, 3 * time.Hour},
		"none when it is closed":             {func(m *Measured) { m.Crisis.ClosedAt = m.Now }, 0},
		"none for a complaint":               {func(m *Measured) { m.Crisis.Severity = 1 }, 0},
	} {
		m := measured()
		c.change(&m)
		got := Numbers(m).NextUpdate
		if c.want == 0 && !got.IsZero() || c.want > 0 && !got.Equal(broke.Add(c.want)) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestACrisisWithoutDataHasNumbersAllTheSame(t *testing.T) {
	n := Numbers(Measured{Now: broke})
	if n.Recovery != -1 || n.Impact != -1 || n.Duration != -1 || n.Holding != -1 || n.FirstPublic != -1 || n.Enough || n.PeakFactor != 0 {
		t.Errorf("%+v", n)
	}
}

func TestACrisisIsOverWhenAllCriteriaAreMet(t *testing.T) {
	good := Numbers(measured())
	short := good
	short.BaselineDays, short.Enough = 6, false
	for _, c := range []struct {
		name string
		c    Closing
		open []string // not met
	}{
		{"all met", Closing{Numbers: good, PromisesDue: 2, PromisesKept: 2}, nil},
		{"a promise is due", Closing{Numbers: good, PromisesDue: 2, PromisesKept: 1}, []string{"promises_kept"}},
		{"another issue", Closing{Numbers: good, OpenIssues: 1}, []string{"no_open_issues"}},
		{"somebody waits", Closing{Numbers: good, Overdue: 3}, []string{"nothing_waiting"}},
		{"too little data", Closing{Numbers: short}, []string{"calm_days", "sentiment_back"}},
		{"nothing at all", Closing{Overdue: 1}, []string{"calm_days", "sentiment_back", "nothing_waiting"}},
	} {
		var open []string
		for _, each := range StandDown(c.c) {
			if !each.Met {
				open = append(open, each.Key)
			}
			if each.Met && !each.Known {
				t.Errorf("%s: %+v is met and not known", c.name, each)
			}
		}
		if !slices.Equal(open, c.open) {
			t.Errorf("%s: open %q, want %q", c.name, open, c.open)
		}
	}
}
