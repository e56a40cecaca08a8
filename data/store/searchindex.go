package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

// indexBatch is how many mentions enter the search index in one transaction:
// large enough for the index's own flushes, small enough not to keep the
// person's edits waiting.
const indexBatch = 20_000

// searchedColumns are what the search index holds of a mention.
const searchedColumns = `title, text, author, handle, extras`

// IndexNext brings the next mentions into the search index and returns how
// many; 0 when all are in. Imports are indexed after their rows, import by
// import in order of id, so that a kill costs nothing but the batch in flight.
func (s *Store) IndexNext(ctx context.Context) (n int, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var importID int64
		var from data.ID
		err := tx.QueryRowContext(ctx, `SELECT id, indexed_to FROM imports
			WHERE indexed_to IS NOT NULL AND state <> ? ORDER BY id LIMIT 1`, data.ImportRunning).Scan(&importID, &from)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		n, err = indexSome(ctx, tx, importID, from)
		return err
	})
	return n, err
}

func indexSome(ctx context.Context, tx *sql.Tx, importID int64, from data.ID) (int, error) {
	var n int
	var to sql.NullInt64
	err := tx.QueryRowContext(ctx, `SELECT count(*), max(id) FROM
		(SELECT m.id FROM imports i CROSS JOIN mentions m WHERE i.id = ? AND `+ofImport+` AND m.id > ? ORDER BY m.id LIMIT ?)`,
		importID, from, indexBatch).Scan(&n, &to)
	if err != nil {
		return 0, err
	}
	if n == 0 {
		_, err := tx.ExecContext(ctx, `UPDATE imports SET indexed_to = NULL WHERE id = ?`, importID)
		return 1, err // there may be another import to index
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO search (rowid, `+searchedColumns+`)
		SELECT id, `+searchedColumns+` FROM searched
		WHERE id IN (SELECT id FROM mentions WHERE import_id = ? AND id > ? AND id <= ?) ORDER BY id`, importID, from, to.Int64)
	if err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `UPDATE imports SET indexed_to = ? WHERE id = ?`, to.Int64, importID)
	return n, err
}

// Indexing tells whether mentions wait for the search index.
func (s *Store) Indexing(ctx context.Context) (bool, error) {
	var waiting bool
	err := s.reader.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM imports WHERE indexed_to IS NOT NULL)`).Scan(&waiting)
	return waiting, explain(err, s.path)
}
