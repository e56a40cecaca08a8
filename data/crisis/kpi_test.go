package crisis

import (
	"math"
	"testing"
	"time"

	"vedetta/data"
)

var dayOne = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// totals are negative, neutral and positive mentions.
func totals(negative, neutral, positive int) data.Totals {
	return data.Totals{Negative: negative, Neutral: neutral, Positive: positive}
}

// series are days from dayOne on.
func series(all ...data.Totals) (days []data.Bucket) {
	for i, t := range all {
		start := dayOne.AddDate(0, 0, i)
		days = append(days, data.Bucket{Start: start, End: start.AddDate(0, 0, 1), Totals: t})
	}
	return days
}

// usual are 28 days of 10 mentions with a net sentiment of 20, then others.
func usual(after ...data.Totals) []data.Bucket {
	var all []data.Totals
	for range BaselineDays {
		all = append(all, totals(2, 4, 4))
	}
	return series(append(all, after...)...)
}

// broke is the onset after the usual days, at nine in the morning.
var broke = dayOne.AddDate(0, 0, BaselineDays).Add(9 * time.Hour)

func near(a, b float64) bool { return math.Abs(a-b) < 0.05 }

func TestNetSentimentAgreesWithItsSources(t *testing.T) {
	for _, c := range []struct {
		name       string
		t          data.Totals
		net, polar float64
	}{
		{"Black Box Intelligence", totals(20, 100, 80), 30, 60},
		{"japio", totals(150, 550, 800), 43.3, 68.4},
		{"all against us", totals(3, 0, 0), -100, -100},
	} {
		net, _ := c.t.Net()
		polar, ok := c.t.Polar()
		if !near(net, c.net) || !near(polar, c.polar) || !ok {
			t.Errorf("%s: %.2f and %.2f, want %.1f and %.1f", c.name, net, polar, c.net, c.polar)
		}
	}
	if _, ok := totals(0, 5, 0).Polar(); ok {
		t.Error("neutral mentions alone have a polar sentiment")
	}
}

func TestSharesTellHowSureTheyAre(t *testing.T) {
	for _, c := range []struct {
		part, of         int
		value, low, high float64
	}{
		{20, 200, 0.1, 0.0657, 0.1494}, // Black Box Intelligence; Wilson by hand
		{0, 10, 0, 0, 0.2775},
		{10, 10, 1, 0.7225, 1},
		{0, 0, 0, 0, 1},
	} {
		s := data.ShareOf(c.part, c.of)
		if math.Abs(s.Value-c.value) > 1e-4 || math.Abs(s.Low-c.low) > 1e-4 || math.Abs(s.High-c.high) > 1e-4 || s.Of != c.of {
			t.Errorf("%d of %d: %+v", c.part, c.of, s)
		}
	}
}

func TestUnitedPeakedAHundredfold(t *testing.T) {
	days := series(totals(0, 15_098, 0), totals(1_042_720, 477_280, 0), totals(961_880, 428_120, 0))
	onset := days[1].Start
	peak, factor := Peak(days, onset, BaselineOf(days, onset))
	if !near(factor, 100.7) || !peak.Start.Equal(onset) {
		t.Errorf("%.2f on %s", factor, peak.Start)
	}
}

func TestUnitedTookTwoDaysToApologise(t *testing.T) {
	chicago := time.FixedZone("CDT", -5*3600)
	onset := time.Date(2017, 4, 9, 18, 30, 0, 0, chicago)
	said := time.Date(2017, 4, 11, 19, 59, 0, 0, time.UTC)
	if got := After(onset, said); got != 44*time.Hour+29*time.Minute {
		t.Errorf("%s", got)
	}
	if After(onset, time.Time{}) != -1 || After(time.Time{}, said) != -1 || After(said, onset) != 0 {
		t.Error("what has not come has a time")
	}
}

func TestTheBaselineIsWhatWasUsual(t *testing.T) {
	days := usual(totals(50, 0, 0))
	days[3].Totals = totals(500, 0, 0) // an earlier bad day
	b := BaselineOf(days, broke)
	if b.Days != 28 || !near(b.Daily, 10) || !near(b.Negative, 2) || b.Mentions() != 27*10+500 {
		t.Errorf("%+v", b)
	}
	if b := BaselineOf(days[26:], broke); b.Days != 2 || !near(b.Daily, 10) {
		t.Errorf("two days: %+v", b)
	}
	if b := BaselineOf(days[28:], broke); b.Days != 0 || b.Daily != leastDaily {
		t.Errorf("no day: %+v", b)
	}
	quiet := BaselineOf(series(totals(0, 0, 0), totals(0, 0, 0), totals(5, 0, 0)), dayOne.AddDate(0, 0, 2))
	if quiet.Daily != leastDaily {
		t.Errorf("nobody spoke: %+v", quiet)
	}
}

