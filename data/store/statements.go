package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"vedetta/data"
)

var statements = shelf[data.Statement]{
	table:   "statements",
	columns: `id, issue_id, kind, state, title, lang, text, channels, url, next_at, strategies, created_at, changed_at, sent_at`,
	scan:    scanStatement,
	id:      func(s data.Statement) int64 { return s.ID },
	insert: `(id, issue_id, kind, state, title, lang, text, channels, url, next_at, strategies, created_at, changed_at, sent_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	update: `issue_id = ?2, kind = ?3, state = ?4, title = ?5, lang = ?6, text = ?7, channels = ?8, url = ?9, next_at = ?10,
		strategies = ?11, created_at = ?12, changed_at = ?13, sent_at = ?14`,
	values: func(s data.Statement) []any {
		strategies, err := listOf(s.Strategies)
		if err != nil {
			strategies = "[]" // cannot be: strings
		}
		return []any{
			s.Issue, s.Kind, s.State, s.Title, s.Lang, s.Text, s.Channels, s.URL, unixOrZero(s.NextAt), strategies,
			unixOrZero(s.CreatedAt), unixOrZero(s.ChangedAt), unixOrZero(s.SentAt),
		}
	},
}

func scanStatement(row scanner) (s data.Statement, err error) {
	var strategies string
	var next, created, changed, sent int64
	err = row.Scan(&s.ID, &s.Issue, &s.Kind, &s.State, &s.Title, &s.Lang, &s.Text, &s.Channels, &s.URL, &next, &strategies, &created, &changed, &sent)
	if err != nil {
		return s, err
	}
	s.NextAt, s.CreatedAt, s.ChangedAt, s.SentAt = timeOrZero(next), timeOrZero(created), timeOrZero(changed), timeOrZero(sent)
	return s, json.Unmarshal([]byte(strategies), &s.Strategies)
}

// Statements lists those of a crisis, the oldest first: by when they were
// published, else begun.
func (s *Store) Statements(ctx context.Context, issue int64) ([]data.Statement, error) {
	out, err := statements.list(ctx, s.reader, `WHERE issue_id = ? ORDER BY CASE WHEN sent_at > 0 THEN sent_at ELSE created_at END, id`, issue)
	return out, explain(err, s.path)
}

// Published lists what was published of all crises in a period, oldest first;
// words to the staff are not public.
func (s *Store) Published(ctx context.Context, p data.Period) ([]data.Statement, error) {
	until := p.To
	if until.IsZero() {
		until = time.Unix(1<<40, 0)
	}
	out, err := statements.list(ctx, s.reader, `WHERE sent_at > 0 AND sent_at >= ? AND sent_at < ? AND kind <> ? ORDER BY sent_at, id`,
		unixOrZero(p.From), until.Unix(), data.StatementInternal)
	return out, explain(err, s.path)
}

// Statement reads one in an edit.
func (e *IssueEdit) Statement(id int64) (data.Statement, error) {
	return statements.at(e.ctx, e.tx, id)
}

// PutStatement stores a statement, a new one if it has no id, and tells what
// was there.
func (e *IssueEdit) PutStatement(s data.Statement) (id int64, before data.Statement, err error) {
	if s.ChangedAt = e.now; s.ID == 0 {
		s.CreatedAt = e.now
	}
	return statements.put(e, s)
}

// DropStatement throws a statement away, with its earlier wordings.
func (e *IssueEdit) DropStatement(id int64) (data.Statement, error) {
	kept, err := versionsIn(e.ctx, e.tx, id)
	if err != nil {
		return data.Statement{}, err
	}
	// What was noted last is done first when it is taken back.
	e.steps = append(e.steps, func(ctx context.Context, tx *sql.Tx) error {
		for _, w := range kept {
			if err := keepVersion(ctx, tx, id, w); err != nil {
				return err
			}
		}
		return nil
	})
	return statements.drop(e, id)
}

// KeepStatement remembers a wording of a statement.
func (e *IssueEdit) KeepStatement(id int64, text string) error {
	return keepVersion(e.ctx, e.tx, id, data.Wording{SavedAt: e.now, Text: text})
}

func keepVersion(ctx context.Context, tx *sql.Tx, id int64, w data.Wording) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO statement_versions (statement_id, saved_at, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
		id, w.SavedAt.Unix(), w.Text)
	return err
}

// StatementVersions are the earlier wordings of a statement, newest first.
func (s *Store) StatementVersions(ctx context.Context, id int64) ([]data.Wording, error) {
	out, err := versionsIn(ctx, s.reader, id)
	return out, explain(err, s.path)
}

func versionsIn(ctx context.Context, q querier, id int64) (out []data.Wording, err error) {
	rows, err := q.QueryContext(ctx, `SELECT saved_at, text FROM statement_versions WHERE statement_id = ? ORDER BY id DESC`, id)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var w data.Wording
		var at int64
		err := rows.Scan(&at, &w.Text)
		w.SavedAt = timeOrZero(at)
		out = append(out, w)
		return err
	})
	return out, err
}
