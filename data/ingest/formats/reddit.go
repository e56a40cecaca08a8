package formats

import (
	"strings"

	"vedetta/data"
)

// reddit is what Pushshift's archives and Reddit's API hold: comments and
// submissions, one by one or in listings. What was deleted leaves a marker.
var reddit = documents(
	Format{Key: "reddit", Source: "reddit", Fix: fixReddit},
	[]place{
		{"id", data.FieldID},
		{"permalink", data.FieldURL},
		{"author", data.FieldHandle},
		{"author_fullname", data.FieldAuthorID},
		{"title", data.FieldTitle},
		{"body|selftext", data.FieldText},
		{"created_utc", data.FieldDate},
		{"parent_id", data.FieldInReplyTo},
		{"score|ups", data.FieldLikes},
		{"num_comments", data.FieldReplies},
	},
	func(doc map[string]any) bool {
		items := redditItems(doc)
		return len(items) > 0 && isReddit(items[0])
	},
	redditItems,
)

func isReddit(doc map[string]any) bool {
	return has(doc, "created_utc", "id") && (has(doc, "body") || has(doc, "selftext", "title"))
}

func redditItems(doc map[string]any) (out []map[string]any) {
	if inner := object(doc, "data"); has(doc, "kind") && inner != nil {
		if !has(inner, "children") {
			return []map[string]any{inner}
		}
		for _, child := range objects(inner, "children") {
			out = append(out, object(child, "data"))
		}
		return out
	}
	return []map[string]any{doc}
}

func fixReddit(m *data.Mention, _ func(string) string) data.Reason {
	if m.Text == "[deleted]" || m.Text == "[removed]" {
		return data.RejectDeleted
	}
	if strings.HasPrefix(m.URL, "/") {
		m.URL = "https://www.reddit.com" + m.URL
	}
	if _, id, ok := strings.Cut(m.InReplyTo, "_"); ok {
		m.InReplyTo = id // t1_ and t3_ say whether it is a comment
	}
	return ""
}
