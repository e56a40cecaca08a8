package formats

import "vedetta/data"

// mastodon is what Mastodon's API answers: statuses, alone or in a search, in
// notifications, in the context of a conversation. A boost is the status that
// was boosted.
var mastodon = documents(
	Format{Key: "mastodon", Source: "mastodon"},
	[]place{
		{"id", data.FieldID},
		{"url|uri", data.FieldURL},
		{"account.display_name", data.FieldAuthor},
		{"account.acct", data.FieldHandle},
		{"account.id", data.FieldAuthorID},
		{"account.followers_count", data.FieldFollowers},
		{"spoiler_text", data.FieldTitle},
		{"content", data.FieldText},
		{"created_at", data.FieldDate},
		{"language", data.FieldLang},
		{"in_reply_to_id", data.FieldInReplyTo},
		{"favourites_count", data.FieldLikes},
		{"replies_count", data.FieldReplies},
		{"reblogs_count", data.FieldShares},
	},
	func(doc map[string]any) bool {
		switch {
		case isStatus(doc):
			return true
		case has(doc, "type", "created_at", "account"):
			return has(doc, "id") && !has(doc, "record")
		case has(doc, "ancestors", "descendants"), has(doc, "statuses", "accounts"):
			return true
		}
		return false
	},
	func(doc map[string]any) (out []map[string]any) {
		switch {
		case isStatus(doc):
			out = append(out, doc)
		case has(doc, "type", "account"):
			out = append(out, object(doc, "status")) // none when someone follows
		default:
			for _, key := range []string{"ancestors", "descendants", "statuses"} {
				out = append(out, objects(doc, key)...)
			}
		}
		for i, status := range out {
			if boosted := object(status, "reblog"); boosted != nil {
				out[i], status = boosted, boosted
			}
			if status != nil {
				status["content"] = PlainHTML(text(status, "content"))
			}
		}
		return out
	},
)

func isStatus(doc map[string]any) bool { return has(doc, "content", "account", "uri", "created_at") }
