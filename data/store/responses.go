package store

import (
	"context"
	"time"

	"vedetta/data"
)

// Answered is a mention with its first sent answer.
type Answered struct {
	ID       data.ID
	SentAt   time.Time // zero if nobody knows
	Severity int       // the highest of its issues
}

// mostAnswered answers are measured; the newest ones.
const mostAnswered = 100_000

// Answered lists the mentions of a filter that were answered, newest first.
func (s *Store) Answered(ctx context.Context, f data.Filter) (out []Answered, err error) {
	q := s.compile(f)
	rows, err := s.reader.QueryContext(ctx, `SELECT m.id, r.sent_at, coalesce((SELECT max(i.severity) FROM issue_mentions im
			JOIN issues i ON i.id = im.issue_id WHERE im.mention_id = m.id), 0) FROM
		(SELECT mention_id, coalesce(min(nullif(sent_at, 0)), 0) AS sent_at FROM replies WHERE state = 'sent' GROUP BY mention_id) r
		CROSS JOIN `+q.from+` WHERE m.id = r.mention_id AND `+q.sqlWhere()+` ORDER BY m.id DESC LIMIT ?`, append(q.args, mostAnswered)...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var a Answered
		var sent int64
		err := rows.Scan(&a.ID, &sent, &a.Severity)
		a.SentAt = timeOrZero(sent)
		out = append(out, a)
		return err
	})
	return out, explain(err, s.path)
}

// Severities tells the highest severity of the open issues of some mentions;
// those in none are left out.
func (s *Store) Severities(ctx context.Context, ids []data.ID) (map[data.ID]int, error) {
	out := map[data.ID]int{}
	if len(ids) == 0 {
		return out, nil
	}
	rows, err := s.reader.QueryContext(ctx, `SELECT im.mention_id, max(i.severity) FROM issue_mentions im JOIN issues i ON i.id = im.issue_id
		WHERE i.closed_at = 0 AND im.mention_id IN (`+join(ids)+`) GROUP BY im.mention_id`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var id data.ID
		var severity int
		err := rows.Scan(&id, &severity)
		out[id] = severity
		return err
	})
	return out, explain(err, s.path)
}

// OpenIssues lists the ids of the open issues of a severity.
func (s *Store) OpenIssues(ctx context.Context, severity int) ([]int64, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT id FROM issues WHERE closed_at = 0 AND severity = ?`, severity)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var ids []int64
	err = each(rows, func() error {
		var id int64
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	return ids, explain(err, s.path)
}
