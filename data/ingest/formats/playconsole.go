package formats

import (
	"net/url"

	"vedetta/data"
)

// playConsole are the reviews of an app, a file a month from Google's Play
// Console: UTF-16 with commas. Older files lack some columns; stars without a
// text have no link and so no id.
var playConsole = Format{
	Key:       "play_console",
	Signature: []string{"package name", "star rating", "review text", "review submit millis since epoch|review submit date and time"},
	Source:    "google_play",
	Columns: []Column{
		{"review link", data.FieldURL},
		{"review title", data.FieldTitle},
		{"review text", data.FieldText},
		{"review submit millis since epoch", data.FieldDate},
		{"review submit date and time", data.FieldDate},
		{"star rating", data.FieldRating},
		{"reviewer language", data.FieldLang},
		{"developer reply text", data.FieldAnswer},
		{"developer reply millis since epoch", data.FieldAnsweredAt},
		{"developer reply date and time", data.FieldAnsweredAt},
	},
	Ignored: []string{"review last update date and time", "review last update millis since epoch"},
	Fix: func(m *data.Mention, _ func(string) string) data.Reason {
		if link, err := url.Parse(m.URL); err == nil {
			m.ExternalID = link.Query().Get("reviewId")
		}
		return ""
	},
}
