package desk

import (
	"context"

	"vedetta/data"
	"vedetta/data/sentiment"
)

// Page lists mentions newest first, ids below before (0: from the newest),
// at most n.
func (d *Desk) Page(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error) {
	return d.store.Page(ctx, f, before, n)
}

// Count counts mentions no further than limit+1.
func (d *Desk) Count(ctx context.Context, f data.Filter, limit int) (int, error) {
	return d.store.Count(ctx, f, limit)
}

// Mention reads everything about one mention, with the words that decided.
func (d *Desk) Mention(ctx context.Context, id data.ID) (data.Detail, error) {
	m, err := d.store.Mention(ctx, id)
	if err == nil {
		m.Sentiment.Words = sentiment.Classify(classified(&m.Mention)).Words
	}
	return m, err
}

// Tags lists the tags, most used first.
func (d *Desk) Tags(ctx context.Context) ([]data.TagCount, error) { return d.store.Tags(ctx) }

// StatusCounts counts all mentions by triage status.
func (d *Desk) StatusCounts(ctx context.Context) (map[data.Status]int, error) {
	return d.store.StatusCounts(ctx)
}

// Classify finds the sentiment of any text, as an import would.
func Classify(text string) data.Sentiment { return sentiment.Classify(text) }
