package formats

import "vedetta/data"

// youtubeSpam are the comments of the UCI collection "YouTube Spam", as it
// is given out.
var youtubeSpam = Format{
	Key:       "youtube_spam",
	Signature: []string{"comment id", "author", "date", "content", "class"},
	Source:    "youtube",
	Columns: []Column{
		{"comment id", data.FieldID},
		{"author", data.FieldAuthor},
		{"content", data.FieldText},
		{"date", data.FieldDate},
	},
}

// youtubeSpamBare is the same without a header: class and text, no dates.
var youtubeSpamBare = Format{
	Key:     "youtube_spam_bare",
	Source:  "youtube",
	Columns: []Column{{"content", data.FieldText}},
	Headless: &Headless{
		Names: []string{"class", "content"},
		Is:    some(2, 2, 0.9, func(cells []string) bool { return among(cells[0], "spam", "ham") }),
	},
}
