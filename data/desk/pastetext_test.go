package desk

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func TestTableOf(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"rows of a spreadsheet stay":              {"a\tb\r\n1\t2\r\n", "a\tb\n1\t2"},
		"CSV stays":                               {"a;b\n1;2", "a;b\n1;2"},
		"JSON stays":                              {` {"a": 1}`, `{"a": 1}`},
		"a feed stays":                            {"<rss/>", "<rss/>"},
		"sentences are a text each":               {"Uno, due\nTre, quattro", "text,\n\"Uno, due\",\n\"Tre, quattro\",\n"},
		"empty lines are none":                    {"uno\n\n\ndue", "text,\nuno,\ndue,\n"},
		"a single text":                           {"uno", "text,\nuno,\n"},
		"a name above the column is its name":     {"Testo\nuno", "Testo,\nuno,\n"},
		"a quoted cell goes over lines":           {"\"uno\ndue \"\"tre\"\"\"\nquattro", "text,\n\"uno\ndue \"\"tre\"\"\",\nquattro,\n"},
		"a quote that does not end belongs to it": {"\"uno\ndue", "text,\n\"\"\"uno\",\ndue,\n"},
		"a quote in front of a text is no cell":   {"\"Uno\" disse\ndue", "text,\n\"\"\"Uno\"\" disse\",\ndue,\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, string(tableOf(c.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever is pasted, no letter of it may be lost on the way to the table.
func FuzzPastedTextIsKept(f *testing.F) {
	for _, text := range []string{"uno\ndue", "\"a\nb\"\nc", "\"\"\"", "a,b\nc,d", "\"x\"y\n", "\r\n\t;|"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		table := string(tableOf(text))
		if rows, err := csv.NewReader(strings.NewReader(table)).ReadAll(); err == nil && strings.HasPrefix(table, "text,\n") {
			table = ""
			for _, row := range rows {
				table += row[0]
			}
			text = strings.ReplaceAll(text, `""`, `"`)
			table = strings.ReplaceAll(table, `""`, `"`)
		}
		have := letters(table)
		for r, n := range letters(text) {
			if have[r] < n {
				t.Fatalf("%q has %d times %q, its table %q %d times", text, n, r, table, have[r])
			}
		}
	})
}

func letters(text string) map[rune]int {
	out := map[rune]int{}
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out[r]++
		}
	}
	return out
}
