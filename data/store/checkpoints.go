package store

import (
	"bytes"
	"compress/flate"
	"context"
	"database/sql"
	"io"
	"time"

	"vedetta/data"
)

// Checkpoint is the state of the detectors before the first mention of a day.
type Checkpoint struct {
	Day      int64 // since 1970, in UTC
	Mentions int   // before that day
	Negative int   // of them
}

// Checkpoints lists those of a setup, oldest first.
func (s *Store) Checkpoints(ctx context.Context, setup uint64) ([]Checkpoint, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT day, mentions, negative FROM checkpoints WHERE setup = ? ORDER BY day`, int64(setup))
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []Checkpoint
	err = each(rows, func() error {
		var c Checkpoint
		err := rows.Scan(&c.Day, &c.Mentions, &c.Negative)
		out = append(out, c)
		return err
	})
	return out, explain(err, s.path)
}

// CheckpointState reads the state of a day.
func (s *Store) CheckpointState(ctx context.Context, day int64) ([]byte, error) {
	var packed []byte
	if err := s.reader.QueryRowContext(ctx, `SELECT state FROM checkpoints WHERE day = ?`, day).Scan(&packed); err != nil {
		return nil, explain(err, s.path)
	}
	return io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
}

// SaveCheckpoint adds a checkpoint.
func (s *Store) SaveCheckpoint(ctx context.Context, setup uint64, c Checkpoint, state []byte) error {
	packed, err := pack(state)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO checkpoints (day, setup, mentions, negative, state) VALUES (?, ?, ?, ?, ?)`,
			c.Day, int64(setup), c.Mentions, c.Negative, packed)
		return err
	})
}

// DropCheckpoints removes the checkpoints after a day, those of other setups,
// and of the old ones those that are not kept for long.
func (s *Store) DropCheckpoints(ctx context.Context, setup uint64, after, newest int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM checkpoints WHERE day > ? OR setup <> ?
			OR day < ? - ? AND day % 7 <> 0 OR day < ? - ? AND day % 28 <> 0`,
			after, int64(setup), newest, checkpointsDaily, newest, checkpointsWeekly)
		return err
	})
}

// ForgetCheckpoints removes the checkpoints that a change at a moment makes
// worthless.
func (s *Store) ForgetCheckpoints(ctx context.Context, changed time.Time) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM checkpoints WHERE day > ?`, floorDiv(unixOr(changed, -1<<62), 86400))
		return err
	})
}

// How many days back checkpoints are kept for every day, and for every week;
// beyond that, for every fourth week.
const (
	checkpointsDaily  = 14
	checkpointsWeekly = 182
)

// KeepsCheckpoint tells whether a day's checkpoint is kept, seen from the
// newest day.
func KeepsCheckpoint(day, newest int64) bool {
	switch age := newest - day; {
	case age <= checkpointsDaily:
		return true
	case age <= checkpointsWeekly:
		return day%7 == 0
	}
	return day%28 == 0
}

func pack(state []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(state); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// DayCount is what a day in UTC holds.
type DayCount struct {
	Day                int64 // since 1970
	Mentions, Negative int
}

// DayCounts counts the mentions by day in UTC, oldest first.
func (s *Store) DayCounts(ctx context.Context) ([]DayCount, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT (hour - ((hour % 24) + 24) % 24) / 24, sum(n), sum(CASE WHEN label = ? THEN n ELSE 0 END)
		FROM agg_hour WHERE source_id = 0 AND n > 0 GROUP BY 1 ORDER BY 1`, data.Negative) // source 0: all of them
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []DayCount
	err = each(rows, func() error {
		var d DayCount
		err := rows.Scan(&d.Day, &d.Mentions, &d.Negative)
		out = append(out, d)
		return err
	})
	return out, explain(err, s.path)
}

// SaveGaps puts gaps in the place of those that end after a moment.
func (s *Store) SaveGaps(ctx context.Context, since time.Time, gaps []data.Period) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM gaps WHERE to_at > ?`, unixOr(since, -1<<62)); err != nil {
			return err
		}
		for _, g := range gaps {
			if _, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO gaps VALUES (?, ?)`, g.From.Unix(), g.To.Unix()); err != nil {
				return err
			}
		}
		return nil
	})
}

// Gaps lists the times without data, oldest first.
func (s *Store) Gaps(ctx context.Context) ([]data.Period, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT from_at, to_at FROM gaps ORDER BY from_at`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Period
	err = each(rows, func() error {
		var from, to int64
		err := rows.Scan(&from, &to)
		out = append(out, data.Period{From: time.Unix(from, 0).UTC(), To: time.Unix(to, 0).UTC()})
		return err
	})
	return out, explain(err, s.path)
}
