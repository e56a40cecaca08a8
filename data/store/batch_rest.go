package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"vedetta/data"
)

// complete stores what only some mentions have beside their row.
func (w *batchWriter) complete(ctx context.Context, m *data.Mention) error {
	if m.Answer != nil {
		if _, err := w.saveAnswer(ctx, m.ID, m.Answer); err != nil {
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

// saveAnswer keeps our answer as the export tells it; false if there was one.
func (w *batchWriter) saveAnswer(ctx context.Context, id data.ID, a *data.Answer) (bool, error) {
	res, err := w.tx.ExecContext(ctx, `INSERT INTO replies (mention_id, state, text, sent_at, import_id)
		VALUES (?, 'sent', ?, ?, ?) ON CONFLICT DO NOTHING`, id, a.Text, unixOrZero(a.SentAt), w.importID)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}

// refresh brings a known mention's engagement up to date, with a snapshot of
// what stood there, and adds an answer that was given since.
func (w *batchWriter) refresh(ctx context.Context, m *data.Mention, k Known) error {
	changed, err := w.refreshAnswer(ctx, m, k)
	if err != nil {
		return err
	}
	if merged := merge(k.Engagement, m.Engagement); merged != k.Engagement {
		changed = true
		if err := w.refreshEngagement(ctx, k.ID, merged); err != nil {
			return err
		}
	}
	if changed {
		w.counts.Updated++
	}
	return nil
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

func (w *batchWriter) refreshEngagement(ctx context.Context, id data.ID, e data.Engagement) error {
	_, err := w.tx.ExecContext(ctx, `INSERT INTO snapshots (mention_id, seen_at, import_id, likes, replies, shares, views, reach)
		SELECT id, seen_at, ?, likes, replies, shares, views, reach FROM mentions WHERE id = ?`, w.importID, id)
	if err != nil {
		return err
	}
	return setEngagement(ctx, w.tx, w.store.Zone(), id, e, w.seenAt)
}

// setEngagement writes a mention's newest engagement and keeps the counts of
// reach in step.
func setEngagement(ctx context.Context, tx *sql.Tx, zone *time.Location, id data.ID, e data.Engagement, seenAt int64) error {
	var source, reach int64
	var label data.Label
	err := tx.QueryRowContext(ctx, `SELECT source_id, label, reach FROM mentions WHERE id = ?`, id).Scan(&source, &label, &reach)
	if err != nil {
		return err
	}
	if reach != e.Reach {
		t := newTally(zone)
		t.reach(source, id, label, reach, -1)
		t.reach(source, id, label, e.Reach, +1)
		if err := t.save(ctx, tx); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `UPDATE mentions SET likes = ?, replies = ?, shares = ?, views = ?, reach = ?, seen_at = ? WHERE id = ?`,
		e.Likes, e.Replies, e.Shares, e.Views, e.Reach, seenAt, id)
	return err
}

// merge keeps what is known where the new observation says nothing.
func merge(old, seen data.Engagement) data.Engagement {
	for _, p := range []struct{ old, seen *int64 }{
		{&old.Likes, &seen.Likes},
		{&old.Replies, &seen.Replies},
		{&old.Shares, &seen.Shares},
		{&old.Views, &seen.Views},
		{&old.Reach, &seen.Reach},
	} {
		if *p.seen != data.Unknown {
			*p.old = *p.seen
		}
	}
	return old
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
