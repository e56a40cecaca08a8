package formats

import "vedetta/data"

// outscraper are Google's reviews as Outscraper gives them: dates in the
// American order and in UTC whatever the language; stars without a text count.
var outscraper = Format{
	Key:       "outscraper",
	Signature: []string{"review id", "review text", "review rating", "review datetime utc"},
	Source:    "google",
	Order:     data.DateMonthDay,
	Columns: []Column{
		{"review id", data.FieldID},
		{"review link", data.FieldURL},
		{"author title", data.FieldAuthor},
		{"author name", data.FieldAuthor},
		{"autor name", data.FieldAuthor},
		{"author id", data.FieldAuthorID},
		{"autor id", data.FieldAuthorID},
		{"review text", data.FieldText},
		{"review timestamp", data.FieldDate},
		{"review datetime utc", data.FieldDate},
		{"review rating", data.FieldRating},
		{"review likes", data.FieldLikes},
		{"owner answer", data.FieldAnswer},
		{"owner answer timestamp", data.FieldAnsweredAt},
		{"owner answer timestamp datetime utc", data.FieldAnsweredAt},
	},
	Fix: func(m *data.Mention, _ func(string) string) data.Reason {
		m.Text = original(m.Text)
		return ""
	},
}
