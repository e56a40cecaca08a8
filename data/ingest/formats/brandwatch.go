package formats

import "vedetta/data"

// brandwatch is the mentions download: a preamble, then 100 to 197 columns
// that change between exports ("Twitter …" became "X …").
var brandwatch = Format{
	Key:       "brandwatch",
	Signature: []string{"query name", "date", "snippet", "page type"},
	Columns: []Column{
		{"resource id", data.FieldID},
		{"mention id", data.FieldID},
		{"url", data.FieldURL},
		{"original url", data.FieldURL},
		{"date", data.FieldDate},
		{"full name", data.FieldAuthor},
		{"author", data.FieldHandle},
		{"x author id", data.FieldAuthorID},
		{"twitter author id", data.FieldAuthorID},
		{"x followers", data.FieldFollowers},
		{"twitter followers", data.FieldFollowers},
		{"full text", data.FieldText},
		{"snippet", data.FieldText},
		{"title", data.FieldText},
		{"language", data.FieldLang},
		{"page type", data.FieldSource},
		{"domain", data.FieldSource},
		{"sentiment", data.FieldSentiment},
		{"likes", data.FieldLikes},
		{"x likes", data.FieldLikes},
		{"instagram likes", data.FieldLikes},
		{"comments", data.FieldReplies},
		{"x replies", data.FieldReplies},
		{"shares", data.FieldShares},
		{"x reposts", data.FieldShares},
		{"impressions", data.FieldViews},
		{"reach new", data.FieldReach},
		{"reach", data.FieldReach},
		{"x reply to", data.FieldInReplyTo},
	},
}
