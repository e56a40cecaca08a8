package store

import (
	"context"
	"database/sql"
	"time"

	"vedetta/data"
)

// ExpectedPeriods lists the times in which the person expects more than usual,
// the latest first.
func (s *Store) ExpectedPeriods(ctx context.Context) ([]data.ExpectedPeriod, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, from_at, to_at, note, mute FROM expected_periods ORDER BY from_at DESC, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.ExpectedPeriod
	err = each(rows, func() error {
		var e data.ExpectedPeriod
		var from, to int64
		err := rows.Scan(&e.ID, &from, &to, &e.Note, &e.Mute)
		e.Period = data.Period{From: time.Unix(from, 0).UTC(), To: time.Unix(to, 0).UTC()}
		out = append(out, e)
		return err
	})
	return out, explain(err, s.path)
}

// Expect stores a period that the person expects.
func (s *Store) Expect(ctx context.Context, e data.ExpectedPeriod) (id int64, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO expected_periods (from_at, to_at, note, mute) VALUES (?, ?, ?, ?)`,
			e.Period.From.Unix(), e.Period.To.Unix(), e.Note, e.Mute)
		if err != nil {
			return err
		}
		id, err = res.LastInsertId()
		return err
	})
	return id, err
}

// Unexpect takes a period back.
func (s *Store) Unexpect(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM expected_periods WHERE id = ?`, id)
		return err
	})
}

// Rules lists the person's own rules by name.
func (s *Store) Rules(ctx context.Context) ([]data.Rule, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, name, kind, query, window, count, share, reach, enabled FROM rules ORDER BY name, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Rule
	err = each(rows, func() error {
		var r data.Rule
		var window int64
		err := rows.Scan(&r.ID, &r.Name, &r.Kind, &r.Query, &window, &r.Count, &r.Share, &r.Reach, &r.On)
		r.Window = time.Duration(window) * time.Second
		out = append(out, r)
		return err
	})
	return out, explain(err, s.path)
}

// SaveRule stores a rule; one without an id is new.
func (s *Store) SaveRule(ctx context.Context, r data.Rule) (id int64, err error) {
	var known any
	if r.ID != 0 {
		known = r.ID
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `INSERT OR REPLACE INTO rules (id, name, kind, query, window, count, share, reach, enabled)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
			known, r.Name, r.Kind, r.Query, int64(r.Window/time.Second), r.Count, r.Share, r.Reach, r.On).Scan(&id)
	})
	return id, err
}

// DeleteRule removes a rule.
func (s *Store) DeleteRule(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM rules WHERE id = ?`, id)
		return err
	})
}
