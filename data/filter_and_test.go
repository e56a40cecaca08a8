package data_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
)

func TestFiltersTogether(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 0, 0, 0, 0, time.UTC) }
	words := func(terms ...string) data.TextQuery {
		var c data.Clause
		for _, s := range terms {
			c.Terms = append(c.Terms, data.Term{Text: s})
		}
		return data.TextQuery{Clauses: []data.Clause{c}}
	}
	tests := map[string]struct{ a, b, want data.Filter }{
		"an empty one changes nothing": {
			data.Filter{Labels: []data.Label{data.Negative}}, data.Filter{}, data.Filter{Labels: []data.Label{data.Negative}},
		},
		"lists keep what is common": {
			data.Filter{Statuses: data.Unanswered},
			data.Filter{Statuses: []data.Status{data.StatusOpen, data.StatusReplied}},
			data.Filter{Statuses: []data.Status{data.StatusOpen}},
		},
		"nothing in common matches nothing": {
			data.Filter{Statuses: []data.Status{data.StatusReplied}},
			data.Filter{Statuses: []data.Status{data.StatusOpen}},
			data.Filter{
				Statuses: []data.Status{data.StatusReplied},
				Not:      &data.Exclusions{Statuses: []data.Status{data.StatusReplied}},
			},
		},
		"periods overlap": {
			data.Filter{Period: data.Period{From: day(1), To: day(20)}},
			data.Filter{Period: data.Period{From: day(5)}},
			data.Filter{Period: data.Period{From: day(5), To: day(20)}},
		},
		"searches must both be met": {
			data.Filter{Text: words("rimborso")},
			data.Filter{Text: words("due ore")},
			data.Filter{Text: words("rimborso", "due ore")},
		},
		"the second author wins": {
			data.Filter{Author: "a"}, data.Filter{Author: "b"}, data.Filter{Author: "b"},
		},
		"parts in parentheses must all be met": {
			data.Filter{Groups: []data.Group{{Any: []data.Filter{{Author: "a"}}}}},
			data.Filter{Groups: []data.Group{{Any: []data.Filter{{Author: "b"}}, Not: true}}},
			data.Filter{Groups: []data.Group{{Any: []data.Filter{{Author: "a"}}}, {Any: []data.Filter{{Author: "b"}}, Not: true}}},
		},
		"a reach asked for by one is asked for": {
			data.Filter{}, data.Filter{Reach: data.Reached{On: true, From: 1000}}, data.Filter{Reach: data.Reached{On: true, From: 1000}},
		},
		"the second's issues win": {
			data.Filter{Issues: []int64{1}}, data.Filter{Issues: []int64{2, 3}}, data.Filter{Issues: []int64{2, 3}},
		},
		"issues are left out together": {
			data.Filter{Not: &data.Exclusions{Issues: []int64{1}}},
			data.Filter{Not: &data.Exclusions{Issues: []int64{data.NoIssue}}},
			data.Filter{Not: &data.Exclusions{Issues: []int64{1, data.NoIssue}}},
		},
		"a star asked for by one is asked for": {
			data.Filter{Starred: true}, data.Filter{}, data.Filter{Starred: true},
		},
		"exclusions add up": {
			data.Filter{Not: &data.Exclusions{Langs: []string{"it"}}},
			data.Filter{Not: &data.Exclusions{Langs: []string{"en"}}},
			data.Filter{Not: &data.Exclusions{Langs: []string{"it", "en"}}},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, tt.a.And(tt.b)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNothingOfASearchIsLostBesideAnother(t *testing.T) {
	for _, query := range []string{
		"pane (torta OR attesa)", "-(torta is:negative)", "reach:>1000", "rating:<3", "is:starred", "import:4", "near:12",
		"source:google -source:x is:open -is:negative lang:it -lang:en tag:a -tag:b author:marta", "after:2026-11-01 before:2026-11-08",
	} {
		f, err := data.ParseQuery(query, time.UTC)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(f, data.Filter{}.And(f)); d != "" {
			t.Errorf("%s second: %s", query, d)
		}
		if d := cmp.Diff(f, f.And(data.Filter{})); d != "" {
			t.Errorf("%s first: %s", query, d)
		}
	}
}
