package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"vedetta/data"
)

// snoozing restricts to mentions that are put off, or to those that are not.
func (q *query) snoozing(s data.Snoozing, now int64) {
	switch s {
	case data.OnlySnoozed:
		q.and("m.id IN (SELECT mention_id FROM snoozed WHERE until_at > ?)", now)
	case data.NotSnoozed:
		q.and("NOT EXISTS (SELECT 1 FROM snoozed z WHERE z.mention_id = m.id AND z.until_at > ?)", now)
	}
}

// Snooze puts mentions off until a moment; the zero time takes that back. It
// returns until when each was put off before, zero where it was not.
func (s *Store) Snooze(ctx context.Context, ids []data.ID, until time.Time) (map[data.ID]time.Time, error) {
	wanted := make(map[data.ID]time.Time, len(ids))
	for _, id := range ids {
		wanted[id] = until
	}
	return s.SetSnoozed(ctx, wanted)
}

// SetSnoozed puts each mention off until its own moment and returns what was
// before, as it takes it.
func (s *Store) SetSnoozed(ctx context.Context, wanted map[data.ID]time.Time) (map[data.ID]time.Time, error) {
	before := map[data.ID]time.Time{}
	ids := make([]data.ID, 0, len(wanted))
	for id := range wanted {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, id := range ids {
			var was int64
			err := tx.QueryRowContext(ctx, `SELECT coalesce((SELECT until_at FROM snoozed WHERE mention_id = m.id), 0)
				FROM mentions m WHERE id = ?`, id).Scan(&was)
			if errors.Is(err, sql.ErrNoRows) {
				continue // gone with its import since the person saw it
			}
			if err != nil {
				return err
			}
			if err := putOff(ctx, tx, id, wanted[id]); err != nil {
				return err
			}
			before[id] = timeOrZero(was)
		}
		return nil
	})
	return before, err
}

func putOff(ctx context.Context, tx *sql.Tx, id data.ID, until time.Time) error {
	if until.IsZero() {
		_, err := tx.ExecContext(ctx, `DELETE FROM snoozed WHERE mention_id = ?`, id)
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO snoozed VALUES (?, ?)`, id, until.Unix())
	return err
}

// snoozedUntil is until when a mention is put off; zero if it is not, or back.
func (s *Store) snoozedUntil(ctx context.Context, id data.ID) (time.Time, error) {
	var until int64
	err := s.reader.QueryRowContext(ctx, `SELECT coalesce((SELECT until_at FROM snoozed WHERE mention_id = ? AND until_at > ?), 0)`,
		id, s.clock().Unix()).Scan(&until)
	return timeOrZero(until), err
}

// Snoozed counts the mentions that are put off by triage status, and tells when
// the next of them comes back.
func (s *Store) Snoozed(ctx context.Context) (data.Snoozed, error) {
	out := data.Snoozed{Statuses: map[data.Status]int{}}
	rows, err := s.reader.QueryContext(ctx, `SELECT m.status, count(*), min(z.until_at) FROM snoozed z JOIN mentions m ON m.id = z.mention_id
		WHERE z.until_at > ? GROUP BY 1`, s.clock().Unix())
	if err != nil {
		return out, explain(err, s.path)
	}
	err = each(rows, func() error {
		var st data.Status
		var n int
		var next int64
		err := rows.Scan(&st, &n, &next)
		out.Statuses[st] = n
		if at := timeOrZero(next); out.Next.IsZero() || at.Before(out.Next) {
			out.Next = at
		}
		return err
	})
	return out, explain(err, s.path)
}
