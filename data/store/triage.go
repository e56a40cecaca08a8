package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vedetta/data"
)

// Work is the state of a person's work on one mention, as undo needs it.
type Work struct {
	ID      data.ID
	Touched bool // there is a triage row
	data.Triage
	archivedAt int64 // of the last time that the person archived it
}

// ChangeTriage lets change edit the work on each mention, keeps the counts in
// step and returns the work as it was before, for those that changed.
// Tags are not touched: see Tag and Untag.
func (s *Store) ChangeTriage(ctx context.Context, ids []data.ID, change func(*data.Triage)) ([]Work, error) {
	var before []Work
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, id := range ids {
			w, row, err := readWork(ctx, tx, id)
			if errors.Is(err, sql.ErrNoRows) {
				continue // gone with its import since the person saw it
			}
			if err != nil {
				return err
			}
			next := w.Triage
			change(&next)
			if sameTriage(next, w.Triage) {
				continue
			}
			before = append(before, w)
			archivedAt := w.archivedAt
			if next.Status == data.StatusArchived && w.Status != data.StatusArchived {
				archivedAt = s.clock().Unix()
			}
			if err := s.saveWork(ctx, tx, Work{id, true, next, archivedAt}, row); err != nil {
				return err
			}
		}
		return nil
	})
	return before, err
}

// RestoreTriage puts work back as ChangeTriage returned it.
func (s *Store) RestoreTriage(ctx context.Context, before []Work) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, w := range before {
			_, row, err := readWork(ctx, tx, w.ID)
			if errors.Is(err, sql.ErrNoRows) {
				continue
			}
			if err != nil {
				return err
			}
			if err := s.saveWork(ctx, tx, w, row); err != nil {
				return err
			}
		}
		return nil
	})
}

// projection is what of a mention's row follows from triage.
type projection struct {
	source int64
	model  data.Label
	label  data.Label
	status data.Status
	reach  int64
}

func readProjection(ctx context.Context, tx *sql.Tx, id data.ID) (p projection, err error) {
	err = tx.QueryRowContext(ctx, `SELECT source_id, model_label, label, status, reach FROM mentions WHERE id = ?`, id).
		Scan(&p.source, &p.model, &p.label, &p.status, &p.reach)
	return p, err
}

func readWork(ctx context.Context, tx *sql.Tx, id data.ID) (Work, projection, error) {
	w := Work{ID: id}
	row, err := readProjection(ctx, tx, id)
	if err != nil {
		return w, row, err
	}
	w.Status = row.status
	err = tx.QueryRowContext(ctx, `SELECT override, starred, note, priority, archived_at FROM triage WHERE mention_id = ?`, id).
		Scan(&w.Override, &w.Starred, &w.Note, &w.Priority, &w.archivedAt)
	if errors.Is(err, sql.ErrNoRows) {
		return w, row, nil
	}
	w.Touched = true
	return w, row, err
}

func (s *Store) saveWork(ctx context.Context, tx *sql.Tx, w Work, row projection) error {
	var err error
	if w.Touched {
		_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO triage VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			w.ID, w.Status, w.Override, w.Starred, w.Note, s.clock().Unix(), w.Priority, w.archivedAt)
	} else {
		_, err = tx.ExecContext(ctx, `DELETE FROM triage WHERE mention_id = ?`, w.ID)
	}
	if err != nil {
		return err
	}
	next := row
	next.status, next.label = w.Status, row.model
	if w.Override != nil {
		next.label = *w.Override
	}
	return project(ctx, tx, s.Zone(), w.ID, row, next)
}

// project writes what follows from triage to the mention's row and moves the
// mention from one count to the other.
func project(ctx context.Context, tx *sql.Tx, zone *time.Location, id data.ID, from, to projection) error {
	if from == to {
		return nil
	}
	t := newTally(zone)
	t.remove(from.source, id, from.label, from.status, from.reach)
	t.add(to.source, id, to.label, to.status, to.reach)
	if err := t.save(ctx, tx); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `UPDATE mentions SET status = ?, label = ? WHERE id = ?`, to.status, to.label, id)
	return err
}

func sameTriage(a, b data.Triage) bool {
	sameLabel := (a.Override == nil) == (b.Override == nil) && (a.Override == nil || *a.Override == *b.Override)
	return sameLabel && a.Status == b.Status && a.Starred == b.Starred && a.Note == b.Note && a.Priority == b.Priority
}
