package formats

import (
	"strings"

	"vedetta/data"
)

// googleTakeout is reviews.json of Google Business Profile in Takeout.
var googleTakeout = Format{
	Key:    "google_takeout",
	Source: "google",
	Columns: []Column{
		{"name", data.FieldID},
		{"reviewer", data.FieldAuthor},
		{"star rating", data.FieldRating},
		{"comment", data.FieldText},
		{"create time", data.FieldDate},
		{"reply", data.FieldAnswer},
		{"reply time", data.FieldAnsweredAt},
	},
	JSON: &JSON{
		Names: []string{"name", "reviewer", "star rating", "comment", "create time", "reply", "reply time"},
		Is: func(doc map[string]any) bool {
			_, ok := doc["reviews"].([]any)
			return ok || isGoogleReview(doc)
		},
		Rows: func(doc map[string]any) []Row {
			reviews := objects(doc, "reviews")
			if isGoogleReview(doc) {
				reviews = []map[string]any{doc}
			}
			var rows []Row
			for _, review := range reviews {
				if review == nil {
					rows = append(rows, Row{Reject: data.RejectNotAText})
					continue
				}
				rows = append(rows, Row{Cells: []string{
					text(review, "name"), text(review, "reviewer", "displayName"), text(review, "starRating"),
					original(text(review, "comment")), text(review, "createTime"),
					original(text(review, "reviewReply", "comment")), text(review, "reviewReply", "updateTime"),
				}})
			}
			return rows
		},
	},
}

func isGoogleReview(doc map[string]any) bool { return has(doc, "starRating", "reviewer", "createTime") }

const (
	translated = "(Translated by Google)"
	untouched  = "(Original)"
)

// original leaves the text as its author wrote it, without the translation
// that Google puts before or after it.
func original(comment string) string {
	if _, after, ok := strings.Cut(comment, untouched); ok {
		return strings.TrimSpace(after)
	}
	before, _, _ := strings.Cut(comment, translated)
	return strings.TrimSpace(before)
}
