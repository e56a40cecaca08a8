package store

import (
	"context"
	"database/sql"

	"vedetta/data"
)

// Worked counts the mentions of an import that carry the person's work.
func (s *Store) Worked(ctx context.Context, importID int64) (n int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT count(*) FROM imports i CROSS JOIN mentions m WHERE i.id = ? AND `+ofImport+` AND (
		EXISTS (SELECT 1 FROM triage WHERE mention_id = m.id) OR
		EXISTS (SELECT 1 FROM mention_tags WHERE mention_id = m.id) OR
		EXISTS (SELECT 1 FROM issue_mentions WHERE mention_id = m.id) OR
		EXISTS (SELECT 1 FROM replies WHERE mention_id = m.id AND import_id = 0))`, importID).Scan(&n)
	return n, explain(err, s.path)
}

// undoBatch is how many mentions are taken out in one transaction.
const undoBatch = 10_000

// UndoSome takes out the next mentions that an import brought and returns how
// many; 0 when all are gone, and with them its rejected rows, its refreshed
// engagement and its answers. A kill in between leaves a state from which
// undoing goes on.
func (s *Store) UndoSome(ctx context.Context, importID int64) (n int, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if n, err = s.removeSome(ctx, tx, importID); err != nil || n > 0 {
			return err
		}
		if err := s.restoreEngagement(ctx, tx, importID); err != nil {
			return err
		}
		for _, statement := range []string{
			`DELETE FROM rejected_rows WHERE import_id = ?`,
			`DELETE FROM replies WHERE import_id = ?`,
			`UPDATE imports SET state = '` + string(data.ImportUndone) + `', indexed_to = NULL WHERE id = ?`,
		} {
			if _, err := tx.ExecContext(ctx, statement, importID); err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}

func (s *Store) removeSome(ctx context.Context, tx *sql.Tx, importID int64) (int, error) {
	rows, err := tx.QueryContext(ctx, `SELECT m.id, source_id, label, status, reach
		FROM imports i CROSS JOIN mentions m WHERE i.id = ? AND `+ofImport+` ORDER BY m.id LIMIT ?`, importID, undoBatch)
	if err != nil {
		return 0, err
	}
	t := newTally(s.Zone())
	n, last := 0, data.ID(0)
	err = each(rows, func() error {
		var id data.ID
		var source, reach int64
		var label data.Label
		var status data.Status
		if err := rows.Scan(&id, &source, &label, &status, &reach); err != nil {
			return err
		}
		t.remove(source, id, label, status, reach)
		n, last = n+1, id
		return nil
	})
	if err != nil || n == 0 {
		return 0, err
	}
	if err := t.save(ctx, tx); err != nil {
		return 0, err
	}
	// The index is told the words it must forget, and only of what it holds.
	_, err = tx.ExecContext(ctx, `INSERT INTO search (search, rowid, `+searchedColumns+`)
		SELECT 'delete', id, `+searchedColumns+` FROM searched WHERE id IN (
			SELECT m.id FROM imports i CROSS JOIN mentions m
			WHERE i.id = ? AND `+ofImport+` AND m.id <= ? AND (i.indexed_to IS NULL OR m.id <= i.indexed_to))`, importID, last)
	if err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM mentions WHERE import_id = ? AND id BETWEEN (SELECT first_id FROM imports WHERE id = ?) AND ?`, importID, importID, last)
	return n, err
}

// restoreEngagement puts back the engagement that the import replaced.
func (s *Store) restoreEngagement(ctx context.Context, tx *sql.Tx, importID int64) error {
	rows, err := tx.QueryContext(ctx, `SELECT s.mention_id, s.seen_at, s.likes, s.replies, s.shares, s.views, s.reach FROM snapshots s
		WHERE s.import_id = ? AND s.seen_at = (SELECT max(seen_at) FROM snapshots WHERE mention_id = s.mention_id)`, importID)
	if err != nil {
		return err
	}
	type observation struct {
		id     data.ID
		seenAt int64
		data.Engagement
	}
	var all []observation
	err = each(rows, func() error {
		var o observation
		err := rows.Scan(&o.id, &o.seenAt, &o.Likes, &o.Replies, &o.Shares, &o.Views, &o.Reach)
		all = append(all, o)
		return err
	})
	if err != nil {
		return err
	}
	for _, o := range all {
		if err := setEngagement(ctx, tx, s.Zone(), o.id, o.Engagement, o.seenAt); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM snapshots WHERE import_id = ?`, importID)
	return err
}
