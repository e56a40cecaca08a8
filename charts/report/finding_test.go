package report

import (
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

func TestTheHeadlineFollowsFromTheNumbers(t *testing.T) {
	totals := func(neg, neu, pos int) data.Totals { return data.Totals{Negative: neg, Neutral: neu, Positive: pos} }
	for _, c := range []struct {
		name        string
		now, before data.Totals
		compared    bool
		days        []int // negative mentions a day
		calm        int   // neutral mentions for each negative; ten a day at least
		want        finding
	}{
		{"no mentions", totals(0, 0, 0), totals(10, 40, 50), true, nil, 0, foundNothing},
		{"nineteen mentions are too few, all negative or not", totals(19, 0, 0), totals(10, 40, 50), true, nil, 0, foundFew},
		{"a peak that is over", totals(60, 40, 50), totals(10, 40, 50), true, []int{3, 4, 3, 40, 30, 4, 3}, 0, foundPeakOver},
		{"a peak on the last day is not over", totals(60, 40, 50), totals(10, 40, 50), true, []int{3, 4, 3, 4, 3, 4, 40}, 0, foundPeak},
		{"a peak that has only eased is not over", totals(60, 40, 50), totals(10, 40, 50), true, []int{3, 4, 3, 4, 3, 40, 9}, 0, foundPeak},
		{"one busy day at the end does not keep a peak going", totals(60, 40, 50), totals(10, 40, 50), true, []int{3, 4, 40, 3, 4, 3, 7}, 0, foundPeakOver},
		{"a busy day in the usual tone is no peak", totals(40, 200, 50), totals(40, 200, 50), true, []int{3, 4, 3, 4, 3, 4, 20}, 5, foundCalm},
		{"nine negatives are no peak", totals(20, 40, 50), totals(20, 40, 50), true, []int{1, 0, 1, 9, 1, 0, 1}, 0, foundCalm},
		{"three days have no normal", totals(20, 40, 50), totals(20, 40, 50), true, []int{1, 40, 1}, 0, foundCalm},
		{"nothing before", totals(30, 40, 50), totals(0, 0, 0), false, nil, 0, foundFirst},
		{"too few before", totals(30, 40, 50), totals(9, 5, 5), true, nil, 0, foundFirst},
		{"many more negatives", totals(60, 70, 70), totals(20, 90, 90), true, nil, 0, foundWorse},
		{"many fewer negatives", totals(20, 90, 90), totals(60, 70, 70), true, nil, 0, foundBetter},
		{"a difference that may be chance", totals(12, 20, 18), totals(9, 21, 20), true, nil, 0, foundCalm},
		{"a certain difference below three points", totals(2200, 3900, 3900), totals(2000, 4000, 4000), true, nil, 0, foundCalm},
		{"twice as many in the same tone", totals(40, 90, 70), totals(20, 45, 35), true, nil, 0, foundMore},
		{"half as many in the same tone", totals(20, 45, 35), totals(40, 90, 70), true, nil, 0, foundFewer},
		{"as bad as before is not calm", totals(45, 30, 25), totals(44, 30, 26), true, nil, 0, foundSame},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := data.Report{MadeAt: day(len(c.days)), Zone: time.UTC}
			r.Summary = data.Summary{Now: c.now, Before: c.before, HasBefore: c.compared}
			for i, n := range c.days {
				r.Timeline.Buckets = append(r.Timeline.Buckets, data.Bucket{Start: day(i), End: day(i + 1), Totals: data.Totals{Negative: n, Neutral: max(10, c.calm*n)}})
			}
			p, peaked := findPeak(r)
			if got := find(r, p, peaked); got != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

func day(i int) time.Time { return time.Date(2026, 11, 1+i, 0, 0, 0, 0, time.UTC) }

func TestDaysToComeDoNotEndAPeak(t *testing.T) {
	r := aurora()
	r.MadeAt = r.Timeline.Buckets[26].Start // in the crisis
	if p, ok := findPeak(r); !ok || p.over {
		t.Errorf("a report made in the crisis says %+v, %v", p, ok)
	}
}

func TestEveryFindingHasAHeadline(t *testing.T) {
	w := writer{Report: aurora()}
	for _, lang := range []string{"it", "en"} {
		w.words = assets.WordsFor(lang)
		for _, f := range []finding{
			foundNothing, foundFew, foundPeakOver, foundPeak, foundWorse, foundBetter,
			foundMore, foundFewer, foundSame, foundFirst, foundCalm + ".day", foundCalm + ".week", foundCalm + ".period",
		} {
			if key := "report.headline." + string(f); !w.words.Has(key) {
				t.Errorf("%s: no sentence for %s", lang, key)
			}
		}
		for _, key := range []string{"report.method.sample", "report.method.sample.text", "report.method.filter.text", "report.topics.none"} {
			if !w.words.Has(key) {
				t.Errorf("%s: no sentence for %s", lang, key)
			}
		}
	}
}

func TestACalmPeriodIsNamedByItsLength(t *testing.T) {
	w := writer{Report: data.Report{Zone: rome}}
	from := time.Date(2026, 10, 24, 0, 0, 0, 0, rome) // summer time ends on the 25th
	for days, want := range map[int]string{1: "day", 7: "week", 30: "period"} {
		w.Summary.Filter.Period = data.Period{From: from, To: from.AddDate(0, 0, days)}
		if got := w.stretch(); got != want {
			t.Errorf("%d days are a %q, want %q", days, got, want)
		}
	}
}

func TestItalianArticlesFitTheDay(t *testing.T) {
	w := writer{Report: data.Report{Zone: time.UTC, Timeline: data.Timeline{Step: data.Daily}}, words: assets.WordsFor("it")}
	for i, want := range map[int]string{7: "l’8 nov", 10: "l’11 nov", 24: "il 25 nov"} {
		if got := w.moment("report.when.", day(i)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAuthorsAreMasked(t *testing.T) {
	w := writer{words: assets.WordsFor("it")}
	for name, want := range map[string]string{
		"Marta Rossi": "M. R.", "Anna Maria De Angelis": "A. M.", "luca": "L.", "@fornaio_mi": "F. M.",
		"Élodie": "É.", "王伟": "王.", "": "anonimo", "@1234": "anonimo", "😡😡": "anonimo",
	} {
		if got := w.mask(name); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
}
