package formats

import "vedetta/data"

// trustpilot is the reviews export of Trustpilot Business; the spelling of
// its columns varies, and it carries our replies.
var trustpilot = Format{
	Key:       "trustpilot",
	Signature: []string{"review id", "review content|review title", "review stars"},
	Source:    "trustpilot",
	Columns: []Column{
		{"review id", data.FieldID},
		{"review created utc", data.FieldDate},
		{"review created", data.FieldDate},
		{"review username", data.FieldAuthor},
		{"review consumer user id", data.FieldAuthorID},
		{"review title", data.FieldTitle},
		{"review content", data.FieldText},
		{"review stars", data.FieldRating},
		{"review language", data.FieldLang},
		{"company response", data.FieldAnswer},
		{"company reply", data.FieldAnswer},
		{"business reply", data.FieldAnswer},
		{"business response", data.FieldAnswer},
		{"company reply date utc", data.FieldAnsweredAt},
		{"business reply date utc", data.FieldAnsweredAt},
	},
	Ignored: []string{"review user email", "webshop name", "business unit id"},
	Fix: func(m *data.Mention, _ func(string) string) data.Reason {
		if m.ExternalID != "" {
			m.URL = "https://www.trustpilot.com/reviews/" + m.ExternalID
		}
		return ""
	},
}
