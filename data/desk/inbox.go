package desk

import (
	"context"

	"vedetta/data"
)

// Page lists mentions newest first, ids below before (0: from the newest),
// at most n.
func (d *Desk) Page(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error) {
	rows, err := d.store.Page(ctx, f, before, n)
	return d.withDue(ctx, rows, err)
}

// Count counts mentions no further than limit+1.
func (d *Desk) Count(ctx context.Context, f data.Filter, limit int) (int, error) {
	return d.store.Count(ctx, f, limit)
}

// Mention reads everything about one mention, with the words that decided and
// those to watch.
func (d *Desk) Mention(ctx context.Context, id data.ID) (data.Detail, error) {
	m, err := d.store.Mention(ctx, id)
	if err != nil {
		return m, err
	}
	l := d.labels.Load()
	explained := m.Mention
	l.explain(&explained)
	m.Sentiment.Words = explained.Sentiment.Words
	m.Watched = l.watch.Find(classified(&m.Mention), m.Sentiment.Lang)
	return m, nil
}

// Tags lists the tags, most used first.
func (d *Desk) Tags(ctx context.Context) ([]data.TagCount, error) { return d.store.Tags(ctx) }

// StatusCounts counts all mentions by triage status.
func (d *Desk) StatusCounts(ctx context.Context) (map[data.Status]int, error) {
	return d.store.StatusCounts(ctx)
}

// Author tells what there is of an author: a handle or a name.
func (d *Desk) Author(ctx context.Context, author string) (data.AuthorCard, error) {
	return d.store.Author(ctx, author)
}
