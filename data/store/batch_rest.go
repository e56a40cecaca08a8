package store

import (
	"context"
	"encoding/json"
	"time"

	"vedetta/data"
)

// rest stores what only some mentions have beside their row.
func (w *batchWriter) rest(ctx context.Context, m *data.Mention) error {
	if m.Answer != nil {
		if _, err := w.saveAnswer(ctx, m.ID, m.Answer); err != nil {
			return err
		}
	}
	if m.Work != nil {
		if err := w.restore(ctx, m); err != nil {
			return err
		}
	}
	if m.Ours != nil && m.Ours.Reply > 0 {
		if err := foundAt(ctx, w.tx, m.Ours.Reply, m.URL); err != nil {
			return err
		}
	}
	a := &m.Author
	if a.ID == "" && a.Followers == data.Unknown && m.InReplyTo == "" && m.SourceSentiment == "" && len(m.Extras) == 0 {
		return nil
	}
	extras := ""
	if len(m.Extras) > 0 {
		j, err := json.Marshal(m.Extras)
		if err != nil {
			return err
		}
		extras = string(j)
	}
	_, err := w.tx.ExecContext(ctx, `INSERT INTO mention_details VALUES (?, ?, ?, ?, ?, ?)`,
		m.ID, a.ID, a.Followers, m.InReplyTo, m.SourceSentiment, extras)
	return err
}

// saveAnswer keeps our answer as the export tells it, or recognises one that
// was written here; false if it says nothing new.
func (w *batchWriter) saveAnswer(ctx context.Context, id data.ID, a *data.Answer) (bool, error) {
	ours, fresh, err := w.recogniseAnswer(ctx, id, a)
	if ours || err != nil {
		return fresh, err
	}
	res, err := w.tx.ExecContext(ctx, `INSERT INTO replies (mention_id, state, text, sent_at, import_id)
		VALUES (?, 'sent', ?, ?, ?) ON CONFLICT DO NOTHING`, id, a.Text, unixOrZero(a.SentAt), w.importID)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}

// refresh notes that a mention was here, brings its engagement up to date and
// adds an answer that was given since, and work if it has none.
func (w *batchWriter) refresh(ctx context.Context, m *data.Mention, k Known) error {
	w.counts.Known++
	w.again = append(w.again, Origin{ID: k.ID, Line: m.Line})
	answered, err := w.refreshAnswer(ctx, m, k)
	if err != nil {
		return err
	}
	seen, err := w.observe(ctx, k, m.Engagement, seenAtOf(m, w.seenAt))
	if err != nil {
		return err
	}
	filled, err := w.fill(ctx, k.ID, m)
	if answered || seen || filled {
		w.counts.Updated++
	}
	return err
}

func (w *batchWriter) refreshAnswer(ctx context.Context, m *data.Mention, k Known) (bool, error) {
	if m.Answer == nil {
		return false, nil
	}
	added, err := w.saveAnswer(ctx, k.ID, m.Answer)
	if err != nil || !added {
		return false, err
	}
	return true, w.markReplied(ctx, k.ID)
}

// markReplied sets the status that an answer of ours brings, unless the
// person has already decided about it.
func (w *batchWriter) markReplied(ctx context.Context, id data.ID) error {
	var touched bool
	err := w.tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM triage WHERE mention_id = ?)`, id).Scan(&touched)
	if err != nil || touched {
		return err
	}
	row, err := readProjection(ctx, w.tx, id)
	if err != nil {
		return err
	}
	next := row
	next.status = data.StatusReplied
	return project(ctx, w.tx, w.store.Zone(), id, row, next)
}

func unixOrZero(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

func timeOrZero(sec int64) time.Time {
	if sec == 0 {
		return time.Time{}
	}
	return time.Unix(sec, 0).UTC()
}
