package formats

import (
	"strings"

	"vedetta/data"
)

// germeval are mentions of Deutsche Bahn from many sources, of the GermEval
// 2017 evaluation: address, text, relevance, sentiment, aspects; no header,
// no dates, lines of four or five columns.
var germeval = Format{
	Key: "germeval",
	Columns: []Column{
		{"url", data.FieldURL},
		{"text", data.FieldText},
		{"sentiment", data.FieldSentiment},
	},
	Ignored: []string{"relevance"},
	Headless: &Headless{
		Names: []string{"url", "text", "relevance", "sentiment", "aspects"},
		Is: some(4, 5, 0.8, func(cells []string) bool {
			return strings.HasPrefix(cells[0], "http") && among(strings.ToLower(cells[2]), "true", "false") && among(cells[3], "positive", "neutral", "negative")
		}),
	},
	Fix: func(m *data.Mention, _ func(string) string) data.Reason {
		m.URL = strings.ReplaceAll(m.URL, `\_`, "_")
		m.Lang = "de"
		return ""
	},
}
