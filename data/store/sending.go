package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"vedetta/data"
)

// Sendable is a reply in the outbox whose mention a connection brought.
type Sendable struct {
	Reply      data.Reply
	Connection int64
	Extras     map[string]string // what the network calls the mention
	Handed     string            // the text with which it was handed over before; empty if it never was
	Failure    *data.Error       // why that went wrong
}

// Sendables lists the replies in the outbox that a connection may send, the
// oldest mention first.
func (s *Store) Sendables(ctx context.Context) ([]Sendable, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT r.id, r.mention_id, r.text, f.connection_id, f.extras, coalesce(g.text, ''), coalesce(g.failure, '')
		FROM replies r JOIN fetched f ON f.mention_id = r.mention_id LEFT JOIN sending g ON g.reply_id = r.id
		WHERE r.state = ? AND r.text <> '' AND f.gone_at = 0 ORDER BY r.mention_id`, data.ReplyReady)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []Sendable
	err = each(rows, func() error {
		one := Sendable{Reply: data.Reply{State: data.ReplyReady}}
		var extras, failure string
		if err := rows.Scan(&one.Reply.ID, &one.Reply.Mention, &one.Reply.Text, &one.Connection, &extras, &one.Handed, &failure); err != nil {
			return err
		}
		one.Failure = readFailure(failure)
		err := json.Unmarshal([]byte(extras), &one.Extras)
		out = append(out, one)
		return err
	})
	return out, explain(err, s.path)
}

// BeginSending notes that a reply is handed to a network before it is: after a
// crash it is looked for there before it is sent again.
func (s *Store) BeginSending(ctx context.Context, one Sendable) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO sending (reply_id, connection_id, text, began_at, tries) VALUES (?, ?, ?, ?, 1)
			ON CONFLICT (reply_id) DO UPDATE SET connection_id = excluded.connection_id, text = excluded.text, began_at = excluded.began_at, tries = tries + 1, failure = ''`,
			one.Reply.ID, one.Connection, one.Reply.Text, s.clock().Unix())
		return err
	})
}

// SendingFailed notes why a reply was not sent.
func (s *Store) SendingFailed(ctx context.Context, one Sendable, failure *data.Error) error {
	text, err := writeFailure(failure)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO sending (reply_id, connection_id, text, began_at, failure) VALUES (?, ?, '', ?, ?)
			ON CONFLICT (reply_id) DO UPDATE SET failure = excluded.failure`, one.Reply.ID, one.Connection, s.clock().Unix(), text)
		return err
	})
}

// NotSent tells why a reply in the outbox was not sent when that was tried; nil
// if it was not tried, or nobody knows.
func (s *Store) NotSent(ctx context.Context, mention data.ID) (*data.Error, error) {
	var text string
	err := s.reader.QueryRowContext(ctx, `SELECT g.failure FROM sending g JOIN replies r ON r.id = g.reply_id
		WHERE r.mention_id = ? AND r.state <> ?`, mention, data.ReplySent).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return readFailure(text), explain(err, s.path)
}

// AllowSending says whether replies may leave by a connection.
func (s *Store) AllowSending(ctx context.Context, connection int64, on bool) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE connections SET sends = ? WHERE id = ?`, on, connection)
		return err
	})
}

// forgetUnknown forgets that a reply may be public, when the person has looked
// and puts it into the outbox anew.
func forgetUnknown(ctx context.Context, tx *sql.Tx, reply int64) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM sending WHERE reply_id = ? AND failure <> '' AND json_extract(failure, '$.code') = ?`, reply, data.ErrSendingUnknown)
	return err
}
