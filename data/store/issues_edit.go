package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"vedetta/data"
)

// IssueEdit changes issues in one transaction. It remembers what takes each
// step back.
type IssueEdit struct {
	ctx   context.Context
	tx    *sql.Tx
	now   time.Time
	clock func() time.Time
	steps []issueStep
}

type issueStep func(ctx context.Context, tx *sql.Tx) error

// IssueUndo takes an edit back.
type IssueUndo struct{ steps []issueStep }

// EditIssues makes a change of issues: all of it or, if edit fails, nothing.
func (s *Store) EditIssues(ctx context.Context, edit func(*IssueEdit) error) (IssueUndo, error) {
	e := IssueEdit{ctx: ctx, now: s.clock(), clock: s.clock}
	err := s.write(ctx, func(tx *sql.Tx) error {
		e.tx = tx
		return edit(&e)
	})
	return IssueUndo{e.steps}, err
}

// TakeBackIssues undoes an edit, the last step first.
func (s *Store) TakeBackIssues(ctx context.Context, u IssueUndo) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for n := len(u.steps) - 1; n >= 0; n-- {
			if err := u.steps[n](ctx, tx); err != nil {
				return err
			}
		}
		return nil
	})
}

func (e *IssueEdit) undoing(statement string, args ...any) {
	e.steps = append(e.steps, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, statement, args...)
		return err
	})
}

// Create makes an open issue.
func (e *IssueEdit) Create(title string) (id int64, err error) {
	err = e.tx.QueryRowContext(e.ctx, `INSERT INTO issues (title, created_at, changed_at) VALUES (?, ?, ?) RETURNING id`,
		title, e.now.Unix(), e.now.Unix()).Scan(&id)
	// A crisis stays, with its log: nothing takes that back.
	e.undoing(`DELETE FROM issues WHERE id = ? AND NOT EXISTS (SELECT 1 FROM crises WHERE issue_id = issues.id)`, id)
	return id, err
}

// Change lets change edit an issue and tells how it was before. Its counts are
// not known here.
func (e *IssueEdit) Change(id int64, change func(*data.Issue)) (before data.Issue, err error) {
	before, err = issueIn(e.ctx, e.tx, id)
	if err != nil {
		return before, err
	}
	after := before
	change(&after)
	after.ChangedAt = e.now
	e.steps = append(e.steps, func(ctx context.Context, tx *sql.Tx) error {
		return errors.Join(saveIssue(ctx, tx, before), logRating(ctx, tx, e.now, after, before))
	})
	return before, errors.Join(saveIssue(e.ctx, e.tx, after), logRating(e.ctx, e.tx, e.now, before, after))
}

func saveIssue(ctx context.Context, tx *sql.Tx, i data.Issue) error {
	_, err := tx.ExecContext(ctx, `UPDATE issues SET title = ?, severity = ?, harm = ?, spread = ?, responsibility = ?, intensifiers = ?,
		reason = ?, status = ?, due_at = ?, notes = ?, changed_at = ?, closed_at = ?, merged_into = nullif(?, 0) WHERE id = ?`,
		i.Title, i.Severity, i.Rating.Harm, i.Rating.Spread, i.Rating.Responsibility, i.Rating.Intensifiers,
		i.Reason, i.Status, unixOrZero(i.DueAt), i.Notes, i.ChangedAt.Unix(), unixOrZero(i.ClosedAt), i.MergedInto, i.ID)
	return err
}

// linkMentions takes the ids as a JSON list, so that ten thousand are one
// statement.
const linkMentions = `INSERT INTO issue_mentions SELECT ?, m.id FROM json_each(?) j CROSS JOIN mentions m ON m.id = j.value
	WHERE EXISTS (SELECT 1 FROM issues WHERE id = ?) ON CONFLICT DO NOTHING RETURNING mention_id`

const unlinkMentions = `DELETE FROM issue_mentions WHERE issue_id = ? AND mention_id IN (SELECT value FROM json_each(?)) RETURNING mention_id`

// Add puts mentions to an issue and gives those that were not there.
func (e *IssueEdit) Add(issue int64, ids []data.ID) (added []data.ID, err error) {
	if _, err := issueIn(e.ctx, e.tx, issue); err != nil {
		return nil, err
	}
	if added, err = changedLinks(e.ctx, e.tx, linkMentions, issue, listed(ids), issue); err != nil {
		return nil, err
	}
	e.undoing(unlinkMentions, issue, listed(added))
	return added, nil
}

// Remove takes mentions out of an issue and gives those that were there.
func (e *IssueEdit) Remove(issue int64, ids []data.ID) (removed []data.ID, err error) {
	if removed, err = changedLinks(e.ctx, e.tx, unlinkMentions, issue, listed(ids)); err != nil {
		return nil, err
	}
	e.undoing(linkMentions, issue, listed(removed), issue)
	return removed, nil
}

// Mentions lists all mentions of an issue.
func (e *IssueEdit) Mentions(issue int64) ([]data.ID, error) {
	return changedLinks(e.ctx, e.tx, `SELECT mention_id FROM issue_mentions WHERE issue_id = ?`, issue)
}

func changedLinks(ctx context.Context, tx *sql.Tx, statement string, args ...any) (ids []data.ID, err error) {
	rows, err := tx.QueryContext(ctx, statement, args...)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var id data.ID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	return ids, err
}

// listed writes ids as a JSON list.
func listed(ids []data.ID) string { return "[" + join(ids) + "]" }

// Handle notes that an incident is handled as an issue.
func (e *IssueEdit) Handle(incident, issue int64) error {
	var before sql.NullInt64
	if err := e.tx.QueryRowContext(e.ctx, `SELECT issue_id FROM incidents WHERE id = ?`, incident).Scan(&before); err != nil {
		return err
	}
	e.undoing(`UPDATE incidents SET issue_id = ? WHERE id = ?`, before, incident)
	_, err := e.tx.ExecContext(e.ctx, `UPDATE incidents SET issue_id = ? WHERE id = ?`, issue, incident)
	return err
}

// HandOver lets what an issue handled be handled as another one.
func (e *IssueEdit) HandOver(from, to int64) error {
	incidents, err := changedLinks(e.ctx, e.tx, `SELECT id FROM incidents WHERE issue_id = ?`, from)
	for _, id := range incidents {
		if err == nil {
			err = e.Handle(int64(id), to)
		}
	}
	return err
}

// Log writes an entry of an issue's timeline.
func (e *IssueEdit) Log(issue int64, kind data.IssueEventKind, rest data.EventRest) error {
	text, err := json.Marshal(rest)
	if err != nil {
		return err
	}
	var id int64
	err = e.tx.QueryRowContext(e.ctx, `INSERT INTO issue_events (issue_id, at, kind, rest) VALUES (?, ?, ?, ?) RETURNING id`,
		issue, e.now.Unix(), kind, string(text)).Scan(&id)
	e.undoing(`DELETE FROM issue_events WHERE id = ?`, id)
	return err
}
