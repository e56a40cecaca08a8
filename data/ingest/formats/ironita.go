package formats

import "vedetta/data"

// ironita are the Italian tweets of the IronITA evaluation; no dates.
var ironita = Format{
	Key:       "ironita",
	Signature: []string{"id", "text", "irony", "sarcasm"},
	Source:    "x",
	Columns:   []Column{{"id", data.FieldID}, {"text", data.FieldText}},
	Fix: func(m *data.Mention, _ func(string) string) data.Reason {
		m.Lang = "it"
		return ""
	},
}
