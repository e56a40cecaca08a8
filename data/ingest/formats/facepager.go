package formats

import "vedetta/data"

// facepager saves what it asked Facebook's pages for, with its own columns
// around: semicolons, dates with an offset, a line for each question too.
var facepager = Format{
	Key:       "facepager",
	Signature: []string{"id", "object type", "object id|object key", "message", "created time"},
	Source:    "facebook",
	Columns: []Column{
		{"object id", data.FieldID},
		{"object key", data.FieldID},
		{"permalink url", data.FieldURL},
		{"link", data.FieldURL},
		{"from name", data.FieldAuthor},
		{"from id", data.FieldAuthorID},
		{"message", data.FieldText},
		{"created time", data.FieldDate},
		{"reactions summary total count", data.FieldLikes},
		{"like count", data.FieldLikes},
		{"comments summary total count", data.FieldReplies},
		{"comment count", data.FieldReplies},
		{"shares count", data.FieldShares},
	},
	Ignored: []string{"id", "parent id", "level", "object type", "query status", "query time", "query type"},
	Fix: func(_ *data.Mention, cell func(string) string) data.Reason {
		if kind := Fold(cell("object type")); kind == "seed" || kind == "offcut" || kind == "headers" {
			return data.RejectNotAText
		}
		return ""
	},
}
