package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"vedetta/data"
)

// exportChunk is how many mentions are completed together with what stands in
// other tables.
const exportChunk = 1000

// exportColumns are read for every mention, details and triage included.
const exportColumns = `m.id, m.source_id, m.external_id, m.url, m.author, m.handle, m.title, m.text, m.published_raw,
	m.lang, m.rating, m.likes, m.replies, m.shares, m.views, m.reach, m.seen_at, m.model_label, m.score, m.confidence, m.status,
	d.author_key, d.followers, d.in_reply_to, d.source_sentiment, d.extras, t.override, t.starred, t.note, t.changed_at, coalesce(t.priority, 0)`

// Export hands all mentions of a filter to take, newest first, each with its
// Work, as they were at one moment: imports meanwhile do not mix in. The
// mention is take's only until it returns. An error of take ends it.
func (s *Store) Export(ctx context.Context, f data.Filter, take func(*data.Mention) error) error {
	ids, args, err := s.exportIDs(ctx, f)
	if err != nil {
		return err
	}
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(err, s.path)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	rows, err := tx.QueryContext(ctx, `SELECT `+exportColumns+` FROM (`+ids+`) page CROSS JOIN mentions m ON m.id = page.id
		LEFT JOIN mention_details d ON d.mention_id = m.id LEFT JOIN triage t ON t.mention_id = m.id`, args...)
	if err != nil {
		return explain(err, s.path)
	}
	e := exporter{store: s, tx: tx, take: take}
	err = each(rows, func() error {
		if err := e.read(rows); err != nil || len(e.chunk) < exportChunk {
			return err
		}
		return e.flush(ctx)
	})
	if err == nil {
		err = e.flush(ctx)
	}
	return explain(err, s.path)
}

// mostSorted is how many ids the inbox index may give: they are sorted in
// memory, while a walk over the whole table gives them in order.
const mostSorted = 100_000

// exportIDs is the SQL that gives the ids of a filter, newest first.
func (s *Store) exportIDs(ctx context.Context, f data.Filter) (string, []any, error) {
	const all = -1 // SQLite's "no limit"
	q := s.compile(f)
	if q.indexed {
		n, err := s.Count(ctx, f, mostSorted)
		if err != nil {
			return "", nil, err
		}
		q.indexed = n <= mostSorted
	}
	ids, args := q.ids(0, all)
	return ids, args, nil
}

// exporter gathers mentions to chunks.
type exporter struct {
	store *Store
	tx    *sql.Tx
	take  func(*data.Mention) error
	chunk []data.Mention
}

func (e *exporter) read(rows *sql.Rows) error {
	m := data.Mention{Work: &data.Work{}}
	var source, seenAt int64
	var authorID, inReplyTo, sentiment, extras, note sql.NullString
	var followers, changedAt sql.NullInt64
	var starred sql.NullBool
	n, w := &m.Engagement, m.Work
	err := rows.Scan(&m.ID, &source, &m.ExternalID, &m.URL, &m.Author.Name, &m.Author.Handle, &m.Title, &m.Text, &m.PublishedRaw,
		&m.Lang, &m.Rating, &n.Likes, &n.Replies, &n.Shares, &n.Views, &n.Reach, &seenAt,
		&m.Sentiment.Label, &m.Sentiment.Score, &m.Sentiment.Confidence, &w.Status,
		&authorID, &followers, &inReplyTo, &sentiment, &extras, &w.Override, &starred, &note, &changedAt, &w.Priority)
	if err != nil {
		return err
	}
	if n := len(e.chunk); n > 0 && e.chunk[n-1].ID <= m.ID {
		return fmt.Errorf("mention %d came after %d", m.ID, e.chunk[n-1].ID) // what belongs to it would not be found
	}
	m.Source, m.PublishedAt, m.Sentiment.Lang = e.store.sourceName(source), publishedAt(m.ID), m.Lang
	m.Author.ID, m.InReplyTo, m.SourceSentiment = authorID.String, inReplyTo.String, sentiment.String
	if m.Author.Followers = data.Unknown; followers.Valid {
		m.Author.Followers = followers.Int64
	}
	w.Starred, w.Note, w.ChangedAt = starred.Bool, note.String, timeOrZero(changedAt.Int64)
	w.Seen = []data.Snapshot{{SeenAt: timeOrZero(seenAt), Engagement: m.Engagement}}
	e.chunk = append(e.chunk, m)
	if extras.String == "" {
		return nil
	}
	return json.Unmarshal([]byte(extras.String), &e.chunk[len(e.chunk)-1].Extras)
}

