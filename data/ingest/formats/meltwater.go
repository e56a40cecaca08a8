package formats

import (
	"strings"

	"vedetta/data"
)

// meltwater is the export of the new Explore: UTF-16 with tabs, named .csv.
var meltwater = Format{
	Key:       "meltwater",
	Signature: []string{"date", "document id", "hit sentence", "source type"},
	Columns: []Column{
		{"document id", data.FieldID},
		{"url", data.FieldURL},
		{"date", data.FieldDate},
		{"time", data.FieldTime},
		{"author name", data.FieldAuthor},
		{"author handle", data.FieldHandle},
		{"title", data.FieldTitle},
		{"opening text", data.FieldText},
		{"hit sentence", data.FieldText},
		{"language", data.FieldLang},
		{"source type", data.FieldSource},
		{"source domain", data.FieldSource},
		{"sentiment", data.FieldSentiment},
		{"likes", data.FieldLikes},
		{"reactions", data.FieldLikes},
		{"replies", data.FieldReplies},
		{"comments", data.FieldReplies},
		{"shares", data.FieldShares},
		{"reposts", data.FieldShares},
		{"views", data.FieldViews},
		{"reach", data.FieldReach},
	},
}

// meltwaterOld is the export before that; its ids are quoted twice.
var meltwaterOld = Format{
	Key:       "meltwater_old",
	Signature: []string{"date", "headline", "hit sentence", "influencer"},
	Columns: []Column{
		{"tweet id", data.FieldID},
		{"url", data.FieldURL},
		{"date", data.FieldDate},
		{"influencer", data.FieldHandle},
		{"twitter screen name", data.FieldHandle},
		{"twitter id", data.FieldAuthorID},
		{"twitter followers", data.FieldFollowers},
		{"headline", data.FieldTitle},
		{"opening text", data.FieldText},
		{"hit sentence", data.FieldText},
		{"language", data.FieldLang},
		{"source", data.FieldSource},
		{"sentiment", data.FieldSentiment},
		{"reach", data.FieldReach},
	},
	Fix: func(m *data.Mention, _ func(string) string) data.Reason {
		m.ExternalID = strings.Trim(m.ExternalID, `"`)
		m.Author.ID = strings.Trim(m.Author.ID, `"`)
		return ""
	},
}
