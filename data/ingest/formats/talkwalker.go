package formats

import (
	"strings"

	"vedetta/data"
)

// talkwalker names its columns by dotted paths; sentiment is a number from −5
// to 5, and a source type a list from the general to the special.
var talkwalker = Format{
	Key:       "talkwalker",
	Signature: []string{"url", "published", "content", "extra author attributes name|extra source attributes name|source type|title snippet"},
	Order:     data.DateDayFirst,
	Columns: []Column{
		{"external id", data.FieldID},
		{"url", data.FieldURL},
		{"extra author attributes name", data.FieldAuthor},
		{"extra author attributes short name", data.FieldHandle},
		{"extra author attributes id", data.FieldAuthorID},
		{"source extended attributes twitter followers", data.FieldFollowers},
		{"title", data.FieldTitle},
		{"content", data.FieldText},
		{"content snippet", data.FieldText},
		{"published", data.FieldDate},
		{"lang", data.FieldLang},
		{"parent url", data.FieldInReplyTo},
		{"source type", data.FieldSource},
		{"sentiment", data.FieldSentiment},
		{"article extended attributes twitter likes", data.FieldLikes},
		{"article extended attributes facebook likes", data.FieldLikes},
		{"article extended attributes num comments", data.FieldReplies},
		{"article extended attributes twitter retweets", data.FieldShares},
		{"article extended attributes twitter shares", data.FieldShares},
		{"article extended attributes facebook shares", data.FieldShares},
		{"article extended attributes twitter impressions", data.FieldViews},
		{"reach", data.FieldReach},
	},
	Fix: func(m *data.Mention, _ func(string) string) data.Reason {
		m.SourceSentiment = signed(m.SourceSentiment)
		return ""
	},
}

// signed makes a word of a sentiment given as a number; words stay.
func signed(sentiment string) string {
	switch rest := strings.TrimLeft(sentiment, "-+"); {
	case rest == "" || strings.Trim(rest, "0123456789.,") != "":
		return sentiment
	case strings.Trim(rest, "0.,") == "":
		return "neutral"
	case sentiment[0] == '-':
		return "negative"
	}
	return "positive"
}
