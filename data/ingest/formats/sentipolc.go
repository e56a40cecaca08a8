package formats

import "vedetta/data"

// sentipolc are the Italian tweets of the Sentipolc evaluations. They carry
// no dates: the person gives one.
var sentipolc = Format{
	Key:       "sentipolc",
	Signature: []string{"idtwitter", "subj", "iro", "text", "opos|pos", "oneg|neg"},
	Source:    "x",
	Columns:   sentipolcColumns,
	Ignored:   sentipolcFlags,
	Fix:       fixSentipolc,
}

// sentipolc14 has no header: an id, five flags, the text.
var sentipolc14 = Format{
	Key:      "sentipolc14",
	Source:   "x",
	Columns:  sentipolcColumns,
	Ignored:  sentipolcFlags,
	Headless: &Headless{Names: []string{"idtwitter", "subj", "opos", "oneg", "iro", "top", "text"}, Is: flagged(7)},
	Fix:      fixSentipolc,
}

// sentipolc16 without header has seven flags.
var sentipolc16 = Format{
	Key:      "sentipolc16",
	Source:   "x",
	Columns:  sentipolcColumns,
	Ignored:  sentipolcFlags,
	Headless: &Headless{Names: []string{"idtwitter", "subj", "opos", "oneg", "iro", "lpos", "lneg", "top", "text"}, Is: flagged(9)},
	Fix:      fixSentipolc,
}

var (
	sentipolcColumns = []Column{{"idtwitter", data.FieldID}, {"text", data.FieldText}}
	sentipolcFlags   = []string{"subj", "opos", "oneg", "pos", "neg", "iro", "lpos", "lneg", "top"}
)

// flagged asks for an id, flags up to the last column, and a text there. Some
// rows are damaged in the files that are passed around.
func flagged(width int) func(records [][]string) bool {
	return some(width, width, 0.8, func(cells []string) bool {
		for _, c := range cells[1 : width-2] {
			if !isFlag(c) {
				return false
			}
		}
		return isNumber(cells[0], 9) && isNumber(cells[width-2], 1) && !isNumber(cells[width-1], 1)
	})
}

// fixSentipolc makes a word of the flags for positive and negative.
func fixSentipolc(m *data.Mention, cell func(string) string) data.Reason {
	positive, negative := cell("opos")+cell("pos") == "1", cell("oneg")+cell("neg") == "1"
	switch {
	case positive && negative:
		m.SourceSentiment = "mixed"
	case positive:
		m.SourceSentiment = "positive"
	case negative:
		m.SourceSentiment = "negative"
	default:
		m.SourceSentiment = "neutral"
	}
	m.Lang = "it"
	return ""
}
