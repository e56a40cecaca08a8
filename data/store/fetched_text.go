package store

import (
	"context"
	"database/sql"

	"vedetta/data"
)

// dropText takes title and text of a mention away, from the search index too.
func dropText(ctx context.Context, tx *sql.Tx, id data.ID, at int64) error {
	if err := setText(ctx, tx, id, "", ""); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `UPDATE fetched SET gone_at = ? WHERE mention_id = ? AND gone_at = 0`, at, id)
	return err
}

// setText gives a mention another text. The search index must forget the old
// words before the row changes.
func setText(ctx context.Context, tx *sql.Tx, id data.ID, title, text string) error {
	var indexed bool
	err := tx.QueryRowContext(ctx, `SELECT m.id <= coalesce(i.indexed_to, m.id) FROM mentions m JOIN imports i ON i.id = m.import_id WHERE m.id = ?`, id).
		Scan(&indexed)
	if err != nil {
		return err
	}
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{`INSERT INTO search (search, rowid, ` + searchedColumns + `) SELECT 'delete', id, ` + searchedColumns + ` FROM searched WHERE id = ? AND ?`, []any{id, indexed}},
		{`UPDATE mentions SET title = ?, text = ? WHERE id = ?`, []any{title, text, id}},
		{`INSERT INTO search (rowid, ` + searchedColumns + `) SELECT id, ` + searchedColumns + ` FROM searched WHERE id = ? AND ?`, []any{id, indexed}},
	} {
		if _, err := tx.ExecContext(ctx, step.sql, step.args...); err != nil {
			return err
		}
	}
	return nil
}

// DropTexts takes the texts of mentions away that are gone at their source.
func (s *Store) DropTexts(ctx context.Context, ids []data.ID) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, id := range ids {
			if err := dropText(ctx, tx, id, s.clock().Unix()); err != nil {
				return err
			}
		}
		return nil
	})
}
