package formats

import "vedetta/data"

// twint writes the date with an abbreviation of the zone that other systems
// do not know; date, time and the offset stand in columns of their own.
var twint = Format{
	Key:       "twint",
	Signature: []string{"id", "conversation id", "tweet", "username", "timezone", "date", "time", "user rt id|retweet"},
	Source:    "x",
	Columns: []Column{
		{"id", data.FieldID},
		{"link", data.FieldURL},
		{"name", data.FieldAuthor},
		{"username", data.FieldHandle},
		{"user id", data.FieldAuthorID},
		{"tweet", data.FieldText},
		{"date", data.FieldDate},
		{"time", data.FieldTime},
		{"language", data.FieldLang},
		{"likes count", data.FieldLikes},
		{"replies count", data.FieldReplies},
		{"retweets count", data.FieldShares},
	},
	Ignored: []string{"created at"},
	Fix: func(m *data.Mention, cell func(string) string) data.Reason {
		if zone := cell("timezone"); zone != "" && (zone[0] == '+' || zone[0] == '-') {
			m.PublishedRaw += " " + zone
		}
		return ""
	},
}
