package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"vedetta/data"
)

// Mention reads everything about one mention, author history included. The
// deciding words of its sentiment are not stored: the caller fills them in.
func (s *Store) Mention(ctx context.Context, id data.ID) (data.Detail, error) {
	d, err := s.evidence(ctx, id)
	if errors.Is(err, sql.ErrNoRows) {
		return d, data.Errorf(data.ErrNotFound, "mention %d", id)
	}
	for _, part := range []func(context.Context, *data.Detail) error{
		s.details, s.triage, s.mentionTags, s.snapshots, s.replies, s.authorHistory,
	} {
		if err == nil {
			err = part(ctx, &d)
		}
	}
	return d, explain(err, s.path)
}

func (s *Store) evidence(ctx context.Context, id data.ID) (data.Detail, error) {
	d := data.Detail{}
	m := &d.Mention
	var source int64
	e, found := &m.Engagement, &m.Sentiment
	var complaint int64
	err := s.reader.QueryRowContext(ctx, `SELECT id, source_id, external_id, import_id, line, url, author, handle, title, text, published_raw,
		lang, rating, likes, replies, shares, views, reach, model_label, score, confidence, label, status,
		model_id, complaint, watched FROM mentions WHERE id = ?`, id).
		Scan(&m.ID, &source, &m.ExternalID, &m.Import, &m.Line, &m.URL, &m.Author.Name, &m.Author.Handle, &m.Title, &m.Text, &m.PublishedRaw,
			&m.Lang, &m.Rating, &e.Likes, &e.Replies, &e.Shares, &e.Views, &e.Reach,
			&found.Label, &found.Score, &found.Confidence, &d.Label, &d.Status,
			&found.Model, &complaint, &found.Watched)
	m.Source, m.PublishedAt, m.Author.Followers = s.sourceName(source), publishedAt(m.ID), data.Unknown
	found.Lang, found.Rated, found.P = m.Lang, m.Rating > 0, found.Probabilities()
	found.Complaint = share(complaint)
	return d, err
}

func (s *Store) details(ctx context.Context, d *data.Detail) error {
	var extras string
	err := s.reader.QueryRowContext(ctx, `SELECT author_key, followers, in_reply_to, source_sentiment, extras
		FROM mention_details WHERE mention_id = ?`, d.ID).
		Scan(&d.Author.ID, &d.Author.Followers, &d.InReplyTo, &d.SourceSentiment, &extras)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil || extras == "" {
		return err
	}
	return json.Unmarshal([]byte(extras), &d.Extras)
}

func (s *Store) triage(ctx context.Context, d *data.Detail) error {
	until, err := s.snoozedUntil(ctx, d.ID)
	if err != nil {
		return err
	}
	d.Snoozed = until
	err = s.reader.QueryRowContext(ctx, `SELECT override, starred, note, priority FROM triage WHERE mention_id = ?`, d.ID).
		Scan(&d.Override, &d.Starred, &d.Note, &d.Priority)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

func (s *Store) mentionTags(ctx context.Context, d *data.Detail) error {
	rows, err := s.reader.QueryContext(ctx, `SELECT name FROM mention_tags JOIN tags ON tags.id = tag_id WHERE mention_id = ? ORDER BY name`, d.ID)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var t string
		err := rows.Scan(&t)
		d.Tags = append(d.Tags, t)
		return err
	})
}

// snapshots are the earlier engagements of a mention, each where it changed.
func (s *Store) snapshots(ctx context.Context, d *data.Detail) error {
	all, err := observations(ctx, s.reader, d.ID)
	if err != nil {
		return err
	}
	now := data.NoEngagement
	for _, o := range all {
		next := merge(now, o.Engagement)
		if next != now {
			d.Snapshots = append(d.Snapshots, data.Snapshot{SeenAt: timeOrZero(o.seenAt), Engagement: next})
		}
		now = next
	}
	if len(d.Snapshots) < 2 {
		d.Snapshots = nil // what is shown is all that was seen
		return nil
	}
	d.Snapshots = d.Snapshots[:len(d.Snapshots)-1]
	return nil
}

// maxHistory bounds the author history: beyond it the exact number says no more.
const maxHistory = 500

// authorHistory counts what else the author wrote at the same source.
func (s *Store) authorHistory(ctx context.Context, d *data.Detail) error {
	from, args := byAuthor(d.ID, d.Author)
	if from == "" {
		return nil
	}
	args = append(append([]any{data.Negative}, args...), d.ID, maxHistory)
	return s.reader.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(label = ?), 0) FROM (
		SELECT m.label FROM `+from+` AND m.id <> ? LIMIT ?)`, args...).Scan(&d.AuthorMentions, &d.AuthorNegative)
}

// byAuthor is the FROM and WHERE that give the mentions m that the author of
// one wrote at the same source; empty for an author without a name. The search
// index finds the name; equality is checked on the rows.
func byAuthor(id data.ID, a data.Author) (from string, args []any) {
	name, column := a.Handle, "handle"
	if name == "" {
		name, column = a.Name, "author"
	}
	if name == "" {
		return "", nil
	}
	return `search CROSS JOIN mentions m ON m.id = search.rowid
		WHERE search MATCH ? AND m.` + column + ` = ? AND m.source_id = (SELECT source_id FROM mentions WHERE id = ?)`,
		[]any{column + " : " + quote(name), name, id}
}
