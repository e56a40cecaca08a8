package formats

import (
	"slices"

	"vedetta/data"
)

// xAPI is what twarc2 and others save of X's API version 2: a page of tweets
// or a single tweet on each line, error objects and deletion notices between.
var xAPI = Format{
	Key:    "x_api",
	Source: "x",
	Columns: []Column{
		{"id", data.FieldID},
		{"url", data.FieldURL},
		{"name", data.FieldAuthor},
		{"username", data.FieldHandle},
		{"author id", data.FieldAuthorID},
		{"followers", data.FieldFollowers},
		{"text", data.FieldText},
		{"created at", data.FieldDate},
		{"lang", data.FieldLang},
		{"reply to", data.FieldInReplyTo},
		{"likes", data.FieldLikes},
		{"replies", data.FieldReplies},
		{"reposts", data.FieldShares},
		{"impressions", data.FieldViews},
	},
	JSON: &JSON{
		Names: []string{
			"id", "url", "name", "username", "author id", "followers", "text", "created at", "lang", "reply to",
			"likes", "replies", "reposts", "impressions",
		},
		Is:   isX,
		Rows: xRows,
	},
}

func isX(doc map[string]any) bool {
	if page, ok := doc["data"].([]any); ok && len(page) > 0 {
		tweet, ok := page[0].(map[string]any)
		return ok && text(tweet, "text") != "" && text(tweet, "id") != "" &&
			(has(tweet, "edit_history_tweet_ids") || has(tweet, "author_id") || has(tweet, "created_at"))
	}
	if one, ok := doc["data"].(map[string]any); ok {
		doc = one
	}
	if text(doc, "action") == "delete" {
		return true
	}
	return text(doc, "id") != "" && text(doc, "text") != "" && (text(doc, "author_id") != "" || text(doc, "conversation_id") != "")
}

func xRows(doc map[string]any) []Row {
	users := map[string]map[string]any{}
	includes, _ := doc["includes"].(map[string]any)
	for _, u := range list(includes, "users") {
		if user, ok := u.(map[string]any); ok {
			users[text(user, "id")] = user
		}
	}
	switch page := doc["data"].(type) {
	case []any:
		var rows []Row
		for _, item := range page {
			if tweet, ok := item.(map[string]any); ok {
				rows = append(rows, xRow(tweet, users))
			}
		}
		return rows
	case map[string]any:
		return []Row{xRow(page, users)}
	}
	switch {
	case text(doc, "action") == "delete":
		return []Row{{Cells: []string{text(doc, "id")}, Reject: data.RejectDeleted}}
	case text(doc, "text") == "":
		return []Row{{Cells: []string{text(doc, "title")}, Reject: data.RejectNotAText}}
	}
	return []Row{xRow(doc, users)}
}

func xRow(tweet map[string]any, users map[string]map[string]any) Row {
	id := text(tweet, "id")
	if edits := list(tweet, "edit_history_tweet_ids"); len(edits) > 1 {
		if first, ok := edits[0].(string); ok {
			id = first // the versions of a tweet are one mention
		}
	}
	user := users[text(tweet, "author_id")]
	if own, ok := tweet["author"].(map[string]any); ok {
		user = own // flattened files carry the author inside
	}
	body := text(tweet, "note_tweet", "text")
	if body == "" {
		body = text(tweet, "text")
	}
	url := ""
	if name := text(user, "username"); name != "" {
		url = "https://x.com/" + name + "/status/" + text(tweet, "id")
	}
	return Row{Cells: []string{
		id, url, text(user, "name"), text(user, "username"), text(tweet, "author_id"),
		text(user, "public_metrics", "followers_count"), body, text(tweet, "created_at"), text(tweet, "lang"), repliedTo(tweet),
		text(tweet, "public_metrics", "like_count"), text(tweet, "public_metrics", "reply_count"),
		text(tweet, "public_metrics", "retweet_count"), text(tweet, "public_metrics", "impression_count"),
	}}
}

func repliedTo(tweet map[string]any) string {
	refs := list(tweet, "referenced_tweets")
	i := slices.IndexFunc(refs, func(ref any) bool {
		m, ok := ref.(map[string]any)
		return ok && text(m, "type") == "replied_to"
	})
	if i < 0 {
		return ""
	}
	return text(refs[i].(map[string]any), "id")
}
