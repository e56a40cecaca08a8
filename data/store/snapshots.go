package store

import (
	"context"
	"database/sql"
	"time"

	"vedetta/data"
)

// A mention that was seen once has its engagement in its row alone. Seen again
// at another time, every observation becomes a snapshot, and the row shows
// what follows from all of them. So it does not matter in which order exports
// come, and undoing an import takes just its own observations away.

type observation struct {
	seenAt, importID int64
	data.Engagement
}

// observe adds an observation of a mention's engagement; false if it changes
// nothing that is shown.
func (w *batchWriter) observe(ctx context.Context, k Known, e data.Engagement, seenAt int64) (changed bool, err error) {
	if k.tells(e, seenAt) {
		return false, nil
	}
	all, err := observations(ctx, w.tx, k.ID)
	if err != nil {
		return false, err
	}
	if len(all) == 0 {
		first := observation{k.seenAt, k.importID, k.Engagement}
		if err := saveObservation(ctx, w.tx, k.ID, first); err != nil {
			return false, err
		}
		all = append(all, first)
	}
	for _, o := range all {
		if o.seenAt == seenAt && merge(o.Engagement, e) == o.Engagement {
			return false, nil
		}
	}
	if err := saveObservation(ctx, w.tx, k.ID, observation{seenAt, w.importID, e}); err != nil {
		return false, err
	}
	return merge(k.Engagement, e) != k.Engagement, w.store.settleEngagement(ctx, w.tx, k.ID)
}

// seenAtOf is when a mention's engagement was seen: an export of a workspace
// tells, for all others it is the time of the file.
func seenAtOf(m *data.Mention, file int64) int64 {
	if at, told := m.Work.LastSeen(); told {
		return at.Unix()
	}
	return file
}

// tells whether what is known of a mention holds an observation already.
func (k Known) tells(e data.Engagement, seenAt int64) bool {
	return e == data.NoEngagement || seenAt == k.seenAt && merge(k.Engagement, e) == k.Engagement
}

// observations lists a mention's snapshots, the newest last; of one moment the
// larger counts.
func observations(ctx context.Context, q querier, id data.ID) ([]observation, error) {
	rows, err := q.QueryContext(ctx, `SELECT seen_at, import_id, likes, replies, shares, views, reach FROM snapshots
		WHERE mention_id = ? ORDER BY seen_at, likes, replies, shares, views, reach`, id)
	if err != nil {
		return nil, err
	}
	var out []observation
	return out, each(rows, func() error {
		var o observation
		err := rows.Scan(&o.seenAt, &o.importID, &o.Likes, &o.Replies, &o.Shares, &o.Views, &o.Reach)
		out = append(out, o)
		return err
	})
}

func saveObservation(ctx context.Context, tx *sql.Tx, id data.ID, o observation) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO snapshots (mention_id, seen_at, import_id, likes, replies, shares, views, reach)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, id, o.seenAt, o.importID, o.Likes, o.Replies, o.Shares, o.Views, o.Reach)
	return err
}

// settleEngagement makes the mention's row show what its snapshots say.
func (s *Store) settleEngagement(ctx context.Context, tx *sql.Tx, id data.ID) error {
	all, err := observations(ctx, tx, id)
	if err != nil || len(all) == 0 {
		return err
	}
	now := data.NoEngagement
	for _, o := range all {
		now = merge(now, o.Engagement)
	}
	return setEngagement(ctx, tx, s.Zone(), id, now, all[len(all)-1].seenAt)
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
