package store

import (
	"context"
	"database/sql"
	"errors"

	"vedetta/data"
)

// TagState is a tag with the mentions that carry it, as undo needs it.
type TagState struct {
	Name     string
	Color    data.TagColor
	Mentions []data.ID
}

func tagState(ctx context.Context, tx *sql.Tx, name string) (t TagState, id int64, err error) {
	err = tx.QueryRowContext(ctx, `SELECT id, name, color FROM tags WHERE name = ?`, name).Scan(&id, &t.Name, &t.Color)
	if errors.Is(err, sql.ErrNoRows) {
		return t, 0, data.Errorf(data.ErrNotFound, "tag %q", name)
	}
	if err != nil {
		return t, 0, err
	}
	t.Mentions, err = changedLinks(ctx, tx, `SELECT mention_id FROM mention_tags WHERE tag_id = ?`, id)
	return t, id, err
}

// EditTag gives a tag another name and colour and returns it as it was.
// ErrNameTaken if another tag has the name.
func (s *Store) EditTag(ctx context.Context, name, to string, color data.TagColor) (before TagState, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var id int64
		if before, id, err = tagState(ctx, tx, name); err != nil {
			return err
		}
		var taken bool
		if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM tags WHERE name = ? AND id <> ?)`, to, id).Scan(&taken); err != nil {
			return err
		}
		if taken {
			return (&data.Error{Code: data.ErrNameTaken}).With("Name", to)
		}
		_, err := tx.ExecContext(ctx, `UPDATE tags SET name = ?, color = ? WHERE id = ?`, to, color, id)
		return err
	})
	return before, err
}

// MergeTag puts one tag in the place of another, which is gone then. It
// returns the one as it was, and the mentions that carry the other one only
// since.
func (s *Store) MergeTag(ctx context.Context, name, into string) (before TagState, fresh []data.ID, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var from, to int64
		if before, from, err = tagState(ctx, tx, name); err != nil {
			return err
		}
		if _, to, err = tagState(ctx, tx, into); err != nil {
			return err
		}
		if from == to {
			return nil
		}
		fresh, err = changedLinks(ctx, tx, `INSERT INTO mention_tags (tag_id, mention_id)
			SELECT ?, mention_id FROM mention_tags WHERE tag_id = ? ON CONFLICT DO NOTHING RETURNING mention_id`, to, from)
		if err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM tags WHERE id = ?`, from)
		return err
	})
	return before, fresh, err
}

// DeleteTag takes a tag off everything and returns it as it was.
func (s *Store) DeleteTag(ctx context.Context, name string) (before TagState, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var id int64
		if before, id, err = tagState(ctx, tx, name); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM tags WHERE id = ?`, id)
		return err
	})
	return before, err
}

// RestoreTag brings a tag back as it was; mentions that are gone are left out.
func (s *Store) RestoreTag(ctx context.Context, t TagState) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		var id int64
		err := tx.QueryRowContext(ctx, `INSERT INTO tags (name, color) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET color = excluded.color RETURNING id`, t.Name, t.Color).Scan(&id)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO mention_tags (tag_id, mention_id)
			SELECT ?, m.id FROM json_each(?) j CROSS JOIN mentions m ON m.id = j.value WHERE true ON CONFLICT DO NOTHING`, id, listed(t.Mentions))
		return err
	})
}
