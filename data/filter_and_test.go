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
