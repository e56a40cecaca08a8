package data

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var bakery = Known{
	Sources: []string{"google", "facebook", "google_play"},
	Tags:    []string{"rimborso", "attesa lunga", "qualità", "Città (centro)"},
	Langs:   []string{"it", "en"},
	Authors: []string{"Marta R.", "@luca", "Giulia Bò"},
	Now:     time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC),
}

// suggested are the texts after acceptance, the cursor marked with |.
func suggested(typed string) (out []string) {
	before, after, _ := strings.Cut(typed, "|")
	for _, s := range Suggest(before+after, len([]rune(before)), bakery) {
		text := []rune(s.Text)
		out = append(out, string(text[:s.Cursor])+"|"+string(text[s.Cursor:]))
	}
	return out
}

func TestSuggestions(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		want  []string
	}{
		"a field after its first letters":        {"so|", []string{"source:|"}},
		"a field in capitals":                    {"TA|", []string{"tag:|"}},
		"all fields in an open part":             {"pane (r|", []string{"pane (rating:|", "pane (reach:|"}},
		"behind a minus what can be excluded":    {"-|", []string{"-is:|", "-source:|", "-tag:|", "-lang:|"}},
		"after OR":                               {"pane OR la|", []string{"pane OR lang:|"}},
		"values by their beginning":              {"is:ne|", []string{"is:negative |", "is:neutral |", "is:new |", "is:needs_reply |"}},
		"values by a later word":                 {"tag:LUN|", []string{`tag:"attesa lunga" |`}},
		"values in open quotes":                  {`tag:"attesa l|`, []string{`tag:"attesa lunga" |`}},
		"without accents":                        {"tag:qualita|", []string{"tag:qualità |"}},
		"with an accent where there is none":     {"source:fà|", []string{"source:facebook |"}},
		"a value with parentheses":               {"tag:citt|", []string{`tag:"Città (centro)" |`}},
		"in parentheses nothing doubles":         {"(source:face|) pane", []string{"(source:facebook|) pane"}},
		"the rest of the word goes":              {"source:go|ggle pane", []string{"source:google |pane", "source:google_play |pane"}},
		"within a word in front of others":       {"so|ur pane", []string{"source:| pane"}},
		"an author by the surname":               {"author:bo|", []string{`author:"Giulia Bò" |`}},
		"an author with a handle":                {"author:@lu|", []string{"author:@luca |"}},
		"days":                                   {"after:|", []string{"after:2026-11-25 |", "after:2026-11-24 |", "after:2026-11-18 |", "after:2026-10-26 |"}},
		"days that begin so":                     {"before:2026-10|", []string{"before:2026-10-26 |"}},
		"days called by a word":                  {"after:ieri|", []string{"after:2026-11-25 |", "after:2026-11-24 |", "after:2026-11-18 |", "after:2026-10-26 |"}},
		"nothing for a word":                     {"pane|", nil},
		"nothing after a blank":                  {"pane |", nil},
		"nothing in a phrase":                    {`"so|`, nil},
		"nothing in a phrase behind a minus":     {`-"so|`, nil},
		"nothing after what is no field":         {"http:|", nil},
		"nothing for a field that is not to end": {"near:1|", nil},
		"a sad face opens nothing":               {":(so|", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, suggested(c.typed)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAnEmptySearchShowsWhatThereIs(t *testing.T) {
	got := suggested("|")
	if len(got) != suggestMost || got[0] != "is:|" {
		t.Errorf("%q", got)
	}
}

func TestSuggestionsSayWhatTheyAre(t *testing.T) {
	for typed, want := range map[string]string{"so": "field.source", "is:neg": "is.negative", "tag:rim": "tag", "after:": "date.today"} {
		if got := Suggest(typed, len(typed), bakery); len(got) == 0 || got[0].Kind != want {
			t.Errorf("%s: %+v, want %s", typed, got, want)
		}
	}
}

func FuzzSuggest(f *testing.F) {
	for _, q := range []string{"so", "-(is:ne pane", `tag:"a`, "after:2026", ")(", "“tag:", "is:"} {
		f.Add(q, len(q), "etichetta con spazi")
	}
	f.Fuzz(func(t *testing.T, text string, cursor int, tag string) {
		known := bakery
		known.Tags = append(known.Tags[:len(known.Tags):len(known.Tags)], tag)
		for _, s := range Suggest(text, cursor, known) {
			if n := len([]rune(s.Text)); s.Cursor < 0 || s.Cursor > n {
				t.Fatalf("%q at %d: cursor %d of %d", text, cursor, s.Cursor, n)
			}
			if !strings.Contains(s.Text, s.Shown) {
				t.Errorf("%q at %d: %q is not in %q", text, cursor, s.Shown, s.Text)
			}
			if _, err := ParseQuery(s.Shown, time.UTC); err != nil && !strings.HasSuffix(s.Shown, ":") {
				t.Errorf("%q at %d offers %q: %v", text, cursor, s.Shown, err)
			}
		}
	})
}
