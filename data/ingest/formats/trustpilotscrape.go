package formats

import "vedetta/data"

// trustpilotScrape is a workbook of reviews that scrapers of Trustpilot make.
var trustpilotScrape = Format{
	Key:       "trustpilot_scrape",
	Signature: []string{"type", "name", "review id", "review title", "review text", "rating"},
	Source:    "trustpilot",
	Columns: []Column{
		{"review id", data.FieldID},
		{"review url", data.FieldURL},
		{"review link", data.FieldURL},
		{"reviewer name", data.FieldAuthor},
		{"consumer name", data.FieldAuthor},
		{"author", data.FieldAuthor},
		{"name", data.FieldAuthor},
		{"reviewer id", data.FieldAuthorID},
		{"consumer id", data.FieldAuthorID},
		{"review title", data.FieldTitle},
		{"review text", data.FieldText},
		{"review date", data.FieldDate},
		{"published date", data.FieldDate},
		{"date published", data.FieldDate},
		{"review published date", data.FieldDate},
		{"created at", data.FieldDate},
		{"date", data.FieldDate},
		{"rating", data.FieldRating},
		{"review language", data.FieldLang},
		{"language", data.FieldLang},
		{"likes", data.FieldLikes},
		{"review likes", data.FieldLikes},
		{"company reply", data.FieldAnswer},
		{"reply text", data.FieldAnswer},
		{"reply message", data.FieldAnswer},
		{"reply", data.FieldAnswer},
		{"reply date", data.FieldAnsweredAt},
		{"reply published date", data.FieldAnsweredAt},
		{"company reply date", data.FieldAnsweredAt},
	},
}
