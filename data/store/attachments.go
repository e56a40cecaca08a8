package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"

	"vedetta/data"
)

// Attach keeps a file as evidence of a mention. The same content a second
// time changes nothing.
func (s *Store) Attach(ctx context.Context, mention data.ID, name, kind string, content []byte) error {
	sum := sha256.Sum256(content)
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO attachments (mention_id, name, kind, sha256, content, added_at)
			VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, mention, name, kind, hex.EncodeToString(sum[:]), content, s.clock().Unix())
		return err
	})
}

// Attachments lists the files kept as evidence of a mention.
func (s *Store) Attachments(ctx context.Context, mention data.ID) ([]data.Attachment, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, mention_id, name, kind, sha256, length(content), added_at
		FROM attachments WHERE mention_id = ? ORDER BY id`, mention)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Attachment
	err = each(rows, func() error {
		var a data.Attachment
		var at int64
		err := rows.Scan(&a.ID, &a.Mention, &a.Name, &a.Kind, &a.SHA256, &a.Size, &at)
		a.AddedAt = timeOrZero(at)
		out = append(out, a)
		return err
	})
	return out, explain(err, s.path)
}

// Attachment reads the content of an attachment. One that has changed since
// it was added is data.ErrWorkspaceBroken: it proves nothing.
func (s *Store) Attachment(ctx context.Context, id int64) ([]byte, error) {
	var content []byte
	var sum string
	err := s.reader.QueryRowContext(ctx, `SELECT content, sha256 FROM attachments WHERE id = ?`, id).Scan(&content, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, data.Errorf(data.ErrNotFound, "attachment %d", id)
	}
	if err != nil {
		return nil, explain(err, s.path)
	}
	if have := sha256.Sum256(content); hex.EncodeToString(have[:]) != sum {
		return nil, data.Errorf(data.ErrWorkspaceBroken, "attachment %d is not what was added", id)
	}
	return content, nil
}
