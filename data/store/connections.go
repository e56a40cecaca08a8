package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"vedetta/data"
)

const connectionColumns = `id, network, name, settings, every, paused, cursor, sends, tried_at, fetched_at, next_at, failure, added, mentions`

// Connections lists the connections by name.
func (s *Store) Connections(ctx context.Context) ([]data.Connection, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT `+connectionColumns+` FROM connections ORDER BY name, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Connection
	err = each(rows, func() error {
		c, err := scanConnection(rows)
		out = append(out, c)
		return err
	})
	return out, explain(err, s.path)
}

// Connection reads one; ErrNotFound if there is none.
func (s *Store) Connection(ctx context.Context, id int64) (data.Connection, error) {
	c, err := scanConnection(s.reader.QueryRowContext(ctx, `SELECT `+connectionColumns+` FROM connections WHERE id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return c, data.Errorf(data.ErrNotFound, "connection %d", id)
	}
	return c, explain(err, s.path)
}

func scanConnection(row interface{ Scan(...any) error }) (c data.Connection, err error) {
	var settings, failure string
	var every, tried, fetched, next int64
	err = row.Scan(&c.ID, &c.Network, &c.Name, &settings, &every, &c.Paused, &c.Cursor, &c.Sends, &tried, &fetched, &next, &failure, &c.State.Added, &c.State.Mentions)
	if err != nil {
		return c, err
	}
	c.Every = time.Duration(every) * time.Second
	c.State.TriedAt, c.State.FetchedAt, c.State.NextAt = timeOrZero(tried), timeOrZero(fetched), timeOrZero(next)
	c.State.Failure = readFailure(failure)
	return c, json.Unmarshal([]byte(settings), &c.Settings)
}

// SaveConnection stores a connection as the person set it up, a new one if its
// ID is 0. Cursor and state of one that is here stay.
func (s *Store) SaveConnection(ctx context.Context, c data.Connection) (id int64, err error) {
	settings, err := json.Marshal(c.Settings)
	if err != nil {
		return 0, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := freeName(ctx, tx, c); err != nil {
			return err
		}
		if c.ID == 0 {
			res, err := tx.ExecContext(ctx, `INSERT INTO connections (network, name, settings, every, paused) VALUES (?, ?, ?, ?, ?)`,
				c.Network, c.Name, string(settings), int64(c.Every/time.Second), c.Paused)
			if err != nil {
				return err
			}
			id, err = res.LastInsertId()
			return err
		}
		id = c.ID
		_, err := tx.ExecContext(ctx, `UPDATE connections SET name = ?, settings = ?, every = ?, paused = ?, next_at = 0 WHERE id = ?`,
			c.Name, string(settings), int64(c.Every/time.Second), c.Paused, id)
		return err
	})
	return id, err
}

func freeName(ctx context.Context, tx *sql.Tx, c data.Connection) error {
	var taken bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM connections WHERE name = ? AND id <> ?)`, c.Name, c.ID).Scan(&taken)
	if err == nil && taken {
		return (&data.Error{Code: data.ErrNameTaken}).With("Name", c.Name)
	}
	return err
}

// RemoveConnection forgets a connection. What it brought stays.
func (s *Store) RemoveConnection(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM connections WHERE id = ?`, id)
		return err
	})
}

// Tried records how a fetch ended, and when the next one is due; failure is
// nil if it went well.
func (s *Store) Tried(ctx context.Context, id int64, added int, next time.Time, failure *data.Error) error {
	text, err := writeFailure(failure)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		now := s.clock().Unix()
		_, err := tx.ExecContext(ctx, `UPDATE connections SET tried_at = ?1, next_at = ?2, failure = ?3, added = ?4, mentions = mentions + ?4,
			fetched_at = CASE WHEN ?3 = '' THEN ?1 ELSE fetched_at END, failures = CASE WHEN ?3 = '' THEN 0 ELSE failures + 1 END WHERE id = ?5`,
			now, unixOrZero(next), text, added, id)
		return err
	})
}

// Failures tells how often in a row a connection failed.
func (s *Store) Failures(ctx context.Context, id int64) (n int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT failures FROM connections WHERE id = ?`, id).Scan(&n)
	return n, explain(err, s.path)
}

// kept is an error as it is kept: what the person is told, without the cause.
type kept struct {
	Code data.Code      `json:"code"`
	Args map[string]any `json:"args,omitempty"`
}

func writeFailure(e *data.Error) (string, error) {
	if e == nil {
		return "", nil
	}
	j, err := json.Marshal(kept{e.Code, e.Args})
	return string(j), err
}

// readFailure is nil for none. Numbers and times in it became numbers and
// texts.
func readFailure(text string) *data.Error {
	var k kept
	if text == "" || json.Unmarshal([]byte(text), &k) != nil {
		return nil
	}
	return &data.Error{Code: k.Code, Args: k.Args}
}
