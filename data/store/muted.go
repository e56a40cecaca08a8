package store

import (
	"context"
	"database/sql"
	"time"

	"vedetta/data"
)

// mutedKey is how an author stands in muted_authors: handle, else name.
const mutedKey = "(CASE WHEN m.handle <> '' THEN m.handle ELSE m.author END)"

// muting restricts to mentions of muted authors, or to those of others. While
// nobody is muted the question costs nothing.
func (q *query) muting(s *Store, m data.Muting) {
	switch {
	case m == data.OnlyMuted:
		q.and("EXISTS (SELECT 1 FROM muted_authors a WHERE a.author = " + mutedKey + ")")
	case m == data.NotMuted && s.anyMuted.Load():
		q.and("NOT EXISTS (SELECT 1 FROM muted_authors a WHERE a.author = " + mutedKey + ")")
	}
}

// loadMuted notes whether anybody is muted.
func (s *Store) loadMuted(ctx context.Context) error {
	var some bool
	err := s.reader.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM muted_authors)`).Scan(&some)
	s.anyMuted.Store(some)
	return err
}

// Mute leaves an author out of the open views; since tells when, zero takes it
// back. It returns what was before.
func (s *Store) Mute(ctx context.Context, author string, since time.Time) (before time.Time, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var at int64
		if err := tx.QueryRowContext(ctx, `SELECT coalesce((SELECT muted_at FROM muted_authors WHERE author = ?), 0)`, author).Scan(&at); err != nil {
			return err
		}
		before = timeOrZero(at)
		return mute(ctx, tx, author, since)
	})
	if err != nil {
		return before, err
	}
	return before, explain(s.loadMuted(ctx), s.path)
}

func mute(ctx context.Context, tx *sql.Tx, author string, since time.Time) error {
	if since.IsZero() {
		_, err := tx.ExecContext(ctx, `DELETE FROM muted_authors WHERE author = ?`, author)
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO muted_authors VALUES (?, ?) ON CONFLICT (author) DO NOTHING`, author, since.Unix())
	return err
}

// Muted lists the muted authors, the last one first.
func (s *Store) Muted(ctx context.Context) ([]data.MutedAuthor, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT author, muted_at,
		(SELECT count(*) FROM mentions m WHERE m.handle = a.author COLLATE NOCASE OR m.handle = '' AND m.author = a.author COLLATE NOCASE)
		FROM muted_authors a ORDER BY muted_at DESC, author`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.MutedAuthor
	err = each(rows, func() error {
		var a data.MutedAuthor
		var at int64
		err := rows.Scan(&a.Author, &at, &a.Mentions)
		a.MutedAt = timeOrZero(at)
		out = append(out, a)
		return err
	})
	return out, explain(err, s.path)
}
