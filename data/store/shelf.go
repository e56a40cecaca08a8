package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

// scanner is a row or rows.
type scanner interface{ Scan(...any) error }

// shelf is a table of things that a crisis has many of: statements, claims,
// questions, promises, people to be told.
type shelf[T any] struct {
	table   string
	columns string // that scan reads
	scan    func(scanner) (T, error)
	id      func(T) int64
	// insert takes the values of save's columns behind the id, NULL for a new one.
	insert, update string
	values         func(T) []any
}

func (f shelf[T]) list(ctx context.Context, q querier, rest string, args ...any) (out []T, err error) {
	rows, err := q.QueryContext(ctx, `SELECT `+f.columns+` FROM `+f.table+` `+rest, args...)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		one, err := f.scan(rows)
		out = append(out, one)
		return err
	})
	return out, err
}

// at reads one; ErrNotFound if there is none.
func (f shelf[T]) at(ctx context.Context, q querier, id int64) (T, error) {
	one, err := f.scan(q.QueryRowContext(ctx, `SELECT `+f.columns+` FROM `+f.table+` WHERE id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		err = data.Errorf(data.ErrNotFound, "%s %d", f.table, id)
	}
	return one, err
}

// put stores a thing, a new one if it has no id, and tells what was there.
func (f shelf[T]) put(e *IssueEdit, one T) (id int64, before T, err error) {
	if id = f.id(one); id == 0 {
		id, err = f.add(e.ctx, e.tx, one)
		e.undoing(`DELETE FROM `+f.table+` WHERE id = ?`, id)
		return id, before, err
	}
	if before, err = f.at(e.ctx, e.tx, id); err != nil {
		return 0, before, err
	}
	e.steps = append(e.steps, func(ctx context.Context, tx *sql.Tx) error { return f.write(ctx, tx, before) })
	return id, before, f.write(e.ctx, e.tx, one)
}

// drop removes a thing and tells what it was.
func (f shelf[T]) drop(e *IssueEdit, id int64) (before T, err error) {
	if before, err = f.at(e.ctx, e.tx, id); err != nil {
		return before, err
	}
	e.steps = append(e.steps, func(ctx context.Context, tx *sql.Tx) error {
		_, err := f.add(ctx, tx, before)
		return err
	})
	_, err = e.tx.ExecContext(e.ctx, `DELETE FROM `+f.table+` WHERE id = ?`, id)
	return before, err
}

func (f shelf[T]) add(ctx context.Context, tx *sql.Tx, one T) (id int64, err error) {
	err = tx.QueryRowContext(ctx, `INSERT INTO `+f.table+` `+f.insert+` RETURNING id`, append([]any{nullID(f.id(one))}, f.values(one)...)...).Scan(&id)
	return id, err
}

func (f shelf[T]) write(ctx context.Context, tx *sql.Tx, one T) error {
	_, err := tx.ExecContext(ctx, `UPDATE `+f.table+` SET `+f.update+` WHERE id = ?1`, append([]any{f.id(one)}, f.values(one)...)...)
	return err
}

// nullID lets SQLite choose an id.
func nullID(id int64) sql.NullInt64 { return sql.NullInt64{Int64: id, Valid: id != 0} }
