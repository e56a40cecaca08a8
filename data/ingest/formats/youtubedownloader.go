package formats

import (
	"strings"

	"vedetta/data"
)

// youtubeDownloader is what youtube-comment-downloader saves, a comment a
// line. Dates are relative ("2 days ago"); time_parsed is what the tool made
// of them when it ran, and wins.
var youtubeDownloader = documents(
	Format{
		Key: "youtube_downloader", Source: "youtube",
		Fix: func(m *data.Mention, _ func(string) string) data.Reason {
			if parent, _, ok := strings.Cut(m.ExternalID, "."); ok {
				m.InReplyTo = parent // a reply's id begins with its parent's
			}
			return ""
		},
	},
	[]place{
		{"cid", data.FieldID},
		{"author", data.FieldHandle},
		{"channel", data.FieldAuthorID},
		{"text", data.FieldText},
		{"time_parsed|time", data.FieldDate},
		{"votes", data.FieldLikes},
		{"replies", data.FieldReplies},
	},
	func(doc map[string]any) bool { return has(doc, "cid", "text", "time") },
	func(doc map[string]any) []map[string]any {
		if !has(doc, "cid") {
			return []map[string]any{nil}
		}
		return []map[string]any{doc}
	},
)
