package crisis

import (
	"math"
	"slices"
	"time"

	"vedetta/data"
)

// The formulas of spec c6. Days are local days in order, each with its totals;
// the last may still run.

// BaselineDays is how far before the onset the baseline reaches.
const BaselineDays = 28

// leastDaily keeps factors finite for those of whom nobody ever speaks.
const leastDaily = 0.05

// BaselineOf is what was usual in the 28 days before the onset: the mean of
// the days without the highest and the lowest tenth, so that an earlier bad
// day does not count as usual.
func BaselineOf(days []data.Bucket, onset time.Time) data.Baseline {
	var before []data.Bucket
	for _, d := range days {
		if !d.End.After(onset) {
			before = append(before, d)
		}
	}
	before = before[max(0, len(before)-BaselineDays):]
	b := data.Baseline{Days: len(before)}
	var all, negative []int
	for _, d := range before {
		for _, l := range []data.Label{data.Negative, data.Neutral, data.Positive} {
			b.Add(l, d.Of(l))
		}
		all, negative = append(all, d.Mentions()), append(negative, d.Negative)
	}
	b.Daily, b.Negative = max(trimmedMean(all), leastDaily), trimmedMean(negative)
	return b
}

// trimmedMean is the mean without the highest and the lowest tenth.
func trimmedMean(all []int) float64 {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	cut := len(all) / 10
	all = all[cut : len(all)-cut]
	sum := 0
	for _, n := range all {
		sum += n
	}
	return float64(sum) / float64(len(all))
}

// since are the days from the one of the onset on.
func since(days []data.Bucket, onset time.Time) []data.Bucket {
	from := slices.IndexFunc(days, func(d data.Bucket) bool { return d.End.After(onset) })
	if from < 0 {
		return nil
	}
	return days[from:]
}

// Peak is the busiest day since the onset and how many usual days it holds; 0
// without a mention or without a baseline.
func Peak(days []data.Bucket, onset time.Time, b data.Baseline) (day data.Bucket, factor float64) {
	for _, d := range since(days, onset) {
		if d.Mentions() > day.Mentions() {
			day = d
		}
	}
	if b.Days == 0 {
		return day, 0
	}
	return day, float64(day.Mentions()) / b.Daily
}

// Excess is how many mentions, and how many negative ones, came since the
// onset beyond what was usual. A day under the usual takes nothing away.
func Excess(days []data.Bucket, onset time.Time, b data.Baseline) (mentions, negative float64) {
	if b.Days == 0 {
		return 0, 0
	}
	for _, d := range since(days, onset) {
		mentions += max(0, float64(d.Mentions())-b.Daily)
		negative += max(0, float64(d.Negative)-b.Negative)
	}
	return mentions, negative
}

// Impact is an index of the reputational impact, to be compared within one
// business only: the excess negative mentions, by their mean weight of reach,
// for each 100 mentions of 28 usual days. It is -1 without a baseline.
func Impact(excessNegative, meanWeight float64, b data.Baseline) float64 {
	if b.Days == 0 || b.Mentions() == 0 {
		return -1
	}
	usual := float64(b.Mentions()) * BaselineDays / float64(b.Days)
	return excessNegative * meanWeight / usual * 100
}

// ReachWeight is the weight of a mention by the followers of its author: 1
// where they are not known.
func ReachWeight(followers int64) float64 {
	return 1 + math.Log10(1+float64(max(followers, 0)))
}

// ReachShare is the share of negative mentions weighted by reach, 0..1, and
// the mean weight of a mention; false without mentions.
func ReachShare(all []data.Weighted) (share, meanWeight float64, ok bool) {
	negative, sum, n := 0.0, 0.0, 0
	for _, m := range all {
		w := ReachWeight(m.Followers) * float64(m.Mentions)
		sum += w
		n += m.Mentions
		if m.Label == data.Negative {
			negative += w
		}
	}
	if n <= 0 {
		return 0, 1, false
	}
	return negative / sum, sum / float64(n), true
}

// calmRun is how many calm days end a crisis.
const calmRun = 3

// CalmSince is the first of three calm days in a row after the busiest day,
// and how many days without a break were calm up to now. A day is calm if it
// holds no more mentions than chance makes of a usual day in 19 of 20 cases;
// a day that still runs is not counted. Zero without a baseline.
func CalmSince(days []data.Bucket, onset, now time.Time, b data.Baseline) (first time.Time, run int) {
	peak, _ := Peak(days, onset, b)
	if b.Days == 0 {
		return time.Time{}, 0
	}
	most := poissonUpper(b.Daily)
	var begun time.Time
	for _, d := range since(days, onset) {
		switch {
		case !d.Start.After(peak.Start), d.End.After(now):
		case d.Mentions() > most:
			run = 0
		default:
			run++
			if run == 1 {
				begun = d.Start
			}
			if run == calmRun && first.IsZero() {
				first = begun
			}
		}
	}
	return first, run
}

// poissonUpper is the least count that at most one in twenty counts of a
// Poisson distribution exceeds.
func poissonUpper(mean float64) int {
	if mean > 1000 { // beyond this the normal approximation is exact enough
		return int(math.Ceil(mean + 1.644854*math.Sqrt(mean)))
	}
	p := math.Exp(-mean)
	for k, sum := 0, p; ; k++ {
		if sum >= 0.95 {
			return k
		}
		p *= mean / float64(k+1)
		sum += p
	}
}

// Duration is how long a crisis lasted: to the first of three calm days; -1
// while it lasts.
func Duration(onset, calmSince time.Time) time.Duration { return After(onset, calmSince) }

// After is the time from one moment to another, for times to detect, to the
// first answer and to the holding statement; -1 if one of them has not come.
// What came before counts as at once.
func After(from, to time.Time) time.Duration {
	if from.IsZero() || to.IsZero() {
		return -1
	}
	return max(0, to.Sub(from))
}

// SpellsOf are the median and the 90th percentile of some times; those below
// 0 have not come and do not count.
func SpellsOf(all []time.Duration) data.Spells {
	all = slices.DeleteFunc(slices.Clone(all), func(d time.Duration) bool { return d < 0 })
	s := data.Spells{N: len(all)}
	if s.N == 0 {
		return s
	}
	slices.Sort(all)
	s.Median = (all[(s.N-1)/2] + all[s.N/2]) / 2
	s.P90 = all[int(math.Ceil(0.9*float64(s.N)))-1]
	return s
}

// FalseAlarms is the share of alarms that were marked as no crisis, and how
// many alarms a week there were in a time; 0 for less than a week.
func FalseAlarms(marked, alarms int, in time.Duration) (share data.Share, perWeek float64) {
	const week = 7 * 24 * time.Hour
	if in >= week {
		perWeek = float64(alarms) / (float64(in) / float64(week))
	}
	return data.ShareOf(marked, alarms), perWeek
}
