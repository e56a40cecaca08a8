package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/mattn/go-sqlite3"

	"vedetta/data"
)

// Views lists the saved views in the person's order.
func (s *Store) Views(ctx context.Context) ([]data.SavedView, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, name, query, position FROM views ORDER BY position, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.SavedView
	err = each(rows, func() error {
		var v data.SavedView
		err := rows.Scan(&v.ID, &v.Name, &v.Query, &v.Position)
		out = append(out, v)
		return err
	})
	return out, explain(err, s.path)
}

// SaveView stores a view and gives the one before; a view without an id is new
// and comes last, with an id that no view has it comes back to its place. A
// name that another view has is ErrNameTaken.
func (s *Store) SaveView(ctx context.Context, v data.SavedView) (id int64, before *data.SavedView, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if v.ID == 0 {
			return tx.QueryRowContext(ctx, `INSERT INTO views (name, query, position)
				SELECT ?, ?, coalesce(max(position) + 1, 0) FROM views RETURNING id`, v.Name, v.Query).Scan(&id)
		}
		id = v.ID
		if before, err = viewIn(ctx, tx, id); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO views (id, name, query, position) VALUES (?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query`,
			v.ID, v.Name, v.Query, v.Position)
		return err
	})
	var taken sqlite3.Error
	if errors.As(err, &taken) && taken.ExtendedCode == sqlite3.ErrConstraintUnique {
		return 0, nil, (&data.Error{Code: data.ErrNameTaken, Err: err}).With("Name", v.Name)
	}
	return id, before, err
}

// viewIn reads a view; nil if there is none.
func viewIn(ctx context.Context, tx *sql.Tx, id int64) (*data.SavedView, error) {
	v := data.SavedView{ID: id}
	err := tx.QueryRowContext(ctx, `SELECT name, query, position FROM views WHERE id = ?`, id).Scan(&v.Name, &v.Query, &v.Position)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &v, err
}

// DeleteView removes a view and gives what it was; its mentions stay.
// ErrNotFound says that there is none.
func (s *Store) DeleteView(ctx context.Context, id int64) (was data.SavedView, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		v, err := viewIn(ctx, tx, id)
		if err != nil {
			return err
		}
		if v == nil {
			return data.Errorf(data.ErrNotFound, "view %d", id)
		}
		was = *v
		_, err = tx.ExecContext(ctx, `DELETE FROM views WHERE id = ?`, id)
		return err
	})
	return was, err
}

// OrderViews puts the views into the order of the ids; those not named keep
// theirs behind them.
func (s *Store) OrderViews(ctx context.Context, ids []int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE views SET position = position + ?`, len(ids)); err != nil {
			return err
		}
		for i, id := range ids {
			if _, err := tx.ExecContext(ctx, `UPDATE views SET position = ? WHERE id = ?`, i, id); err != nil {
				return err
			}
		}
		return nil
	})
}
