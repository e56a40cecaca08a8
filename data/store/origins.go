package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"slices"

	"vedetta/data"
)

// Origin is a row of a file that told of a mention which was here already.
type Origin struct {
	ID   data.ID
	Line int
}

// saveOrigins keeps which mentions an import found here: undoing the import
// that brought them must not take them from this one.
func saveOrigins(ctx context.Context, tx *sql.Tx, importID int64, origins []Origin) error {
	if len(origins) == 0 {
		return nil
	}
	slices.SortFunc(origins, func(a, b Origin) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Line, b.Line)) })
	_, err := tx.ExecContext(ctx, `INSERT INTO origins (import_id, first_id, last_id, mentions) VALUES (?, ?, ?, ?)`,
		importID, origins[0].ID, origins[len(origins)-1].ID, packOrigins(origins))
	return err
}

// packOrigins writes ids by their difference, each with its line.
func packOrigins(origins []Origin) []byte {
	var out []byte
	var last data.ID
	for _, o := range origins {
		out = binary.AppendUvarint(out, uint64(o.ID-last))
		out = binary.AppendUvarint(out, uint64(o.Line))
		last = o.ID
	}
	return out
}

// unpackOrigins calls take for each packed origin, in order of id, until it
// says false.
func unpackOrigins(packed []byte, take func(Origin) bool) {
	var o Origin
	for len(packed) > 0 {
		step, n := binary.Uvarint(packed)
		line, k := binary.Uvarint(packed[max(n, 0):])
		if n <= 0 || k <= 0 {
			return
		}
		packed = packed[n+k:]
		o.ID, o.Line = o.ID+data.ID(step), int(line)
		if !take(o) {
			return
		}
	}
}
