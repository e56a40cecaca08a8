package formats

import (
	"strings"

	"vedetta/data"
)

// Feed is RSS, Atom and RDF; data/ingest reads it and makes its rows.
var Feed = Format{
	Key:    "feed",
	Source: "rss",
	Columns: []Column{
		{"guid", data.FieldID},
		{"link", data.FieldURL},
		{"title", data.FieldTitle},
		{"content", data.FieldText},
		{"author", data.FieldAuthor},
		{"published", data.FieldDate},
		{"language", data.FieldLang},
		{"feed", data.FieldExtra},
	},
	JSON: &JSON{
		Names: []string{"guid", "link", "title", "content", "author", "published", "language", "feed"},
		Is:    func(map[string]any) bool { return false },
	},
}

// jsonFeed is a JSON Feed (jsonfeed.org, version 1 and 1.1).
var jsonFeed = documents(
	Format{Key: "feed_json", Source: "rss"},
	[]place{
		{"id|url", data.FieldID},
		{"url|external_url", data.FieldURL},
		{"author", data.FieldAuthor},
		{"title", data.FieldTitle},
		{"content_text|content_html|summary", data.FieldText},
		{"date_published|date_modified", data.FieldDate},
		{"language", data.FieldLang},
	},
	func(doc map[string]any) bool { return strings.HasPrefix(text(doc, "version"), "https://jsonfeed.org") },
	func(doc map[string]any) []map[string]any {
		items := objects(doc, "items")
		for _, item := range items {
			for _, author := range append(objects(item, "authors"), object(item, "author"), object(doc, "author")) {
				if name := text(author, "name"); name != "" && text(item, "author") == "" {
					item["author"] = name
				}
			}
			item["content_html"] = PlainHTML(text(item, "content_html"))
		}
		return items
	},
)
