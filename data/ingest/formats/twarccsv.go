package formats

import "vedetta/data"

// twarcCSV is the table that twarc-csv makes of X's API version 2: dotted
// names, some cells with JSON inside.
var twarcCSV = Format{
	Key:       "twarc_csv",
	Signature: []string{"id", "conversation id", "created at", "text", "author username|author id", "public metrics like count"},
	Source:    "x",
	Columns: []Column{
		{"id", data.FieldID},
		{"author name", data.FieldAuthor},
		{"author username", data.FieldHandle},
		{"author id", data.FieldAuthorID},
		{"author public metrics followers count", data.FieldFollowers},
		{"text", data.FieldText},
		{"created at", data.FieldDate},
		{"lang", data.FieldLang},
		{"referenced tweets replied to id", data.FieldInReplyTo},
		{"public metrics like count", data.FieldLikes},
		{"public metrics reply count", data.FieldReplies},
		{"public metrics retweet count", data.FieldShares},
		{"public metrics impression count", data.FieldViews},
	},
	Ignored: []string{"edit history tweet ids", "twarc retrieved at", "twarc url", "twarc version"},
	Fix:     fixTweet,
}