func TestExcessIsWhatCameBeyondTheUsual(t *testing.T) {
	days := usual(totals(42, 8, 0), totals(12, 18, 0), totals(0, 3, 0))
	b := BaselineOf(days, broke)
	mentions, negative := Excess(days, broke, b)
	if !near(mentions, 40+20) || !near(negative, 40+10) {
		t.Errorf("%.1f mentions, %.1f negative", mentions, negative)
	}
	if got := Impact(negative, 2, b); !near(got, 50*2/280.0*100) {
		t.Errorf("impact %.2f", got)
	}
	half := b
	half.Days, half.Totals = 14, totals(28, 56, 56)
	if got := Impact(negative, 2, half); !near(got, 50*2/280.0*100) {
		t.Errorf("impact from 14 days %.2f", got)
	}
	if m, n := Excess(days, broke, data.Baseline{}); m != 0 || n != 0 || Impact(n, 1, data.Baseline{}) != -1 {
		t.Error("there is an excess over nothing")
	}
}

func TestReachWeighsAuthorsByTheirFollowers(t *testing.T) {
	share, weight, ok := ReachShare([]data.Weighted{
		{Followers: -1, Label: data.Negative, Mentions: 2},  // 1 each
		{Followers: 0, Label: data.Positive, Mentions: 1},   // 1
		{Followers: 999, Label: data.Negative, Mentions: 1}, // 4
	})
	if !ok || !near(share, 6/7.0) || !near(weight, 7/4.0) {
		t.Errorf("%.2f, %.2f", share, weight)
	}
	if _, weight, ok := ReachShare(nil); ok || weight != 1 {
		t.Error("nobody weighs something")
	}
}

func TestACrisisEndsWithTheFirstOfThreeCalmDays(t *testing.T) {
	loud, calm := totals(30, 20, 0), totals(5, 5, 5)
	after := func(n int) time.Time { return dayOne.AddDate(0, 0, BaselineDays+n) }
	for _, c := range []struct {
		name  string
		days  []data.Totals
		now   time.Time
		first int // days after the onset's; -1 for not yet
		run   int
	}{
		{"still loud", []data.Totals{loud, loud}, after(2), -1, 0},
		{"two calm days", []data.Totals{loud, calm, calm}, after(3), -1, 2},
		{"three", []data.Totals{loud, calm, calm, calm}, after(4), 1, 3},
		{"the third still runs", []data.Totals{loud, calm, calm, calm}, after(4).Add(-time.Minute), -1, 2},
		{"sixteen mentions are one too many", []data.Totals{loud, calm, totals(8, 8, 0), calm, calm, calm}, after(6), 3, 3},
		{"calm before the peak does not count", []data.Totals{calm, calm, calm, loud, calm}, after(5), -1, 1},
		{"it flares up again", []data.Totals{loud, calm, calm, calm, totals(20, 9, 0), calm}, after(6), 1, 1},
	} {
		days := usual(c.days...)
		first, run := CalmSince(days, broke, c.now, BaselineOf(days, broke))
		want := time.Time{}
		if c.first >= 0 {
			want = after(c.first)
		}
		if !first.Equal(want) || run != c.run {
			t.Errorf("%s: %s after %d days, want %s after %d", c.name, first, run, want, c.run)
		}
	}
	if first, run := CalmSince(usual(loud, calm, calm, calm)[28:], broke, after(9), data.Baseline{}); !first.IsZero() || run != 0 {
		t.Errorf("without a baseline: %s, %d", first, run)
	}
}

func TestChanceDecidesHowManyMentionsAreCalm(t *testing.T) {
	for mean, want := range map[float64]int{0.05: 0, 0.5: 2, 1: 3, 2: 5, 5: 9, 10: 15, 50: 62, 1e6: 1001645} {
		if got := poissonUpper(mean); got != want {
			t.Errorf("%g: %d, want %d", mean, got, want)
		}
	}
}

func TestSpellsAreMedianAndNinetiethPercentile(t *testing.T) {
	var all []time.Duration
	for i := range 10 {
		all = append(all, time.Duration(10-i)*time.Hour)
	}
	s := SpellsOf(append(all, -1))
	if s.N != 10 || s.Median != 5*time.Hour+30*time.Minute || s.P90 != 9*time.Hour || all[0] != 10*time.Hour {
		t.Errorf("%+v", s)
	}
	if s := SpellsOf([]time.Duration{-1}); s != (data.Spells{}) {
		t.Errorf("none: %+v", s)
	}
	if s := SpellsOf([]time.Duration{time.Hour}); s.Median != time.Hour || s.P90 != time.Hour {
		t.Errorf("one: %+v", s)
	}
}

func TestFalseAlarmsAreCountedAndPerWeek(t *testing.T) {
	share, perWeek := FalseAlarms(3, 12, 28*24*time.Hour)
	if !near(share.Value, 0.25) || share.Of != 12 || perWeek != 3 {
		t.Errorf("%+v, %g", share, perWeek)
	}
	if share, perWeek := FalseAlarms(0, 0, time.Hour); share.Of != 0 || share.High != 1 || perWeek != 0 {
		t.Errorf("none: %+v, %g", share, perWeek)
	}
}
