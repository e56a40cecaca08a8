package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"math"
	"strings"

	"vedetta/data"
)

// BeginImport records that an import starts and returns its id. header names
// the columns of the rows that will be kept.
func (s *Store) BeginImport(ctx context.Context, path, format string, header []string) (id int64, err error) {
	names, err := json.Marshal(header)
	if err != nil {
		return 0, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO imports (path, format, header, started_at, state, ruled_to) VALUES (?, ?, ?, ?, ?, ?)`,
			path, format, string(names), s.clock().Unix(), data.ImportRunning, int64(math.MinInt64))
		if err != nil {
			return err
		}
		id, err = res.LastInsertId()
		return err
	})
	return id, err
}

// BeginFetch records that mentions of a connection begin to come in, and
// returns the id of their import.
func (s *Store) BeginFetch(ctx context.Context, c data.Connection) (id int64, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `INSERT INTO imports (path, format, header, started_at, state, connection_id) VALUES (?, ?, '[]', ?, ?, ?)`,
			c.Name, c.Network, s.clock().Unix(), data.ImportRunning, c.ID)
		if err != nil {
			return err
		}
		id, err = res.LastInsertId()
		return err
	})
	return id, err
}

// FinishImport records how an import ended.
func (s *Store) FinishImport(ctx context.Context, id int64, state data.ImportState) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE imports SET state = ?, finished_at = ? WHERE id = ?`, state, s.clock().Unix(), id)
		return err
	})
}

// saveCounts adds what became of a batch to the import's record.
func (w *batchWriter) saveCounts(ctx context.Context) error {
	c := &w.counts
	_, err := w.tx.ExecContext(ctx, `UPDATE imports SET rows = rows + ?, added = added + ?, known = known + ?, updated = updated + ?,
		linked = linked + ?, rejected = rejected + ?, repaired = repaired + ?, keyed = keyed OR ? WHERE id = ?`,
		c.Rows, c.New, c.Known, c.Updated, c.Linked, c.Rejected, c.Repaired, w.keyed, w.importID)
	if err != nil || c.New == 0 {
		return err
	}
	return widen(ctx, w.tx, w.importID, w.span)
}

// widen lets an import's span of ids reach over more mentions.
func widen(ctx context.Context, tx *sql.Tx, importID int64, span idSpan) error {
	_, err := tx.ExecContext(ctx, `UPDATE imports SET last_id = max(last_id, ?),
		first_id = CASE WHEN last_id < 0 THEN ? ELSE min(first_id, ?) END WHERE id = ?`, span.last, span.first, span.first, importID)
	return err
}

// idSpan is from the smallest to the largest id of some mentions.
type idSpan struct{ first, last data.ID }

func (s *idSpan) add(id data.ID) {
	if s.last == 0 {
		s.first = id
	}
	s.first, s.last = min(s.first, id), max(s.last, id)
}

// ofImport restricts mentions m to an import, whose id is the argument: the
// table is ordered by id, so the span keeps the search short.
const ofImport = `m.import_id = i.id AND m.id BETWEEN i.first_id AND i.last_id`

// maxRawBytes is how much of a rejected row is kept: all of nearly any, for
// the person to correct.
const maxRawBytes = 64 << 10

func saveRejected(ctx context.Context, tx *sql.Tx, importID int64, rejected []data.RejectedRow) error {
	if len(rejected) == 0 {
		return nil
	}
	insert, err := tx.PrepareContext(ctx, `INSERT INTO rejected_rows VALUES (?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, r := range rejected {
		raw := r.Raw
		if len(raw) > maxRawBytes {
			raw = strings.ToValidUTF8(raw[:maxRawBytes], "") + "…"
		}
		if _, err := insert.ExecContext(ctx, importID, r.Line, string(r.Reason), raw); err != nil {
			return err
		}
	}
	return nil
}

const importColumns = `id, path, format, started_at, finished_at, state, rows, added, known, updated, linked, rejected, repaired, error`

func scanImport(scan func(...any) error) (data.Import, error) {
	var i data.Import
	var started, finished int64
	var held string
	err := scan(&i.ID, &i.Path, &i.Format, &started, &finished, &i.State, &i.Rows, &i.New, &i.Known, &i.Updated, &i.Linked, &i.Rejected, &i.Repaired, &held)
	if err == nil {
		i.Error, err = readHeld(held)
	}
	i.StartedAt, i.FinishedAt = timeOrZero(started), timeOrZero(finished)
	return i, err
}

// Import reads one import with the reasons of its rejected rows.
func (s *Store) Import(ctx context.Context, id int64) (data.Import, error) {
	i, err := scanImport(s.reader.QueryRowContext(ctx, `SELECT `+importColumns+` FROM imports WHERE id = ?`, id).Scan)
	if err == sql.ErrNoRows {
		return i, data.Errorf(data.ErrNotFound, "import %d", id)
	}
	if err != nil {
		return i, explain(err, s.path)
	}
	i.Reasons, err = s.reasons(ctx, id)
	return i, explain(err, s.path)
}

func (s *Store) reasons(ctx context.Context, id int64) (map[data.Reason]int, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT reason, count(*) FROM rejected_rows WHERE import_id = ? GROUP BY reason`, id)
	if err != nil {
		return nil, err
	}
	out := map[data.Reason]int{}
	return out, each(rows, func() error {
		var r data.Reason
		var n int
		err := rows.Scan(&r, &n)
		out[r] = n
		return err
	})
}

// Imports lists all imports, newest first.
func (s *Store) Imports(ctx context.Context) ([]data.Import, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT `+importColumns+` FROM imports ORDER BY id DESC`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Import
	err = each(rows, func() error {
		i, err := scanImport(rows.Scan)
		out = append(out, i)
		return err
	})
	return out, explain(err, s.path)
}

// Header reads the names of the columns that an import's file had; empty names
// where it had none.
func (s *Store) Header(ctx context.Context, importID int64) (names []string, err error) {
	var header string
	err = s.reader.QueryRowContext(ctx, `SELECT header FROM imports WHERE id = ?`, importID).Scan(&header)
	if err != nil {
		return nil, explain(err, s.path)
	}
	return names, json.Unmarshal([]byte(header), &names)
}

// Rejected lists an import's rejected rows in the order of the file.
func (s *Store) Rejected(ctx context.Context, id int64, limit int) ([]data.RejectedRow, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT line, reason, raw FROM rejected_rows WHERE import_id = ? ORDER BY line LIMIT ?`, id, limit)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.RejectedRow
	err = each(rows, func() error {
		var r data.RejectedRow
		err := rows.Scan(&r.Line, &r.Reason, &r.Raw)
		out = append(out, r)
		return err
	})
	return out, explain(err, s.path)
}

// LastImport is the newest import that brought something and was not undone;
// ID 0 if there is none.
func (s *Store) LastImport(ctx context.Context) (data.Import, error) {
	i, err := scanImport(s.reader.QueryRowContext(ctx, `SELECT `+importColumns+` FROM imports WHERE state NOT IN (?, ?, ?) ORDER BY id DESC LIMIT 1`,
		data.ImportUndone, data.ImportFailed, data.ImportWaiting).Scan)
	if err == sql.ErrNoRows {
		return data.Import{}, nil
	}
	return i, explain(err, s.path)
}

// ForgetImport removes the record of an import that brought nothing.
func (s *Store) ForgetImport(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM imports WHERE id = ?`, id)
		return err
	})
}
