package formats

import (
	"strings"

	"vedetta/data"
)

// sentiment140 are tweets of 2009 with their sentiment as 0, 2 or 4: six
// columns, no header, Latin-1, dates in Pacific time.
var sentiment140 = Format{
	Key:    "sentiment140",
	Source: "x",
	Columns: []Column{
		{"id", data.FieldID},
		{"user", data.FieldHandle},
		{"text", data.FieldText},
		{"date", data.FieldDate},
		{"polarity", data.FieldSentiment},
	},
	Ignored: []string{"query"},
	Headless: &Headless{
		Names: []string{"polarity", "id", "date", "query", "user", "text"},
		Is: every(6, func(cells []string) bool {
			return among(cells[0], "0", "2", "4") && isNumber(cells[1], 5) && strings.Count(cells[2], " ") == 5 && strings.Count(cells[2], ":") == 2
		}),
	},
	Fix: labels(map[string]string{"0": "negative", "2": "neutral", "4": "positive"}),
}

// labels makes words of the numbers by which a collection gives sentiments.
func labels(words map[string]string) func(m *data.Mention, _ func(string) string) data.Reason {
	return func(m *data.Mention, _ func(string) string) data.Reason {
		if word, ok := words[m.SourceSentiment]; ok {
			m.SourceSentiment = word
		}
		return ""
	}
}
