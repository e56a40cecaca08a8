package formats

import (
	"strings"

	"vedetta/data"
)

// snscrape is the table of the script that most people copied: the user is
// Python's writing of an object, the source a link to the program used.
var snscrape = Format{
	Key:       "snscrape",
	Signature: []string{"url", "date", "content|rawcontent|renderedcontent", "id", "user|username|user username", "replycount", "retweetcount", "likecount"},
	Source:    "x",
	Columns: []Column{
		{"id", data.FieldID},
		{"url", data.FieldURL},
		{"user displayname", data.FieldAuthor},
		{"username", data.FieldHandle},
		{"user username", data.FieldHandle},
		{"user", data.FieldHandle},
		{"user id", data.FieldAuthorID},
		{"user followerscount", data.FieldFollowers},
		{"rawcontent", data.FieldText},
		{"content", data.FieldText},
		{"renderedcontent", data.FieldText},
		{"date", data.FieldDate},
		{"lang", data.FieldLang},
		{"inreplytotweetid", data.FieldInReplyTo},
		{"likecount", data.FieldLikes},
		{"replycount", data.FieldReplies},
		{"retweetcount", data.FieldShares},
		{"viewcount", data.FieldViews},
	},
	Ignored: []string{"source", "coordinates"},
	Fix: func(m *data.Mention, _ func(string) string) data.Reason {
		if user := m.Author.Handle; strings.HasPrefix(user, "User(") || strings.HasPrefix(user, "{") {
			m.Author.Handle = pythonValue(user, "username")
			m.Author.Name = pythonValue(user, "displayname")
			m.Author.ID = pythonValue(user, "id")
		}
		return ""
	},
}

// pythonValue reads a value out of Python's writing of an object
// (User(username='anna', id=7)) or a dictionary ({'username': 'anna'}).
func pythonValue(object, key string) string {
	for _, start := range []string{"(" + key + "=", " " + key + "=", "'" + key + "': "} {
		_, after, found := strings.Cut(object, start)
		if !found || after == "" {
			continue
		}
		if quote := after[0]; quote == '\'' || quote == '"' {
			value, _, _ := strings.Cut(after[1:], string(quote))
			return value
		}
		if end := strings.IndexAny(after, ",)}"); end >= 0 {
			return after[:end]
		}
	}
	return ""
}
