package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"vedetta/data"
)

// Tag puts a tag on mentions, making it if it is new, and returns those that
// did not carry it before.
func (s *Store) Tag(ctx context.Context, ids []data.ID, tag string) (changed []data.ID, err error) {
	return s.tag(ctx, ids, tag, func(data.ID) int64 { return s.clock().Unix() })
}

// TagAgain puts a tag back on mentions, as TaggedAt told of it.
func (s *Store) TagAgain(ctx context.Context, ids []data.ID, tag string, at map[data.ID]time.Time) error {
	_, err := s.tag(ctx, ids, tag, func(id data.ID) int64 { return unixOrZero(at[id]) })
	return err
}

func (s *Store) tag(ctx context.Context, ids []data.ID, tag string, at func(data.ID) int64) (changed []data.ID, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var tagID int64
		err := tx.QueryRowContext(ctx, `INSERT INTO tags (name) VALUES (?)
			ON CONFLICT (name) DO UPDATE SET name = name RETURNING id`, strings.TrimSpace(tag)).Scan(&tagID)
		if err != nil {
			return err
		}
		changed, err = changeTag(ids, func(id data.ID) (sql.Result, error) {
			return tx.ExecContext(ctx, `INSERT INTO mention_tags (tag_id, mention_id, added_at)
				SELECT ?, id, ? FROM mentions WHERE id = ? ON CONFLICT DO NOTHING`, tagID, at(id), id)
		})
		return err
	})
	return changed, err
}

// Untag takes a tag off mentions and returns those that carried it. A tag
// that no mention carries any more is gone.
func (s *Store) Untag(ctx context.Context, ids []data.ID, tag string) (changed []data.ID, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		var tagID int64
		err := tx.QueryRowContext(ctx, `SELECT id FROM tags WHERE name = ?`, tag).Scan(&tagID)
		if err == sql.ErrNoRows {
			return nil
		}
		if err != nil {
			return err
		}
		changed, err = changeTag(ids, func(id data.ID) (sql.Result, error) {
			return tx.ExecContext(ctx, `DELETE FROM mention_tags WHERE tag_id = ? AND mention_id = ?`, tagID, id)
		})
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM tags WHERE id = ? AND NOT EXISTS (SELECT 1 FROM mention_tags WHERE tag_id = id)`, tagID)
		return err
	})
	return changed, err
}

// changeTag tells of which mentions something was changed.
func changeTag(ids []data.ID, change func(data.ID) (sql.Result, error)) (changed []data.ID, err error) {
	for _, id := range ids {
		res, err := change(id)
		if err != nil {
			return nil, err
		}
		if n, _ := res.RowsAffected(); n > 0 {
			changed = append(changed, id)
		}
	}
	return changed, nil
}

// Tags lists the tags, most used first.
func (s *Store) Tags(ctx context.Context) ([]data.TagCount, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT name, color, (SELECT count(*) FROM mention_tags WHERE tag_id = id) AS n
		FROM tags ORDER BY n DESC, name`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.TagCount
	err = each(rows, func() error {
		var t data.TagCount
		err := rows.Scan(&t.Tag, &t.Color, &t.Mentions)
		out = append(out, t)
		return err
	})
	return out, explain(err, s.path)
}
