package formats

import (
	"unicode/utf8"

	"vedetta/data"
)

// metaDYI are the comments in what Facebook hands out under "Download your
// information". Its JSON spells the bytes of UTF-8 as characters of Latin-1.
var metaDYI = documents(
	Format{Key: "meta_dyi", Source: "facebook"},
	[]place{
		{"comment.comment", data.FieldText},
		{"comment.timestamp|timestamp", data.FieldDate},
		{"comment.author", data.FieldAuthor},
		{"comment.group", data.FieldExtra},
		{"title", data.FieldExtra},
	},
	func(doc map[string]any) bool {
		for _, item := range metaItems(doc) {
			return item != nil // the first tells
		}
		return false
	},
	func(doc map[string]any) []map[string]any {
		items := metaItems(doc)
		for _, item := range items {
			asUTF8(item)
		}
		return items
	},
)

// metaItems are the comments of a document, each with the entry's title and
// time around it.
func metaItems(doc map[string]any) (out []map[string]any) {
	if has(doc, "data", "timestamp") {
		return []map[string]any{metaComment(doc)}
	}
	for _, key := range []string{"comments_v2", "comments", "group_comments_v2"} {
		for _, entry := range objects(doc, key) {
			out = append(out, metaComment(entry))
		}
	}
	return out
}

func metaComment(entry map[string]any) map[string]any {
	for _, part := range objects(entry, "data") {
		if comment := object(part, "comment"); comment != nil {
			return map[string]any{"comment": comment, "title": entry["title"], "timestamp": entry["timestamp"]}
		}
	}
	return nil
}

// asUTF8 puts the texts of a document right, where their characters are the
// bytes of UTF-8.
func asUTF8(doc map[string]any) {
	for key, v := range doc {
		switch v := v.(type) {
		case string:
			doc[key] = bytesAsText(v)
		case map[string]any:
			asUTF8(v)
		}
	}
}

func bytesAsText(s string) string {
	bytes := make([]byte, 0, len(s))
	for _, r := range s {
		if r > 0xff {
			return s
		}
		bytes = append(bytes, byte(r))
	}
	if !utf8.Valid(bytes) {
		return s
	}
	return string(bytes)
}
