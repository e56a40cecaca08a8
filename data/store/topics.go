package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/mattn/go-sqlite3"

	"vedetta/data"
)

// Topics lists the saved queries by name.
func (s *Store) Topics(ctx context.Context) ([]data.Topic, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, name, query FROM topics ORDER BY name COLLATE NOCASE, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Topic
	err = each(rows, func() error {
		var t data.Topic
		err := rows.Scan(&t.ID, &t.Name, &t.Query)
		out = append(out, t)
		return err
	})
	return out, explain(err, s.path)
}

// SaveTopic stores a topic; one without an id is new. A name that another
// topic has is ErrNameTaken.
func (s *Store) SaveTopic(ctx context.Context, t data.Topic) (id int64, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if t.ID != 0 {
			id = t.ID
			_, err := tx.ExecContext(ctx, `UPDATE topics SET name = ?, query = ? WHERE id = ?`, t.Name, t.Query, t.ID)
			return err
		}
		return tx.QueryRowContext(ctx, `INSERT INTO topics (name, query) VALUES (?, ?) RETURNING id`, t.Name, t.Query).Scan(&id)
	})
	var taken sqlite3.Error
	if errors.As(err, &taken) && taken.ExtendedCode == sqlite3.ErrConstraintUnique {
		return 0, (&data.Error{Code: data.ErrNameTaken, Err: err}).With("Name", t.Name)
	}
	return id, err
}

// DeleteTopic removes a topic; its mentions stay.
func (s *Store) DeleteTopic(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM topics WHERE id = ?`, id)
		return err
	})
}
