package store

import (
	"context"
	"encoding/json"
	"time"

	"vedetta/data"
)

var promises = shelf[data.Promise]{
	table:   "promises",
	columns: `id, issue_id, kind, text, due_at, done_at, note`,
	scan: func(row scanner) (p data.Promise, err error) {
		var due, done int64
		err = row.Scan(&p.ID, &p.Issue, &p.Kind, &p.Text, &due, &done, &p.Note)
		p.DueAt, p.DoneAt = timeOrZero(due), timeOrZero(done)
		return p, err
	},
	id:     func(p data.Promise) int64 { return p.ID },
	insert: `(id, issue_id, kind, text, due_at, done_at, note) VALUES (?, ?, ?, ?, ?, ?, ?)`,
	update: `issue_id = ?2, kind = ?3, text = ?4, due_at = ?5, done_at = ?6, note = ?7`,
	values: func(p data.Promise) []any {
		return []any{p.Issue, p.Kind, p.Text, unixOrZero(p.DueAt), unixOrZero(p.DoneAt), p.Note}
	},
}

// Promises lists those of a crisis, the earliest due first.
func (s *Store) Promises(ctx context.Context, issue int64) ([]data.Promise, error) {
	out, err := promises.list(ctx, s.reader, `WHERE issue_id = ? ORDER BY due_at, id`, issue)
	return out, explain(err, s.path)
}

// OpenPromises lists what was promised in a crisis and not done yet, the
// earliest first.
func (s *Store) OpenPromises(ctx context.Context, issue int64) ([]data.Promise, error) {
	out, err := promises.list(ctx, s.reader, `WHERE issue_id = ? AND done_at = 0 ORDER BY due_at, id`, issue)
	return out, explain(err, s.path)
}

// PromisesUntil lists what is promised in any crisis until a moment, and not
// done, the earliest first.
func (s *Store) PromisesUntil(ctx context.Context, until time.Time) ([]data.Promise, error) {
	out, err := promises.list(ctx, s.reader, `WHERE done_at = 0 AND due_at > 0 AND due_at <= ? ORDER BY due_at, id`, until.Unix())
	return out, explain(err, s.path)
}

// PromisesDue counts the promises of a crisis that were due by now, and those
// of them that were kept.
func (s *Store) PromisesDue(ctx context.Context, issue int64, now time.Time) (due, kept int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(done_at > 0), 0) FROM promises WHERE issue_id = ? AND due_at <= ?`,
		issue, now.Unix()).Scan(&due, &kept)
	return due, kept, explain(err, s.path)
}

// Promise reads one in an edit.
func (e *IssueEdit) Promise(id int64) (data.Promise, error) { return promises.at(e.ctx, e.tx, id) }

// PutPromise stores a promise, a new one if it has no id.
func (e *IssueEdit) PutPromise(p data.Promise) (id int64, before data.Promise, err error) {
	return promises.put(e, p)
}

// DropPromise removes a promise.
func (e *IssueEdit) DropPromise(id int64) (data.Promise, error) { return promises.drop(e, id) }

// Review reads what was learnt from a crisis; false if nothing was written.
func (s *Store) Review(ctx context.Context, issue int64) (r data.Review, written bool, err error) {
	var text string
	err = s.reader.QueryRowContext(ctx, `SELECT review FROM crises WHERE issue_id = ?`, issue).Scan(&text)
	if err == nil && text != "" {
		err = json.Unmarshal([]byte(text), &r)
	}
	return r, text != "", explain(err, s.path)
}

// SaveReview stores what was learnt from a crisis.
func (e *IssueEdit) SaveReview(issue int64, r data.Review) error {
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	_, err = e.tx.ExecContext(e.ctx, `UPDATE crises SET review = ?, changed_at = ? WHERE issue_id = ?`, string(text), e.now.Unix(), issue)
	return err
}
