package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"vedetta/data"
)

// Playbooks lists the person's wordings of playbooks in a language, the newest
// first. Empty lang or key: all.
func (s *Store) Playbooks(ctx context.Context, lang, key string) ([]data.Playbook, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT key, lang, saved_at, name, steps FROM playbooks
		WHERE (? = '' OR lang = ?) AND (? = '' OR key = ?) ORDER BY id DESC`, lang, lang, key, key)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Playbook
	err = each(rows, func() error {
		var p data.Playbook
		var at int64
		var steps string
		if err := rows.Scan(&p.Key, &p.Lang, &at, &p.Name, &steps); err != nil {
			return err
		}
		p.SavedAt = timeOrZero(at)
		out = append(out, p)
		return json.Unmarshal([]byte(steps), &out[len(out)-1].Steps)
	})
	return out, explain(err, s.path)
}

// AddPlaybook stores a wording of a playbook; the earlier ones stay.
func (s *Store) AddPlaybook(ctx context.Context, p data.Playbook) (id int64, err error) {
	steps, err := json.Marshal(p.Steps)
	if err != nil {
		return 0, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `INSERT INTO playbooks (key, lang, saved_at, name, steps) VALUES (?, ?, ?, ?, ?) RETURNING id`,
			p.Key, p.Lang, s.clock().Unix(), p.Name, string(steps)).Scan(&id)
	})
	return id, err
}

// DropPlaybook takes a wording back.
func (s *Store) DropPlaybook(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM playbooks WHERE id = ?`, id)
		return err
	})
}
