package store

import (
	"context"
	"strings"

	"vedetta/data"
)

// Page lists mentions newest first, those with ids below before (0: from the
// newest on), at most n. Paging by id costs the same at any depth.
func (s *Store) Page(ctx context.Context, f data.Filter, before data.ID, n int) ([]data.Row, error) {
	ids, args := s.compile(f).ids(before, n)
	return s.rows(ctx, ids, args, "DESC")
}

// Oldest lists mentions oldest first, at most n.
func (s *Store) Oldest(ctx context.Context, f data.Filter, n int) ([]data.Row, error) {
	q := s.compile(f)
	ids := "SELECT m.id FROM " + q.from + " WHERE " + q.sqlWhere() + " ORDER BY m.id LIMIT ?"
	return s.rows(ctx, ids, append(q.args, n), "ASC")
}

// snippetBytes of a text are read for a row: enough for the runes it shows.
const snippetBytes = "320"

func (s *Store) rows(ctx context.Context, ids string, args []any, order string) ([]data.Row, error) {
	rows, err := s.reader.QueryContext(ctx, `
		SELECT m.id, m.source_id, m.author, m.handle, m.title, substr(m.text, 1, `+snippetBytes+`), m.label, m.status, m.rating, m.reach, m.confidence, m.watched,
			t.override IS NOT NULL, coalesce(t.starred, 0), coalesce(t.priority, 0),
			coalesce((SELECT until_at FROM snoozed WHERE mention_id = m.id), 0),
			(SELECT group_concat(name || char(30) || color, char(31)) FROM mention_tags JOIN tags ON tags.id = tag_id WHERE mention_id = m.id)
		FROM (`+ids+`) page CROSS JOIN mentions m ON m.id = page.id LEFT JOIN triage t ON t.mention_id = m.id
		ORDER BY m.id `+order, args...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Row
	err = each(rows, func() error {
		var r data.Row
		var source int64
		var author data.Author
		var title, text string
		var tags *string
		var snoozed int64
		var found data.Sentiment
		err := rows.Scan(&r.ID, &source, &author.Name, &author.Handle, &title, &text, &r.Label, &r.Status, &r.Rating, &r.Reach, &found.Confidence, &r.Watched,
			&r.Overridden, &r.Starred, &r.Priority, &snoozed, &tags)
		r.Source, r.Author, r.Snippet = s.sourceName(source), author.Shown(), snippet(title, text)
		r.PublishedAt, r.Uncertain = publishedAt(r.ID), !r.Overridden && found.Uncertain()
		r.Snoozed = timeOrZero(snoozed)
		if tags != nil {
			r.Tags, r.TagColors = colored(*tags)
		}
		out = append(out, r)
		return err
	})
	return out, explain(err, s.path)
}

// Count counts mentions, no further than limit+1: "10,000+" is all that a
// person wants to know of a large number.
func (s *Store) Count(ctx context.Context, f data.Filter, limit int) (n int, err error) {
	ids, args := s.compile(f).ids(0, limit+1)
	err = s.reader.QueryRowContext(ctx, "SELECT count(*) FROM ("+ids+")", args...).Scan(&n)
	return n, explain(err, s.path)
}

// IDs gives at most limit ids that the filter means, newest first.
func (s *Store) IDs(ctx context.Context, f data.Filter, limit int) ([]data.ID, error) {
	sql, args := s.compile(f).ids(0, limit)
	return s.ids(ctx, sql, args...)
}

// colored are tags with their colours as rows reads them.
func colored(text string) (tags []string, colors []data.TagColor) {
	for part := range strings.SplitSeq(text, "\x1f") {
		tag, color, _ := strings.Cut(part, "\x1e")
		tags, colors = append(tags, tag), append(colors, data.TagColor(color))
	}
	return tags, colors
}
