package formats

import (
	"strings"

	"vedetta/data"
)

// bluesky is what Bluesky's API answers: posts of a search, a feed, a thread,
// of notifications, or records of a repository.
var bluesky = documents(
	Format{Key: "bluesky", Source: "bluesky", Fix: fixBluesky},
	[]place{
		{"uri", data.FieldID},
		{"author.displayName", data.FieldAuthor},
		{"author.handle", data.FieldHandle},
		{"author.did", data.FieldAuthorID},
		{"author.followersCount", data.FieldFollowers},
		{"record.text|value.text", data.FieldText},
		{"record.createdAt|value.createdAt|indexedAt", data.FieldDate},
		{"lang", data.FieldLang},
		{"record.reply.parent.uri|value.reply.parent.uri", data.FieldInReplyTo},
		{"likeCount", data.FieldLikes},
		{"replyCount", data.FieldReplies},
		{"repostCount", data.FieldShares},
	},
	func(doc map[string]any) bool {
		for _, post := range skeets(doc) {
			return post != nil // the first tells
		}
		return false
	},
	func(doc map[string]any) []map[string]any {
		posts := skeets(doc)
		for _, p := range posts {
			for _, record := range []map[string]any{object(p, "record"), object(p, "value")} {
				if langs := list(record, "langs"); len(langs) > 0 {
					p["lang"] = langs[0]
				}
			}
		}
		return posts
	},
)

// skeets finds the posts of an answer.
func skeets(doc map[string]any) (out []map[string]any) {
	keep := func(post map[string]any) {
		if !strings.HasPrefix(text(post, "uri"), "at://") || object(post, "record") == nil && object(post, "value") == nil {
			post = nil
		}
		out = append(out, post)
	}
	switch {
	case has(doc, "uri"):
		keep(doc)
	case has(doc, "thread"):
		return thread(object(doc, "thread"))
	case has(doc, "post"):
		if has(doc, "replies") {
			return thread(doc)
		}
		keep(object(doc, "post"))
	default:
		for _, key := range []string{"posts", "notifications", "records", "feed"} {
			for _, item := range objects(doc, key) {
				if post := object(item, "post"); post != nil {
					item = post
				}
				keep(item)
			}
		}
	}
	return out
}

// thread is a post and, below it, its replies.
func thread(node map[string]any) []map[string]any {
	out := []map[string]any{object(node, "post")}
	for _, reply := range objects(node, "replies") {
		out = append(out, thread(reply)...)
	}
	return out
}

// fixBluesky makes the address of a post from its name in the protocol.
func fixBluesky(m *data.Mention, _ func(string) string) data.Reason {
	parts := strings.Split(m.ExternalID, "/") // at://did/app.bsky.feed.post/key
	if len(parts) != 5 || parts[3] != "app.bsky.feed.post" {
		return data.RejectNotAText // a like, a follow
	}
	author := m.Author.Handle
	if author == "" {
		author = parts[2]
		m.Author.ID = author
	}
	m.URL = "https://bsky.app/profile/" + author + "/post/" + parts[4]
	return ""
}
