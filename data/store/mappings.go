package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

// Mapping reads the choice remembered for a header; "" if there is none.
func (s *Store) Mapping(ctx context.Context, header string) (choice string, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT choice FROM mappings WHERE header = ?`, header).Scan(&choice)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return choice, explain(err, s.path)
}

// SetMapping remembers a choice for a header, made for the file at path. An
// empty choice is forgotten.
func (s *Store) SetMapping(ctx context.Context, header, choice, path string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if choice == "" {
			_, err := tx.ExecContext(ctx, `DELETE FROM mappings WHERE header = ?`, header)
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO mappings VALUES (?, ?, ?, ?) ON CONFLICT (header) DO UPDATE
			SET choice = excluded.choice, path = excluded.path, changed_at = excluded.changed_at`,
			header, choice, path, s.clock().Unix())
		return err
	})
}

// Mappings lists the remembered choices, newest first.
func (s *Store) Mappings(ctx context.Context) ([]data.Mapping, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT header, path, changed_at FROM mappings ORDER BY changed_at DESC, header`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Mapping
	err = each(rows, func() error {
		var m data.Mapping
		var at int64
		err := rows.Scan(&m.Header, &m.Path, &at)
		m.ChangedAt = timeOrZero(at)
		out = append(out, m)
		return err
	})
	return out, explain(err, s.path)
}
