package store

import (
	"context"

	"vedetta/data"
)

var claims = shelf[data.Claim]{
	table:   "claims",
	columns: `id, issue_id, text, finding, correction, query, source, changed_at`,
	scan: func(row scanner) (c data.Claim, err error) {
		var changed int64
		err = row.Scan(&c.ID, &c.Issue, &c.Text, &c.Finding, &c.Correction, &c.Query, &c.Source, &changed)
		c.ChangedAt = timeOrZero(changed)
		return c, err
	},
	id:     func(c data.Claim) int64 { return c.ID },
	insert: `(id, issue_id, text, finding, correction, query, source, changed_at, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)`,
	update: `issue_id = ?2, text = ?3, finding = ?4, correction = ?5, query = ?6, source = ?7, changed_at = ?8`,
	values: func(c data.Claim) []any {
		return []any{c.Issue, c.Text, c.Finding, c.Correction, c.Query, c.Source, unixOrZero(c.ChangedAt)}
	},
}

var questions = shelf[data.Question]{
	table:   "questions",
	columns: `id, issue_id, question, answer`,
	scan: func(row scanner) (q data.Question, err error) {
		err = row.Scan(&q.ID, &q.Issue, &q.Question, &q.Answer)
		return q, err
	},
	id: func(q data.Question) int64 { return q.ID },
	insert: `(id, issue_id, question, answer, position) VALUES (?1, ?2, ?3, ?4,
		coalesce(?1, (SELECT coalesce(max(id), 0) + 1 FROM questions)))`,
	update: `issue_id = ?2, question = ?3, answer = ?4`,
	values: func(q data.Question) []any { return []any{q.Issue, q.Question, q.Answer} },
}

// Claims lists those of an issue in the order in which they were written down.
// Which mentions say them is not counted: Mentions is -1.
func (s *Store) Claims(ctx context.Context, issue int64) ([]data.Claim, error) {
	out, err := claims.list(ctx, s.reader, `WHERE issue_id = ? ORDER BY id`, issue)
	for n := range out {
		out[n].Mentions = -1
	}
	return out, explain(err, s.path)
}

// PutClaim stores a claim, a new one if it has no id, and tells what was there.
func (e *IssueEdit) PutClaim(c data.Claim) (id int64, before data.Claim, err error) {
	c.ChangedAt = e.now
	return claims.put(e, c)
}

// DropClaim removes a claim.
func (e *IssueEdit) DropClaim(id int64) (data.Claim, error) { return claims.drop(e, id) }

// Questions lists the sheet of questions and answers of an issue in its order.
func (s *Store) Questions(ctx context.Context, issue int64) ([]data.Question, error) {
	out, err := questions.list(ctx, s.reader, `WHERE issue_id = ? ORDER BY position, id`, issue)
	return out, explain(err, s.path)
}

// PutQuestion stores a question, a new one at the end if it has no id.
func (e *IssueEdit) PutQuestion(q data.Question) (id int64, before data.Question, err error) {
	return questions.put(e, q)
}

// DropQuestion removes a question.
func (e *IssueEdit) DropQuestion(id int64) (data.Question, error) { return questions.drop(e, id) }
