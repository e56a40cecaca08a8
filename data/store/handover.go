package store

import (
	"context"
	"database/sql"

	"vedetta/data"
)

// heirs finds, of the mentions of an import within a span of ids, those that
// other imports, not undone, have brought too: by id the import that came
// first among those and its line.
func heirs(ctx context.Context, q querier, importID int64, span idSpan) (map[data.ID]heir, error) {
	rows, err := q.QueryContext(ctx, `SELECT o.import_id, o.mentions FROM origins o JOIN imports i ON i.id = o.import_id
		WHERE o.import_id <> ? AND i.state <> ? AND o.last_id >= ? AND o.first_id <= ? ORDER BY o.import_id`,
		importID, data.ImportUndone, span.first, span.last)
	if err != nil {
		return nil, err
	}
	found := map[data.ID]heir{}
	return found, each(rows, func() error {
		var h heir
		var packed sql.RawBytes
		if err := rows.Scan(&h.importID, &packed); err != nil {
			return err
		}
		unpackOrigins(packed, func(o Origin) bool {
			if _, taken := found[o.ID]; !taken && o.ID >= span.first && o.ID <= span.last {
				h.line = o.Line
				found[o.ID] = h
			}
			return o.ID <= span.last
		})
		return nil
	})
}

// heir is the import that keeps a mention when the one that brought it is
// undone.
type heir struct {
	importID int64
	line     int
}

// handOver gives the mentions of an import, within a span, that others have
// brought too to those.
func handOver(ctx context.Context, tx *sql.Tx, importID int64, span idSpan) error {
	kept, err := heirs(ctx, tx, importID, span)
	if err != nil || len(kept) == 0 {
		return err
	}
	update, err := tx.PrepareContext(ctx, `UPDATE mentions SET import_id = ?, line = ? WHERE id = ? AND import_id = ?`)
	if err != nil {
		return err
	}
	defer update.Close()
	byHeir := map[int64][]data.ID{}
	for id, h := range kept {
		res, err := update.ExecContext(ctx, h.importID, h.line, id, importID)
		if err != nil {
			return err
		}
		if n, _ := res.RowsAffected(); n == 1 { // not what a third import has brought
			byHeir[h.importID] = append(byHeir[h.importID], id)
		}
	}
	for heir, ids := range byHeir {
		if err := handOverRest(ctx, tx, importID, heir, ids); err != nil {
			return err
		}
	}
	return nil
}

// handOverRest brings in step what goes by import: the span, answers, the
// entries by address, and how far the search index has come.
func handOverRest(ctx context.Context, tx *sql.Tx, from, to int64, ids []data.ID) error {
	var span idSpan
	for _, id := range ids {
		span.add(id)
	}
	if err := widen(ctx, tx, to, span); err != nil {
		return err
	}
	these := `(` + join(ids) + `)`
	var last [2]sql.NullInt64 // NULL: all are indexed
	for i, id := range []int64{from, to} {
		if err := tx.QueryRowContext(ctx, `SELECT indexed_to FROM imports WHERE id = ?`, id).Scan(&last[i]); err != nil {
			return err
		}
	}
	const indexed = `id <= coalesce(?, id)`
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{`UPDATE replies SET import_id = ? WHERE import_id = ? AND mention_id IN ` + these, []any{to, from}},
		{`UPDATE imports SET aliased_to = 0, printed_to = 0 WHERE id = ?`, []any{to}},
		{
			`INSERT INTO search (search, rowid, ` + searchedColumns + `) SELECT 'delete', id, ` + searchedColumns + ` FROM searched
				WHERE id IN ` + these + ` AND ` + indexed + ` AND NOT ` + indexed, []any{last[0], last[1]},
		},
		{
			`INSERT INTO search (rowid, ` + searchedColumns + `) SELECT id, ` + searchedColumns + ` FROM searched
				WHERE id IN ` + these + ` AND NOT ` + indexed + ` AND ` + indexed, []any{last[0], last[1]},
		},
	} {
		if _, err := tx.ExecContext(ctx, step.sql, step.args...); err != nil {
			return err
		}
	}
	return nil
}