// flush completes the chunk and hands it on.
func (e *exporter) flush(ctx context.Context) error {
	if len(e.chunk) == 0 {
		return nil
	}
	for _, part := range []func(context.Context) error{e.tags, e.issues, e.replies, e.snapshots} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	for i := range e.chunk {
		if err := e.take(&e.chunk[i]); err != nil {
			return err
		}
	}
	clear(e.chunk) // let go of the texts
	e.chunk = e.chunk[:0]
	return nil
}

// tags and the other parts ask for all between the first and the last id of
// the chunk: one walk over an index instead of a thousand look-ups.
func (e *exporter) tags(ctx context.Context) error {
	var name string
	return e.add(ctx, `SELECT mention_id, name FROM mention_tags INDEXED BY mention_tags_mention JOIN tags ON tags.id = tag_id
		WHERE mention_id BETWEEN ? AND ? ORDER BY mention_id, name`, []any{&name},
		func(m *data.Mention) { m.Work.Tags = append(m.Work.Tags, name) })
}

func (e *exporter) issues(ctx context.Context) error {
	var mark data.IssueMark
	return e.add(ctx, `SELECT mention_id, title, severity FROM issue_mentions INDEXED BY issue_mentions_mention JOIN issues ON issues.id = issue_id
		WHERE mention_id BETWEEN ? AND ? ORDER BY mention_id, issue_id`, []any{&mark.Title, &mark.Severity},
		func(m *data.Mention) { m.Work.Issues = append(m.Work.Issues, mark) })
}

func (e *exporter) replies(ctx context.Context) error {
	var imported bool
	var r data.Reply
	var sentAt int64
	return e.add(ctx, `SELECT mention_id, import_id > 0, state, text, url, sent_at FROM replies
		WHERE mention_id BETWEEN ? AND ? ORDER BY mention_id, id`, []any{&imported, &r.State, &r.Text, &r.URL, &sentAt},
		func(m *data.Mention) {
			if r.SentAt = timeOrZero(sentAt); imported {
				m.Answer = &data.Answer{Text: r.Text, SentAt: r.SentAt}
				return
			}
			m.Work.Replies = append(m.Work.Replies, r)
		})
}

func (e *exporter) snapshots(ctx context.Context) error {
	var seenAt int64
	var s data.Snapshot
	last := data.ID(0)
	return e.add(ctx, `SELECT mention_id, seen_at, likes, replies, shares, views, reach FROM snapshots WHERE mention_id BETWEEN ? AND ?
		ORDER BY mention_id, seen_at, likes, replies, shares, views, reach`,
		[]any{&seenAt, &s.Likes, &s.Replies, &s.Shares, &s.Views, &s.Reach},
		func(m *data.Mention) {
			if m.ID != last { // its snapshots say it all
				m.Work.Seen, last = nil, m.ID
			}
			s.SeenAt = timeOrZero(seenAt)
			m.Work.Seen = append(m.Work.Seen, s)
		})
}

// add reads rows of which the first value names a mention, and lets fill put
// the others, read into values, where they belong.
func (e *exporter) add(ctx context.Context, query string, values []any, fill func(*data.Mention)) error {
	rows, err := e.tx.QueryContext(ctx, query, e.chunk[len(e.chunk)-1].ID, e.chunk[0].ID)
	if err != nil {
		return err
	}
	var id data.ID
	into := append([]any{&id}, values...)
	return each(rows, func() error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		at, ok := slices.BinarySearchFunc(e.chunk, id, func(m data.Mention, id data.ID) int {
			return cmp.Compare(id, m.ID) // newest first: ids fall
		})
		if ok {
			fill(&e.chunk[at])
		}
		return nil
	})
}
