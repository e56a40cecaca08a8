package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"vedetta/data"
)

const crisisColumns = `c.issue_id, i.title, i.severity, i.harm, i.spread, i.responsibility, i.intensifiers, i.reason,
	c.declared_at, c.onset, c.detected_at, c.imported_at, c.type, c.playbook, c.strategies, c.reputation, c.closed_at`

const fromCrises = ` FROM crises c JOIN issues i ON i.id = c.issue_id `

// Crises lists the crises that are closed, or those that are not: the most
// severe first, then the newest.
func (s *Store) Crises(ctx context.Context, closed bool) ([]data.Crisis, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT `+crisisColumns+fromCrises+`WHERE (c.closed_at > 0) = ?
		ORDER BY i.severity DESC, c.declared_at DESC, c.issue_id DESC`, closed)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Crisis
	err = each(rows, func() error {
		c, err := scanCrisis(rows)
		out = append(out, c)
		return err
	})
	return out, explain(err, s.path)
}

// Crisis reads one; ErrNotFound if the issue is none.
func (s *Store) Crisis(ctx context.Context, issue int64) (data.Crisis, error) {
	c, err := crisisIn(ctx, s.reader, issue)
	return c, explain(err, s.path)
}

// CrisisCount counts the crises so far.
func (s *Store) CrisisCount(ctx context.Context) (n int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT count(*) FROM crises`).Scan(&n)
	return n, explain(err, s.path)
}

func crisisIn(ctx context.Context, q querier, issue int64) (data.Crisis, error) {
	c, err := scanCrisis(q.QueryRowContext(ctx, `SELECT `+crisisColumns+fromCrises+`WHERE c.issue_id = ?`, issue))
	if errors.Is(err, sql.ErrNoRows) {
		return c, noCrisis(issue)
	}
	return c, err
}

func scanCrisis(row interface{ Scan(...any) error }) (c data.Crisis, err error) {
	var declared, onset, detected, imported, closed int64
	var strategies string
	r := &c.Rating
	err = row.Scan(&c.Issue, &c.Title, &c.Severity, &r.Harm, &r.Spread, &r.Responsibility, &r.Intensifiers, &c.Reason,
		&declared, &onset, &detected, &imported, &c.Type, &c.Playbook, &strategies, &c.Poor, &closed)
	if err != nil {
		return c, err
	}
	c.DeclaredAt, c.Onset = time.Unix(declared, 0).UTC(), time.Unix(onset, 0).UTC()
	c.DetectedAt, c.ImportedAt, c.ClosedAt = timeOrZero(detected), timeOrZero(imported), timeOrZero(closed)
	return c, json.Unmarshal([]byte(strategies), &c.Strategies)
}

// Declare makes an issue a crisis. Nothing takes that back: the log of a
// crisis only grows.
func (e *IssueEdit) Declare(c data.Crisis) error {
	strategies, err := listOf(c.Strategies)
	if err != nil {
		return err
	}
	done, err := e.tx.ExecContext(e.ctx, `INSERT INTO crises (issue_id, declared_at, onset, detected_at, imported_at, type, playbook, strategies, reputation, changed_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, c.Issue, c.DeclaredAt.Unix(), c.Onset.Unix(), unixOrZero(c.DetectedAt),
		unixOrZero(c.ImportedAt), c.Type, c.Playbook, strategies, c.Poor, e.now.Unix())
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return errors.Join(data.Errorf(data.ErrCrisisDeclared, "issue %d is a crisis", c.Issue), err)
	}
	return nil
}

func listOf(strategies []data.Strategy) (string, error) {
	if len(strategies) == 0 {
		return "[]", nil
	}
	text, err := json.Marshal(strategies)
	return string(text), err
}

// ChangeCrisis lets change edit what a crisis is beside its issue, and tells
// how it was before.
func (e *IssueEdit) ChangeCrisis(issue int64, change func(*data.Crisis)) (before data.Crisis, err error) {
	if before, err = crisisIn(e.ctx, e.tx, issue); err != nil {
		return before, err
	}
	c := before
	change(&c)
	strategies, err := listOf(c.Strategies)
	if err != nil {
		return before, err
	}
	_, err = e.tx.ExecContext(e.ctx, `UPDATE crises SET onset = ?, type = ?, playbook = ?, strategies = ?, reputation = ?, closed_at = ?, changed_at = ? WHERE issue_id = ?`,
		c.Onset.Unix(), c.Type, c.Playbook, strategies, c.Poor, unixOrZero(c.ClosedAt), e.now.Unix(), issue)
	return before, err
}

// logRating notes in the log of a crisis, if an issue is one, that it was rated
// otherwise, wherever that was done.
func logRating(ctx context.Context, tx *sql.Tx, now time.Time, before, after data.Issue) error {
	if before.Severity == after.Severity && before.Rating == after.Rating && before.Reason == after.Reason {
		return nil
	}
	err := appendLog(ctx, tx, after.ID, data.LogEntry{At: now, Kind: data.LogRated, Text: after.Reason, Rest: map[string]any{
		"from": before.Severity, "to": after.Severity, "points": after.Rating.Points(),
	}})
	if data.CodeOf(err) == data.ErrNotFound {
		return nil
	}
	return err
}

// LogCrisis writes the next entry of a crisis's log. It stays when the edit is
// taken back.
func (e *IssueEdit) LogCrisis(issue int64, kind data.LogKind, text string, rest map[string]any) error {
	return appendLog(e.ctx, e.tx, issue, data.LogEntry{At: e.now, Kind: kind, Text: text, Rest: rest})
}

// LogTakenBack writes an entry of a crisis's log when the edit is taken back.
func (e *IssueEdit) LogTakenBack(issue int64, kind data.LogKind, text string, rest map[string]any) {
	clock := e.clock
	e.steps = append(e.steps, func(ctx context.Context, tx *sql.Tx) error {
		return appendLog(ctx, tx, issue, data.LogEntry{At: clock(), Kind: kind, Text: text, Rest: rest})
	})
}

// CrisisIn reads a crisis as the edit has made it.
func (e *IssueEdit) CrisisIn(issue int64) (data.Crisis, error) { return crisisIn(e.ctx, e.tx, issue) }

// Checks promises to look again after a crisis is over.
func (e *IssueEdit) Checks(issue int64, due ...time.Time) error {
	if err := e.DropChecks(issue); err != nil {
		return err
	}
	for _, at := range due {
		if _, err := e.tx.ExecContext(e.ctx, `INSERT INTO promises (issue_id, kind, text, due_at) VALUES (?, ?, '', ?)`, issue, data.PromiseCheck, at.Unix()); err != nil {
			return err
		}
	}
	return nil
}

// DropChecks forgets the checks that were not done: a crisis that goes on is
// not over.
func (e *IssueEdit) DropChecks(issue int64) error {
	_, err := e.tx.ExecContext(e.ctx, `DELETE FROM promises WHERE issue_id = ? AND kind = ? AND text = '' AND done_at = 0`, issue, data.PromiseCheck)
	return err
}
