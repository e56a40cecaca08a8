package data

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestAnErrorInAQueryPointsAtItsPlace(t *testing.T) {
	for query, want := range map[string]struct {
		at       int
		expected string
	}{
		"rimborso (attesa":         {10, ")"},
		"is:angry":                 {1, "is:negative"},
		"pane (rating:many)":       {7, "rating:<3"},
		"reach:lots":               {1, "reach:>1000"},
		"reach:5":                  {1, "reach:>1000"},
		"issue:three":              {1, "issue:3"},
		"pane -issue:0":            {6, "issue:3"},
		"pane after:yesterday":     {6, "after:2026-11-25"},
		"source:":                  {1, "source:"},
		strings.Repeat("(", 30):    {21, "(…)"},
		"-(pane OR -before:domani": {11, "before:"},
	} {
		t.Run(query, func(t *testing.T) {
			_, err := ParseQuery(query, time.UTC)
			var e *Error
			if !errors.As(err, &e) || e.Code != ErrQuery {
				t.Fatalf("error %v", err)
			}
			if at := e.Args["At"]; at != want.at || !strings.HasPrefix(e.Args["Expected"].(string), want.expected) {
				t.Errorf("at %v expected %v, want at %d %s", at, e.Args["Expected"], want.at, want.expected)
			}
		})
	}
}

func TestQueriesForWhatAMentionCarries(t *testing.T) {
	for query, want := range map[string]Filter{
		"is:starred":         {Starred: true},
		"is:draft":           {Replies: []ReplyState{ReplyDraft}},
		"-is:ready":          {Groups: []Group{{Any: []Filter{{Replies: []ReplyState{ReplyReady}}}, Not: true}}},
		"-is:starred is:new": {Statuses: []Status{StatusNew}, Groups: []Group{{Any: []Filter{{Starred: true}}, Not: true}}},
	} {
		got, err := ParseQuery(query, time.UTC)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", query, got, err)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, q := range []string{`rimborso OR "due ore" -(source:x is:negative)`, "((", ") OR (", `"`, "-", "NOT NOT -a", "issue:3 OR issue:ANY", "-issue:none (issue:9 OR pane)", "issue:-1", "reach:>=1e3 rating:<3,5 :( tag:\"a b\""} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, query string) {
		filter, err := ParseQuery(query, time.UTC)
		if err != nil && CodeOf(err) != ErrQuery {
			t.Errorf("%q: %v", query, err)
		}
		again, wrong := ParseQuery("("+query+")", time.UTC)
		if err == nil && wrong == nil && balanced(query) && len(filter.Groups) > 0 && len(again.Groups) == 0 {
			t.Errorf("%q in parentheses loses its parts", query)
		}
	})
}

func balanced(query string) bool {
	return !strings.ContainsAny(query, `"“”`) && strings.Count(query, "(") == strings.Count(query, ")")
}
