package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

const replyColumns = `id, mention_id, state, text, template, url, sent_at, changed_at, import_id > 0`

func scanReply(row interface{ Scan(...any) error }) (r data.Reply, err error) {
	var sentAt, changedAt int64
	err = row.Scan(&r.ID, &r.Mention, &r.State, &r.Text, &r.Template, &r.URL, &sentAt, &changedAt, &r.Imported)
	r.SentAt, r.ChangedAt = timeOrZero(sentAt), timeOrZero(changedAt)
	return r, err
}

func (s *Store) replies(ctx context.Context, d *data.Detail) error {
	var err error
	d.Replies, err = repliesWhere(ctx, s.reader, `mention_id = ? ORDER BY id`, d.ID)
	return err
}

// underway is the reply to a mention that is still being worked on; its id is
// 0 when there is none.
func underway(ctx context.Context, q querier, id data.ID) (data.Reply, error) {
	r, err := scanReply(q.QueryRowContext(ctx, `SELECT `+replyColumns+` FROM replies
		WHERE mention_id = ? AND state <> ? AND import_id = 0 ORDER BY id DESC LIMIT 1`, id, data.ReplySent))
	if errors.Is(err, sql.ErrNoRows) {
		return data.Reply{Mention: id, State: data.ReplyDraft}, nil
	}
	return r, err
}

// SaveDraft keeps the text of the reply that is being written to a mention and
// gives the reply as it was before. A reply without text and without earlier
// wordings is gone.
func (s *Store) SaveDraft(ctx context.Context, id data.ID, text, template string) (before data.Reply, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if before, err = underway(ctx, tx, id); err != nil {
			return err
		}
		r := before
		r.Text, r.Template = text, template
		return s.saveReply(ctx, tx, &r)
	})
	return before, err
}

// saveReply stores a reply as it is, a new one with the id that it gets.
func (s *Store) saveReply(ctx context.Context, tx *sql.Tx, r *data.Reply) error {
	now := s.clock().Unix()
	switch {
	case r.ID == 0 && r.Text == "":
		return nil
	case r.ID == 0:
		err := tx.QueryRowContext(ctx, `INSERT INTO replies (mention_id, state, text, template, url, sent_at, changed_at)
			SELECT id, ?, ?, ?, ?, ?, ? FROM mentions WHERE id = ? RETURNING id`,
			r.State, r.Text, r.Template, r.URL, unixOrZero(r.SentAt), now, r.Mention).Scan(&r.ID)
		if errors.Is(err, sql.ErrNoRows) {
			return data.Errorf(data.ErrNotFound, "mention %d", r.Mention)
		}
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO replies (id, mention_id, state, text, template, url, sent_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET state = excluded.state, text = excluded.text, template = excluded.template,
			url = excluded.url, sent_at = excluded.sent_at, changed_at = excluded.changed_at`,
		r.ID, r.Mention, r.State, r.Text, r.Template, r.URL, unixOrZero(r.SentAt), now)
	if err != nil || r.Text != "" {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM replies WHERE id = ? AND NOT EXISTS (SELECT 1 FROM reply_versions WHERE reply_id = id)`, r.ID)
	return err
}

// wordingsKept bounds the earlier wordings of one reply.
const wordingsKept = 20

// KeepWording remembers the text of the reply under way to a mention before it
// is written over.
func (s *Store) KeepWording(ctx context.Context, id data.ID) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		r, err := underway(ctx, tx, id)
		if err != nil || r.Text == "" {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO reply_versions (reply_id, saved_at, text) VALUES (?, ?, ?)
			ON CONFLICT (reply_id, text) DO UPDATE SET saved_at = excluded.saved_at`, r.ID, s.clock().Unix(), r.Text)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM reply_versions WHERE reply_id = ? AND id NOT IN
			(SELECT id FROM reply_versions WHERE reply_id = ? ORDER BY saved_at DESC, id DESC LIMIT ?)`, r.ID, r.ID, wordingsKept)
		return err
	})
}

// Wordings are the earlier texts of the reply under way to a mention, newest
// first.
func (s *Store) Wordings(ctx context.Context, id data.ID) ([]data.Wording, error) {
	r, err := underway(ctx, s.reader, id)
	if err != nil || r.ID == 0 {
		return nil, explain(err, s.path)
	}
	rows, err := s.reader.QueryContext(ctx, `SELECT saved_at, text FROM reply_versions WHERE reply_id = ? ORDER BY saved_at DESC, id DESC`, r.ID)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Wording
	err = each(rows, func() error {
		var w data.Wording
		var at int64
		err := rows.Scan(&at, &w.Text)
		w.SavedAt = timeOrZero(at)
		out = append(out, w)
		return err
	})
	return out, explain(err, s.path)
}
