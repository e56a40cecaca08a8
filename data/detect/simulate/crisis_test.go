package simulate_test

import (
	"math"
	"testing"

	"vedetta/data/detect/simulate"
)

// sum is what a span of hours since the onset brought.
func sum(hours []simulate.Hour, from, to int) (n, negative float64) {
	for _, h := range hours[from:to] {
		n, negative = n+float64(h.N), negative+float64(h.Negative)
	}
	return n, negative
}

func near(got, want, part float64) bool { return math.Abs(got-want) <= part*want }

func TestACrisisIsWhatItsNameSays(t *testing.T) {
	// Spans end with the horizon or before the run does.
	for _, c := range []struct {
		crisis   simulate.Crisis
		from, to int     // hours since the onset
		growth   float64 // mentions against as many hours of usual weeks
		share    float64
	}{
		{simulate.None, 0, 21 * 24, 1, 0.18},
		{simulate.Triple, -21 * 24, 0, 1, 0.18},
		{simulate.Triple, 36, 36 + 21*24, 1, 0.18},
		{simulate.Drift, 7 * 24, 8 * 24, 1, 0.18 + 0.05*8},
		{simulate.Drift, 0, 7 * 24, 1, 0.18 + 0.05*4},
		// The 22nd to 28th days: 1.05 to the power of the day, on average 3.4.
		{simulate.Growth, 21 * 24, 28 * 24, 3.400, (0.18 + 2.400) / 3.400},
	} {
		n, negative := 0.0, 0.0
		const runs = 600
		for seed := range uint64(runs) {
			hours, onset := simulate.Usual.Run(c.crisis, seed)
			m, k := sum(hours, onset+c.from, onset+c.to)
			n, negative = n+m, negative+k
		}
		usual := simulate.Usual.PerDay / 24 * float64(c.to-c.from) * runs
		if !near(n/usual, c.growth, 0.05) || !near(negative/n, c.share, 0.05) {
			t.Errorf("%s, hours %d to %d: %.3f times as many, %.3f negative, want %v and %.3f",
				c.crisis, c.from, c.to, n/usual, negative/n, c.growth, c.share)
		}
	}
}

func TestTripleIsThreeTimesTheMentionsForADayAndAHalf(t *testing.T) {
	usual, crisis, negative := 0.0, 0.0, 0.0
	for seed := range uint64(2000) {
		hours, onset := simulate.Usual.Run(simulate.Triple, seed)
		// The same hours of other weeks, so that the pattern of the week cancels.
		for _, weeks := range []int{-4, -3, -2, -1, 1, 2, 3, 4} {
			n, _ := sum(hours, onset+weeks*168, onset+weeks*168+36)
			usual += n / 8
		}
		n, k := sum(hours, onset, onset+36)
		crisis, negative = crisis+n, negative+k
	}
	if !near(crisis/usual, 3, 0.05) || !near(negative/crisis, 0.55, 0.02) {
		t.Errorf("%.2f times as many, %.3f negative", crisis/usual, negative/crisis)
	}
}

func TestABurstAddsFifteenNegativesInTwoHours(t *testing.T) {
	const runs = 2000
	negative := 0.0
	for seed := range uint64(runs) {
		hours, onset := simulate.Usual.Run(simulate.Burst, seed)
		n, k := sum(hours, onset, onset+2)
		if k < 15 || n < k {
			t.Fatalf("seed %d: %v mentions, %v negative", seed, n, k)
		}
		negative += k - 15
	}
	if usual := simulate.Usual.PerDay / 24 * 2 * 0.18 * runs; !near(negative, usual, 0.15) {
		t.Errorf("%v negatives beside the burst, want about %v", negative, usual)
	}
}

func TestARunIsOneHundredAndTwentyDaysOfHours(t *testing.T) {
	first, last := math.MaxInt, 0
	for _, c := range simulate.Crises {
		for seed := range uint64(300) {
			hours, onset := simulate.Usual.Run(c, seed)
			first, last = min(first, onset), max(last, onset)
			if len(hours) != simulate.Days*24 || onset+c.Horizon() > len(hours) {
				t.Fatalf("%s: %d hours, onset %d, horizon %d", c, len(hours), onset, c.Horizon())
			}
		}
	}
	if first < 60*24 || first > 61*24 || last >= 80*24 || last < 79*24 {
		t.Errorf("crises begin in hours %d to %d, want days 60 to 80", first, last)
	}
}

func TestHoursFollowTheDayAndTheWeek(t *testing.T) {
	var byHour [24]float64
	var byWeekday [7]float64
	total := 0.0
	for seed := range uint64(100) {
		hours, _ := simulate.Usual.Run(simulate.None, seed)
		for i, h := range hours[:119*24] { // 17 weeks
			if i > 0 && h.At.Sub(hours[i-1].At).Hours() != 1 {
				t.Fatalf("%v follows %v", h.At, hours[i-1].At)
			}
			byHour[h.At.Hour()] += float64(h.N)
			byWeekday[h.At.Weekday()] += float64(h.N)
			total += float64(h.N)
		}
	}
	night := 0.0
	for _, n := range byHour[:7] {
		night += n / total
	}
	if night == 0 || night > 0.05 {
		t.Errorf("%.3f of the mentions come between 0 and 7 o'clock", night)
	}
	for day, n := range byWeekday {
		want := 1.16
		if day == 0 || day == 6 {
			want = 0.6
		}
		if !near(7*n/total, want, 0.06) {
			t.Errorf("weekday %d has %.2f times the average, want %v", day, 7*n/total, want)
		}
	}
}

func TestNoiseReplacesLabelsByOneOfTheOthers(t *testing.T) {
	for _, noise := range []float64{0, 0.15, 0.5, 1} {
		brand := simulate.Usual
		brand.Noise = noise
		n, negative := 0.0, 0.0
		for seed := range uint64(100) {
			hours, _ := brand.Run(simulate.None, seed)
			m, k := sum(hours, 0, len(hours))
			n, negative = n+m, negative+k
		}
		// Of the negative, that part is lost; of the others, half of it is won.
		if want := 0.18*(1-noise) + 0.82*noise/2; !near(negative/n, want, 0.04) {
			t.Errorf("noise %v: %.3f negative, want %.3f", noise, negative/n, want)
		}
	}
}
