package store

import (
	"context"
	"database/sql"
	"time"

	"vedetta/data"
)

// SentAfter lists the answers that were written here and sent since a moment.
func (s *Store) SentAfter(ctx context.Context, since time.Time) ([]data.Reply, error) {
	out, err := repliesWhere(ctx, s.reader, `state = 'sent' AND sent_at >= ? AND import_id = 0`, since.Unix())
	return out, explain(err, s.path)
}

func repliesWhere(ctx context.Context, q querier, where string, args ...any) (out []data.Reply, err error) {
	rows, err := q.QueryContext(ctx, `SELECT `+replyColumns+` FROM replies WHERE `+where, args...)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		r, err := scanReply(rows)
		out = append(out, r)
		return err
	})
	return out, err
}

// recogniseAnswer finds the answer that an export tells of among those that
// were written here. One that still waited to be sent was sent, then: fresh
// tells of that.
func (w *batchWriter) recogniseAnswer(ctx context.Context, id data.ID, a *data.Answer) (ours, fresh bool, err error) {
	written, err := repliesWhere(ctx, w.tx, `mention_id = ? AND import_id = 0 AND text <> ''`, id)
	if err != nil {
		return false, false, err
	}
	for _, r := range written {
		if !data.SameReply(a.Text, r.Text) {
			continue
		}
		if r.State == data.ReplySent {
			return true, false, nil
		}
		r.State, r.SentAt = data.ReplySent, a.SentAt
		if r.SentAt.IsZero() {
			r.SentAt = w.store.clock()
		}
		return true, true, w.store.saveReply(ctx, w.tx, &r)
	}
	return false, false, nil
}

// foundAt notes where a sent reply can be read, unless that is known.
func foundAt(ctx context.Context, tx *sql.Tx, reply int64, url string) error {
	_, err := tx.ExecContext(ctx, `UPDATE replies SET url = ? WHERE id = ? AND url = ''`, url, reply)
	return err
}
