package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"vedetta/data"
)

const ruleColumns = `id, name, query, actions, enabled, position, (SELECT count(DISTINCT mention_id) FROM triage_log WHERE rule_id = r.id)`

// TriageRules lists the rules in the order in which they work.
func (s *Store) TriageRules(ctx context.Context) ([]data.TriageRule, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT `+ruleColumns+` FROM triage_rules r ORDER BY position, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.TriageRule
	err = each(rows, func() error {
		r, err := scanRule(rows)
		out = append(out, r)
		return err
	})
	return out, explain(err, s.path)
}

func scanRule(row interface{ Scan(...any) error }) (r data.TriageRule, err error) {
	var actions string
	if err = row.Scan(&r.ID, &r.Name, &r.Query, &actions, &r.Enabled, &r.Position, &r.Touched); err != nil {
		return r, err
	}
	return r, json.Unmarshal([]byte(actions), &r.Actions)
}

// TriageRule reads one; ErrNotFound if there is none.
func (s *Store) TriageRule(ctx context.Context, id int64) (data.TriageRule, error) {
	r, err := scanRule(s.reader.QueryRowContext(ctx, `SELECT `+ruleColumns+` FROM triage_rules r WHERE id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return r, data.Errorf(data.ErrNotFound, "rule %d", id)
	}
	return r, explain(err, s.path)
}

// PutTriageRule stores a rule and gives its id and the one before; without an
// id it is new and comes last. ErrNameTaken for a name that another one has.
func (s *Store) PutTriageRule(ctx context.Context, r data.TriageRule) (id int64, before *data.TriageRule, err error) {
	actions, err := json.Marshal(r.Actions)
	if err != nil {
		return 0, nil, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		var taken bool
		if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM triage_rules WHERE name = ? AND id <> ?)`, r.Name, r.ID).Scan(&taken); err != nil {
			return err
		}
		if taken {
			return (&data.Error{Code: data.ErrNameTaken}).With("Name", r.Name)
		}
		if r.ID == 0 {
			return tx.QueryRowContext(ctx, `INSERT INTO triage_rules (name, query, actions, enabled, position, created_at)
				SELECT ?, ?, ?, ?, coalesce(max(position) + 1, 0), ? FROM triage_rules RETURNING id`,
				r.Name, r.Query, string(actions), r.Enabled, s.clock().Unix()).Scan(&id)
		}
		id = r.ID
		was, err := scanRule(tx.QueryRowContext(ctx, `SELECT `+ruleColumns+` FROM triage_rules r WHERE id = ?`, id))
		if err == nil {
			before = &was
		} else if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO triage_rules (id, name, query, actions, enabled, position, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, actions = excluded.actions,
			enabled = excluded.enabled, position = excluded.position`,
			r.ID, r.Name, r.Query, string(actions), r.Enabled, r.Position, s.clock().Unix())
		return err
	})
	return id, before, err
}

// DropTriageRule removes a rule with its log; what it did stays.
func (s *Store) DropTriageRule(ctx context.Context, id int64) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM triage_rules WHERE id = ?`, id)
		return err
	})
}

// RuleLog lists what a rule did, newest first.
func (s *Store) RuleLog(ctx context.Context, rule int64, limit int) ([]data.RuleLogEntry, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT l.at, l.mention_id, l.did, m.author, m.handle, m.title, substr(m.text, 1, `+snippetBytes+`)
		FROM triage_log l JOIN mentions m ON m.id = l.mention_id WHERE l.rule_id = ? ORDER BY l.id DESC LIMIT ?`, rule, limit)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.RuleLogEntry
	err = each(rows, func() error {
		var e data.RuleLogEntry
		var at int64
		var did, title, text string
		var author data.Author
		if err := rows.Scan(&at, &e.Mention, &did, &author.Name, &author.Handle, &title, &text); err != nil {
			return err
		}
		e.At, e.Author, e.Snippet = timeOrZero(at), author.Shown(), snippet(title, text)
		err := json.Unmarshal([]byte(did), &e.Did)
		out = append(out, e)
		return err
	})
	return out, explain(err, s.path)
}
