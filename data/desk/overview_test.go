package desk_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

// Every way to the same numbers must give the same numbers.
func TestNumbersAgree(t *testing.T) {
	d := demo(t)
	w, err := d.Workspace(ctx)
	must(t, err)
	for name, query := range map[string]string{
		"everything":        "",
		"one source":        "source:google",
		"a search":          "rimborso OR refund",
		"answered negative": "is:negative is:replied",
	} {
		for _, days := range []int{3, 7, 30, 90} {
			t.Run(name, func(t *testing.T) {
				f, err := data.ParseQuery(query, d.Zone())
				must(t, err)
				f.Period = data.LastDays(w.Last, days, d.Zone())
				s, err := d.Summary(ctx, f)
				must(t, err)
				if s.Now.Mentions() == 0 && query == "" {
					t.Fatal("nothing to compare")
				}
				r, err := d.Report(ctx, f, query)
				must(t, err)
				if diff := cmp.Diff(s, r.Summary); diff != "" {
					t.Error("report differs from overview:", diff)
				}
				line, err := d.Timeline(ctx, f)
				must(t, err)
				var bars, bySource, byDay data.Totals
				for _, b := range line.Buckets {
					add(&bars, b.Totals)
				}
				for _, x := range r.Sources {
					add(&bySource, x.Totals)
				}
				dayList, err := d.Days(ctx, f)
				must(t, err)
				for _, x := range dayList {
					add(&byDay, x.Totals)
				}
				statuses := 0
				for _, n := range r.Statuses {
					statuses += n
				}
				listed, err := d.Count(ctx, f, 100_000)
				must(t, err)
				for what, got := range map[string]data.Totals{"bars": bars, "sources": bySource, "days": byDay} {
					if got != s.Now {
						t.Errorf("%s add up to %+v, overview says %+v", what, got, s.Now)
					}
				}
				if listed != s.Now.Mentions() || statuses != s.Now.Mentions() {
					t.Errorf("list %d, statuses %d, overview %d", listed, statuses, s.Now.Mentions())
				}
			})
		}
	}
}

func add(to *data.Totals, t data.Totals) {
	for _, l := range data.Labels {
		to.Add(l, t.Of(l))
	}
	to.Reach += t.Reach
	to.ReachKnown += t.ReachKnown
}

func TestOverviewOfTheDemo(t *testing.T) {
	d := demo(t)
	crisis := data.Filter{Period: data.Period{
		From: time.Date(2026, 10, 13, 22, 0, 0, 0, time.UTC), To: time.Date(2026, 10, 18, 22, 0, 0, 0, time.UTC),
	}}
	t.Run("the crisis is more negative than the days before", func(t *testing.T) {
		s, err := d.Summary(ctx, crisis)
		must(t, err)
		now, _ := s.Now.NegativeShare()
		before, _ := s.Before.NegativeShare()
		if now < before+15 {
			t.Errorf("negative share %.0f%%, before %.0f%%", now, before)
		}
		if s.FirstReply.Replies == 0 {
			t.Error("no reply of the bakery was found in the exports")
		}
	})
	t.Run("its drivers have examples that carry the term's mention", func(t *testing.T) {
		dr, err := d.Drivers(ctx, crisis, 6)
		must(t, err)
		if len(dr.List) < 3 {
			t.Fatalf("drivers %+v", dr.List)
		}
		for _, x := range dr.List {
			if x.Example.ID == 0 || x.Mentions() == 0 {
				t.Errorf("driver %q: example %+v, totals %+v", x.Term, x.Example, x.Totals)
			}
		}
	})
	t.Run("what to answer first waits and is negative", func(t *testing.T) {
		rows, err := d.AnswerFirst(ctx, crisis, 5)
		must(t, err)
		if len(rows) != 5 {
			t.Fatalf("%d rows", len(rows))
		}
		for _, r := range rows {
			if r.Label != data.Negative || r.Status == data.StatusReplied || r.Status == data.StatusArchived {
				t.Errorf("row %+v", r)
			}
		}
	})
}
