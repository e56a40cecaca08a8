package formats

import "vedetta/data"

// amazonScraper is the table of the usual scraper of Amazon's reviews: dates
// and ratings are sentences, and there is no id.
var amazonScraper = Format{
	Key:       "amazon_scraper",
	Signature: []string{"review content", "review date|date", "verified purchase|verified|found helpful|helpful|asin|variant|product name"},
	Source:    "amazon",
	Columns: []Column{
		{"review url", data.FieldURL},
		{"review link", data.FieldURL},
		{"reviewer", data.FieldAuthor},
		{"reviewer name", data.FieldAuthor},
		{"profile name", data.FieldAuthor},
		{"username", data.FieldAuthor},
		{"author", data.FieldAuthor},
		{"review title", data.FieldTitle},
		{"title", data.FieldTitle},
		{"review content", data.FieldText},
		{"review date", data.FieldDate},
		{"date", data.FieldDate},
		{"review star rating", data.FieldRating},
		{"review rating", data.FieldRating},
		{"review stars", data.FieldRating},
		{"rating", data.FieldRating},
		{"stars", data.FieldRating},
		{"found helpful", data.FieldLikes},
		{"helpful", data.FieldLikes},
	},
}

// amazonAlexa are the reviews of Amazon's speakers; Mac Roman, no id.
var amazonAlexa = Format{
	Key:       "amazon_alexa",
	Signature: []string{"rating", "date", "variation", "verified reviews"},
	Source:    "amazon",
	Columns: []Column{
		{"verified reviews", data.FieldText},
		{"date", data.FieldDate},
		{"rating", data.FieldRating},
	},
	Ignored: []string{"feedback"},
}
