package store

import (
	"context"
	"time"

	"vedetta/data"
)

// Waited is a mention that wants an answer and when it got one.
type Waited struct {
	Watchable
	AnsweredAt int64 // Unix; 0 if never
}

// Waiting lists the negative mentions from a moment on, and those that were
// answered, in order of time.
func (s *Store) Waiting(ctx context.Context, from time.Time) (all []Waited, err error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT m.id, m.source_id, m.label, m.reach, m.watched, coalesce(a.at, 0)
		FROM mentions m LEFT JOIN (SELECT mention_id, min(sent_at) at FROM replies WHERE state = ? GROUP BY mention_id) a ON a.mention_id = m.id
		WHERE m.id >= ? AND (m.label = ? OR a.at IS NOT NULL) ORDER BY m.id`, data.ReplySent, int64(idAt(from)), data.Negative)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var w Waited
		if err := rows.Scan(&w.ID, &w.Source, &w.Label, &w.Reach, &w.Watched, &w.AnsweredAt); err != nil {
			return err
		}
		all = append(all, w)
		return nil
	})
	return all, explain(err, s.path)
}

// FirstJudged is when the first incident got a verdict; 0 if none did.
func (s *Store) FirstJudged(ctx context.Context) (at int64, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce(min(judged_at), 0) FROM incidents WHERE judged_at > 0`).Scan(&at)
	return at, explain(err, s.path)
}

// LastCrisisType is the type that was chosen last; empty if none was.
func (s *Store) LastCrisisType(ctx context.Context) (t data.CrisisType, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce((SELECT type FROM crises WHERE type <> '' ORDER BY changed_at DESC LIMIT 1), '')`).Scan(&t)
	return t, explain(err, s.path)
}

// SentStatements lists what was published, in order of time.
func (s *Store) SentStatements(ctx context.Context) (all []data.Statement, err error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, coalesce(issue_id, 0), kind, lang, text, sent_at FROM statements
		WHERE sent_at > 0 ORDER BY sent_at, id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var st data.Statement
		var sent int64
		if err := rows.Scan(&st.ID, &st.Issue, &st.Kind, &st.Lang, &st.Text, &sent); err != nil {
			return err
		}
		st.State, st.SentAt = data.ReplySent, timeOrZero(sent)
		all = append(all, st)
		return nil
	})
	return all, explain(err, s.path)
}
