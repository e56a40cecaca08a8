package ingest

import (
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// Manual makes a mention of what a person typed in. Its source and its key
// are found as for a row of a file, so that the same mention in an export is
// recognised.
func Manual(typed data.ManualMention) data.Mention {
	m := data.Mention{
		Source:       formats.SourceKey(typed.Source),
		URL:          strings.TrimSpace(typed.URL),
		Text:         strings.TrimSpace(clean(typed.Text)),
		PublishedAt:  typed.PublishedAt.UTC().Truncate(time.Second),
		PublishedRaw: typed.PublishedAt.Format(time.RFC3339),
		Rating:       typed.Rating,
		Author:       data.Author{Followers: data.Unknown},
		Engagement:   data.NoEngagement,
	}
	author := strings.TrimSpace(clean(typed.Author))
	if handle, ok := strings.CutPrefix(author, "@"); ok {
		m.Author.Handle = handle
	} else {
		m.Author.Name = author
	}
	if strings.TrimSpace(typed.Source) == "" {
		m.Source = formats.SourceOfURL(m.URL)
	}
	if m.Source == "" {
		m.Source = data.FormatManual
	}
	if n, id := ownID(m.URL); id != "" && n.source == m.Source {
		m.ExternalID = id
	} else {
		m.ExternalID = contentKey(&m)
	}
	return m
}
