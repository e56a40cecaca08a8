package store

import (
	"context"
	"database/sql"
	"slices"

	"vedetta/data"
)

// Worked counts the mentions of an import that carry the person's work and
// that no other import has brought: undoing it would lose that work.
func (s *Store) Worked(ctx context.Context, importID int64) (int, error) {
	lost, err := s.wouldLose(ctx, importID, `EXISTS (SELECT 1 FROM triage WHERE mention_id = m.id) OR
		EXISTS (SELECT 1 FROM mention_tags WHERE mention_id = m.id) OR
		EXISTS (SELECT 1 FROM issue_mentions WHERE mention_id = m.id) OR
		EXISTS (SELECT 1 FROM replies WHERE mention_id = m.id AND import_id = 0)`)
	return len(lost), explain(err, s.path)
}

// wouldLose lists the mentions of an import for which a condition on m holds
// and that undoing it would take out.
func (s *Store) wouldLose(ctx context.Context, importID int64, condition string) ([]data.ID, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT m.id FROM imports i CROSS JOIN mentions m WHERE i.id = ? AND `+ofImport+` AND (`+condition+`) ORDER BY m.id`, importID)
	if err != nil {
		return nil, err
	}
	var ids []data.ID
	err = each(rows, func() error {
		var id data.ID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	kept, err := heirs(ctx, s.reader, importID, idSpan{ids[0], ids[len(ids)-1]})
	return slices.DeleteFunc(ids, func(id data.ID) bool { _, ok := kept[id]; return ok }), err
}

// undoBatch is how many mentions are taken out in one transaction.
const undoBatch = 10_000

// UndoSome takes out the next mentions that only this import brought and
// returns how many; more is false when none is left, and with them are gone
// the import's rejected rows, evidence, observations, aliases and answers.
// Mentions that other imports have brought too become theirs. A kill in
// between leaves a state from which undoing goes on.
func (s *Store) UndoSome(ctx context.Context, importID int64) (removed int, more bool, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		span, n, err := nextOf(ctx, tx, importID)
		if err != nil {
			return err
		}
		if more = n > 0; !more {
			return s.finishUndo(ctx, tx, importID)
		}
		if err := handOver(ctx, tx, importID, span); err != nil {
			return err
		}
		removed, err = s.remove(ctx, tx, importID, span)
		return err
	})
	return removed, more, err
}

// nextOf is the span of the next mentions to undo, and how many they are.
func nextOf(ctx context.Context, tx *sql.Tx, importID int64) (span idSpan, n int, err error) {
	var first, last sql.NullInt64
	err = tx.QueryRowContext(ctx, `SELECT count(*), min(id), max(id) FROM (
		SELECT m.id FROM imports i CROSS JOIN mentions m WHERE i.id = ? AND `+ofImport+` ORDER BY m.id LIMIT ?)`, importID, undoBatch).
		Scan(&n, &first, &last)
	return idSpan{data.ID(first.Int64), data.ID(last.Int64)}, n, err
}

// remove takes the mentions of an import within a span out of everything.
func (s *Store) remove(ctx context.Context, tx *sql.Tx, importID int64, span idSpan) (int, error) {
	const those = `import_id = ? AND id BETWEEN ? AND ?`
	rows, err := tx.QueryContext(ctx, `SELECT id, source_id, label, status, reach FROM mentions WHERE `+those, importID, span.first, span.last)
	if err != nil {
		return 0, err
	}
	n, t := 0, newTally(s.Zone())
	err = each(rows, func() error {
		var id data.ID
		var source, reach int64
		var label data.Label
		var status data.Status
		err := rows.Scan(&id, &source, &label, &status, &reach)
		t.remove(source, id, label, status, reach)
		n++
		return err
	})
	if err != nil {
		return 0, err
	}
	if err := t.save(ctx, tx); err != nil {
		return 0, err
	}
	// The index is told the words it must forget, and only of what it holds.
	_, err = tx.ExecContext(ctx, `INSERT INTO search (search, rowid, `+searchedColumns+`)
		SELECT 'delete', id, `+searchedColumns+` FROM searched WHERE id IN (SELECT id FROM mentions WHERE `+those+`
			AND id <= coalesce((SELECT indexed_to FROM imports WHERE id = ?), id))`, importID, span.first, span.last, importID)
	if err != nil {
		return 0, err
	}
	if err := breakCopies(ctx, tx, importID, span); err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM mentions WHERE `+those, importID, span.first, span.last)
	return n, err
}

// finishUndo takes away what an import had said beside its own mentions.
func (s *Store) finishUndo(ctx context.Context, tx *sql.Tx, importID int64) error {
	if err := s.forgetObservations(ctx, tx, importID); err != nil {
		return err
	}
	for _, statement := range []string{
		`DELETE FROM rejected_rows WHERE import_id = ?`,
		`DELETE FROM evidence WHERE import_id = ?`,
		`DELETE FROM origins WHERE import_id = ?`,
		`DELETE FROM aliases WHERE import_id = ?`,
		`DELETE FROM replies WHERE import_id = ?`,
		`UPDATE imports SET state = '` + string(data.ImportUndone) + `', indexed_to = NULL, printed_to = NULL WHERE id = ?`,
	} {
		if _, err := tx.ExecContext(ctx, statement, importID); err != nil {
			return err
		}
	}
	return nil
}

// forgetObservations takes an import's snapshots away and lets the mentions
// show what the others say.
func (s *Store) forgetObservations(ctx context.Context, tx *sql.Tx, importID int64) error {
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT mention_id FROM snapshots WHERE import_id = ?`, importID)
	if err != nil {
		return err
	}
	var ids []data.ID
	err = each(rows, func() error {
		var id data.ID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM snapshots WHERE import_id = ?`, importID); err != nil {
		return err
	}
	for _, id := range ids {
		if err := s.settleEngagement(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}
