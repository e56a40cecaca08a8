package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"vedetta/data"
)

// nobody is the author of an entry while the business has no name.
const nobody = "—"

// clockSlack is how far a clock may run back without a word about it.
const clockSlack = time.Minute

// appendLog writes the next entry of a crisis's log. Its hash covers the hash
// that the crisis remembers as its newest, not the one of whatever row happens
// to be the last: what was cut off stays missed for ever. The time of an entry
// is never before that of the one before it; when the clock was set back,
// data.LogClock of its rest is what the clock said. Without an author it is the
// business's name.
func appendLog(ctx context.Context, tx *sql.Tx, issue int64, e data.LogEntry) error {
	before, last, err := logHead(ctx, tx, issue)
	if err != nil {
		return err
	}
	rest := map[string]any{}
	for k, v := range e.Rest {
		rest[k] = v
	}
	if e.At.Before(last) {
		if last.Sub(e.At) > clockSlack {
			rest[data.LogClock] = e.At.UTC().Format(time.RFC3339)
		}
		e.At = last
	}
	if e.Author == "" {
		if e.Author, err = logAuthor(ctx, tx); err != nil {
			return err
		}
	}
	text, err := json.Marshal(rest)
	if err != nil {
		return err
	}
	l := logLine{issue, e.At.Unix(), e.Author, e.Kind, e.Text, string(text), e.Attached, before}
	return l.insert(ctx, tx)
}

// logHead is the hash that the next entry follows and the latest time in a log.
func logHead(ctx context.Context, tx *sql.Tx, issue int64) (before string, last time.Time, err error) {
	var at int64
	err = tx.QueryRowContext(ctx, `SELECT log_hash, (SELECT coalesce(max(at), 0) FROM crisis_log WHERE issue_id = c.issue_id)
		FROM crises c WHERE issue_id = ?`, issue).Scan(&before, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return "", last, noCrisis(issue)
	}
	return before, timeOrZero(at), err
}

func noCrisis(issue int64) error { return data.Errorf(data.ErrNotFound, "crisis %d", issue) }

func logAuthor(ctx context.Context, tx *sql.Tx) (string, error) {
	var text string
	err := tx.QueryRowContext(ctx, `SELECT value FROM settings WHERE key = ?`, SettingProfile).Scan(&text)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	var p data.Profile
	// A profile that cannot be read must not keep a crisis from its log.
	if text != "" {
		_ = json.Unmarshal([]byte(text), &p)
	}
	return cmp.Or(p.Person, p.Business, nobody), nil
}

// logLine is an entry as it is stored and hashed.
type logLine struct {
	issue, at                                 int64
	author, kind, text, rest, attached, after string
}

// hash is SHA-256 over the fields, each with its length before it, so that no
// two entries read alike.
func (l logLine) hash() string {
	h := sha256.New()
	for _, part := range []string{
		l.after, fmt.Sprint(l.issue), fmt.Sprint(l.at), l.author, l.kind, l.text, l.rest, l.attached,
	} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (l logLine) insert(ctx context.Context, tx *sql.Tx) error {
	hash := l.hash()
	_, err := tx.ExecContext(ctx, `INSERT INTO crisis_log (issue_id, at, author, kind, text, rest, attached, before, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, l.issue, l.at, l.author, l.kind, l.text, l.rest, l.attached, l.after, hash)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE crises SET log_count = log_count + 1, log_hash = ? WHERE issue_id = ?`, hash, l.issue)
	return err
}

// HashedEntry is an entry of a log with its place in the chain.
type HashedEntry struct {
	data.LogEntry
	Before, Hash string
}

// CrisisLog reads the log of a crisis, oldest first. An entry is broken from
// the first one on that was changed, put in by somebody else, or before which
// others are gone; entries that were cut off the end show as one of the kind
// data.LogMissing.
func (s *Store) CrisisLog(ctx context.Context, issue int64) ([]HashedEntry, error) {
	c := chain{issue: issue}
	err := s.reader.QueryRowContext(ctx, `SELECT log_count, log_hash FROM crises WHERE issue_id = ?`, issue).Scan(&c.count, &c.head)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, noCrisis(issue)
	}
	if err != nil {
		return nil, explain(err, s.path)
	}
	rows, err := s.reader.QueryContext(ctx, `SELECT id, at, author, kind, text, rest, attached, before, hash
		FROM crisis_log WHERE issue_id = ? ORDER BY id`, issue)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		l := logLine{issue: issue}
		var id int64
		var hash string
		err := rows.Scan(&id, &l.at, &l.author, &l.kind, &l.text, &l.rest, &l.attached, &l.after, &hash)
		c.add(id, l, hash)
		return err
	})
	c.finish()
	return c.entries, explain(err, s.path)
}

// chain checks the entries of a log one after the other.
type chain struct {
	issue   int64
	count   int    // entries that were written
	head    string // hash of the newest of them
	entries []HashedEntry
	last    string
	broken  bool
}

func (c *chain) add(id int64, l logLine, hash string) {
	beyond := c.last == c.head // the newest has been read, or there is none
	c.broken = c.broken || beyond || l.after != c.last || hash != l.hash()
	c.last = hash
	e := HashedEntry{Before: l.after, Hash: hash, LogEntry: data.LogEntry{
		ID: id, At: timeOrZero(l.at), Author: l.author, Kind: l.kind, Text: l.text, Attached: l.attached, Broken: c.broken,
	}}
	if json.Unmarshal([]byte(l.rest), &e.Rest) != nil {
		e.Rest = nil // somebody changed it: the hash says so
	}
	c.entries = append(c.entries, e)
}

// finish notes what is missing at the end.
func (c *chain) finish() {
	missing := c.count - len(c.entries)
	if c.last == c.head || missing <= 0 && c.broken {
		return
	}
	e := data.LogEntry{Kind: data.LogMissing, Rest: map[string]any{"count": max(missing, 1)}, Broken: true}
	if n := len(c.entries); n > 0 {
		e.At = c.entries[n-1].At
	}
	c.entries = append(c.entries, HashedEntry{LogEntry: e})
}

// WriteLog writes an entry of a crisis's log, with a file if there is one.
func (s *Store) WriteLog(ctx context.Context, issue int64, e data.LogEntry, name string, file []byte) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if file != nil {
			sum := sha256.Sum256(file)
			e.Attached = hex.EncodeToString(sum[:])
			_, err := tx.ExecContext(ctx, `INSERT INTO crisis_files (sha256, name, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, e.Attached, name, file)
			if err != nil {
				return err
			}
		}
		return appendLog(ctx, tx, issue, e)
	})
}

// LogFile reads a file of a log by its hash. One that has changed since is
// data.ErrWorkspaceBroken: it proves nothing.
func (s *Store) LogFile(ctx context.Context, sha string) (name string, content []byte, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT name, bytes FROM crisis_files WHERE sha256 = ?`, sha).Scan(&name, &content)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil, data.Errorf(data.ErrNotFound, "file %s", sha)
	}
	if err != nil {
		return "", nil, explain(err, s.path)
	}
	if have := sha256.Sum256(content); hex.EncodeToString(have[:]) != sha {
		return "", nil, data.Errorf(data.ErrWorkspaceBroken, "file %s is not what was added", sha)
	}
	return name, content, nil
}
