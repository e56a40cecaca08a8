package data

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestAFormSaysWhatASearchSays(t *testing.T) {
	for text, want := range map[string]SimpleQuery{
		"":                                   {},
		"rimborso attesa":                    {All: "rimborso attesa"},
		`-scuse rimb* "due ore"`:             {All: "rimb*", None: "scuse", Phrase: "due ore"},
		"rimborso OR attesa is:open":         {Any: "rimborso attesa", Statuses: []Status{StatusOpen}},
		"pane (rimborso OR attesa)":          {All: "pane", Any: "rimborso attesa"},
		"(rimborso OR attesa) lang:it":       {Any: "rimborso attesa", Langs: []string{"it"}},
		"is:unanswered -is:new":              {Statuses: []Status{StatusOpen, StatusNeedsReply}},
		"-is:replied -is:archived":           {Statuses: Unanswered},
		"-is:positive source:google":         {Labels: []Label{Negative, Neutral}, Sources: []string{"google"}},
		`tag:"attesa lunga" tag:pane`:        {Tags: []string{"attesa lunga", "pane"}},
		"is:starred rating:<3":               {Starred: true, Rating: "<3"},
		"reach:>999 author:@luca":            {ReachFrom: 1000, Author: "luca"},
		"after:2026-11-01 before:2026-11-08": {From: "2026-11-01", To: "2026-11-07"},
		`"OR" "tag:pane"`:                    {All: `"OR" "tag:pane"`},
	} {
		t.Run(text, func(t *testing.T) {
			got, ok := SimpleQueryOf(text, rome)
			if !ok {
				t.Fatal("too much for the form")
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAFormNeverLosesWhatItCannotSay(t *testing.T) {
	for _, text := range []string{
		"pane OR (rimborso is:negative)", "-(a OR b)", "(a OR b) (c OR d)", "rimborso OR attesa pane", "a OR -b",
		"-source:google", "-tag:x", "import:4", "near:12", "reach:<5000", "rating:2.5", "is:negative OR rating:<3",
		"is:angry", "-is:negative -is:neutral -is:positive", "is:negative -is:negative", `"due ore" OR attesa is:open (a b)`,
	} {
		if s, ok := SimpleQueryOf(text, rome); ok {
			t.Errorf("%s became %s", text, s)
		}
	}
}

func TestJoiningSearches(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"", "pane ", "pane"},
		{"is:open", "", "is:open"},
		{"is:open", "pane", "pane is:open"},
		{"is:open", "a OR b -is:new", "a OR b -is:new is:open"},
		{"is:open", "a OR source:x", "is:open (a OR source:x)"},
		{"is:open", "is:negative OR rating:<3", "is:open (is:negative OR rating:<3)"},
		{"is:open", "is:new", "is:open (is:new)"},
		{"is:open", `"a b`, `"a b" is:open`},
	} {
		if got := JoinQueries(c.a, c.b, rome); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func TestAFormIsWrittenAsASearch(t *testing.T) {
	for want, s := range map[string]SimpleQuery{
		"rimborso OR attesa source:google is:negative": {Any: "rimborso attesa", Sources: []string{"google"}, Labels: []Label{Negative}},
		`pane "due ore" (a OR b) -c`:                   {All: "pane", Phrase: `due "ore`, Any: "a b", None: "-c"},
		`"AND" "is:x"`:                                 {All: "(AND) is:x"},
		"is:unanswered":                                {Statuses: Unanswered},
		"after:2026-02-28 before:2026-03-01":           {From: "2026-02-28", To: "2026-02-28"},
		`author:"Marta R."`:                            {Author: "Marta R."},
	} {
		if got := s.String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

var rome = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err)
	}
	return zone
}()

func FuzzSimpleQuery(f *testing.F) {
	f.Add("rimborso -x", "a b*", `"c`, "due ore", "@luca", "rimborso OR attesa is:negative")
	f.Add("(AND", "is:x OR", "-", "\"", "Marta \"R", "a (b OR c) -is:new")
	f.Fuzz(func(t *testing.T, all, anyOf, none, phrase, author, text string) {
		s := SimpleQuery{All: all, Any: anyOf, None: none, Phrase: phrase, Author: author, Tags: []string{"attesa lunga"}}
		if _, err := ParseQuery(s.String(), rome); err != nil {
			t.Errorf("%+v is written %q: %v", s, s, err)
		}
		if _, err := ParseQuery(text, rome); err == nil {
			if _, err := ParseQuery(JoinQueries("is:open", text, rome), rome); err != nil {
				t.Errorf("%q cannot be joined: %v", text, err)
			}
		}
		if again, ok := SimpleQueryOf(text, rome); ok {
			want, _ := ParseQuery(text, rome)
			got, err := ParseQuery(again.String(), rome)
			if err != nil || !reflect.DeepEqual(settled(want), settled(got)) {
				t.Errorf("%q became %q: %v", text, again, err)
			}
		}
	})
}
