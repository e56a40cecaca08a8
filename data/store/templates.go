package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

const templateColumns = `key, situation, name, lang, formal, body, hidden`

// Templates lists what the person made of templates, the oldest first: their
// own, and what they changed of built-in ones. A built-in one that is only
// hidden has neither name nor body here.
func (s *Store) Templates(ctx context.Context) ([]data.Template, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT `+templateColumns+` FROM templates ORDER BY id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Template
	err = each(rows, func() error {
		t, err := scanTemplate(rows)
		out = append(out, t)
		return err
	})
	return out, explain(err, s.path)
}

func scanTemplate(row interface{ Scan(...any) error }) (t data.Template, err error) {
	err = row.Scan(&t.Key, &t.Situation, &t.Name, &t.Lang, &t.Formal, &t.Body, &t.Hidden)
	return t, err
}

// PutTemplate stores a template under its key and tells what was there; nil if
// nothing was.
func (s *Store) PutTemplate(ctx context.Context, t data.Template) (before *data.Template, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if before, err = templateAt(ctx, tx, t.Key); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO templates (`+templateColumns+`, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (key) DO UPDATE SET situation = excluded.situation, name = excluded.name, lang = excluded.lang,
			formal = excluded.formal, body = excluded.body, hidden = excluded.hidden, changed_at = excluded.changed_at`,
			t.Key, t.Situation, t.Name, t.Lang, t.Formal, t.Body, t.Hidden, s.clock().Unix())
		return err
	})
	return before, err
}

// DropTemplate removes what is stored under a key and tells what that was; nil
// if nothing was.
func (s *Store) DropTemplate(ctx context.Context, key string) (before *data.Template, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		if before, err = templateAt(ctx, tx, key); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM templates WHERE key = ?`, key)
		return err
	})
	return before, err
}

func templateAt(ctx context.Context, tx *sql.Tx, key string) (*data.Template, error) {
	t, err := scanTemplate(tx.QueryRowContext(ctx, `SELECT `+templateColumns+` FROM templates WHERE key = ?`, key))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &t, err
}
