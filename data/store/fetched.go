package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"vedetta/data"
)

// Fetched says from which connection the mentions of a batch come, and how far
// it was read with them.
type Fetched struct {
	Connection int64
	Cursor     string
	Extras     map[Key]map[string]string // what the network calls a mention
	Gone       []Key                     // no longer there
}

// save goes on with the cursor in the transaction of the mentions: a kill
// neither skips nor doubles.
func (f *Fetched) save(ctx context.Context, w *batchWriter) error {
	if f == nil {
		return nil
	}
	for key, extras := range f.Extras {
		if err := w.saveFetched(ctx, f.Connection, key, extras); err != nil {
			return err
		}
	}
	for _, key := range f.Gone {
		if err := w.drop(ctx, key); err != nil {
			return err
		}
	}
	_, err := w.tx.ExecContext(ctx, `UPDATE connections SET cursor = ? WHERE id = ?`, f.Cursor, f.Connection)
	return err
}

func (w *batchWriter) saveFetched(ctx context.Context, connection int64, key Key, extras map[string]string) error {
	j, err := json.Marshal(extras)
	if err != nil {
		return err
	}
	_, err = w.tx.ExecContext(ctx, `INSERT INTO fetched (mention_id, connection_id, extras)
		SELECT m.id, ?, ? FROM mentions m JOIN sources s ON s.id = m.source_id WHERE s.key = ? AND m.external_id = ?
		ON CONFLICT (mention_id) DO UPDATE SET connection_id = excluded.connection_id, extras = excluded.extras`,
		connection, string(j), key.Source, key.ExternalID)
	return err
}

// drop takes the text of a mention away that its author took back; it counts
// on as before.
func (w *batchWriter) drop(ctx context.Context, key Key) error {
	var id data.ID
	err := w.tx.QueryRowContext(ctx, `SELECT m.id FROM mentions m JOIN sources s ON s.id = m.source_id WHERE s.key = ? AND m.external_id = ?`,
		key.Source, key.ExternalID).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return dropText(ctx, w.tx, id, w.store.clock().Unix())
}
