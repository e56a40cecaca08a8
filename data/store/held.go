package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"vedetta/data"
)

// Hold records a file that failed or waits for the person, in place of what
// was recorded of it before, and returns the record's id.
func (s *Store) Hold(ctx context.Context, path, format string, state data.ImportState, why *data.Error) (id int64, err error) {
	told, err := json.Marshal(heldError{why.Code, why.Args})
	if err != nil {
		return 0, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := release(ctx, tx, path); err != nil {
			return err
		}
		now := s.clock().Unix()
		res, err := tx.ExecContext(ctx, `INSERT INTO imports (path, format, started_at, finished_at, state, error, indexed_to)
			VALUES (?, ?, ?, ?, ?, ?, NULL)`, path, format, now, now, state, string(told))
		if err != nil {
			return err
		}
		id, err = res.LastInsertId()
		return err
	})
	return id, err
}

// Release takes the record of a failed or waiting file out of the history.
func (s *Store) Release(ctx context.Context, path string) error {
	return s.write(ctx, func(tx *sql.Tx) error { return release(ctx, tx, path) })
}

func release(ctx context.Context, tx *sql.Tx, path string) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM imports WHERE path = ? AND state IN (?, ?)`, path, data.ImportFailed, data.ImportWaiting)
	return err
}

// heldError is an error as the history keeps it: what the sentence needs.
type heldError struct {
	Code data.Code      `json:"code"`
	Args map[string]any `json:"args,omitempty"`
}

// readHeld reads the error of an import; nil if it had none.
func readHeld(stored string) (*data.Error, error) {
	if stored == "" {
		return nil, nil
	}
	var h heldError
	d := json.NewDecoder(strings.NewReader(stored))
	d.UseNumber()
	if err := d.Decode(&h); err != nil {
		return nil, err
	}
	return &data.Error{Code: h.Code, Args: h.Args}, nil
}
