package store

import (
	"context"
	"database/sql"

	"vedetta/data"
)

// enrich gives a mention the author and address that its export did not tell
// and a twin does. What it has stays: it is evidence.
func enrich(ctx context.Context, tx *sql.Tx, id data.ID, twin *data.Mention) error {
	var importID int64
	var noAuthor, noURL bool
	err := tx.QueryRowContext(ctx, `SELECT import_id, author = '' AND handle = '', url = '' FROM mentions WHERE id = ?`, id).
		Scan(&importID, &noAuthor, &noURL)
	if err != nil {
		return err
	}
	if noURL && twin.URL != "" {
		if _, err := tx.ExecContext(ctx, `UPDATE mentions SET url = ? WHERE id = ?`, twin.URL, id); err != nil {
			return err
		}
	}
	if !noAuthor || twin.Author.Name == "" && twin.Author.Handle == "" {
		return nil
	}
	var indexed bool
	err = tx.QueryRowContext(ctx, `SELECT ? <= coalesce(indexed_to, ?) FROM imports WHERE id = ?`, id, id, importID).Scan(&indexed)
	if err != nil {
		return err
	}
	// The search index must forget the old words before the row changes.
	const (
		forget = `INSERT INTO search (search, rowid, ` + searchedColumns + `) SELECT 'delete', id, ` + searchedColumns + ` FROM searched WHERE id = ? AND ?`
		name   = `UPDATE mentions SET author = ?, handle = ? WHERE id = ?`
		learn  = `INSERT INTO search (rowid, ` + searchedColumns + `) SELECT id, ` + searchedColumns + ` FROM searched WHERE id = ? AND ?`
	)
	if _, err := tx.ExecContext(ctx, forget, id, indexed); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, name, twin.Author.Name, twin.Author.Handle, id); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, learn, id, indexed)
	return err
}
