package store

import (
	"context"

	"vedetta/data"
)

// Lesson is a mention with the label that the person gave it or let pass.
type Lesson struct {
	data.Mention
	Label data.Label
	Given bool // by the person; otherwise the model's, left as it was by one who answered or archived the mention
}

// notAudited keeps what measures the model out of what it learns from.
const notAudited = ` AND NOT EXISTS (SELECT 1 FROM audit_mentions a WHERE a.mention_id = m.id)`

// Corrections counts the labels that the person gave outside of audits.
func (s *Store) Corrections(ctx context.Context) (n int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT count(*) FROM triage t JOIN mentions m ON m.id = t.mention_id
		WHERE t.override IS NOT NULL`+notAudited).Scan(&n)
	return n, explain(err, s.path)
}

// Lessons reads the newest corrections, at most n, and as many mentions whose
// label was let pass.
func (s *Store) Lessons(ctx context.Context, n int) ([]Lesson, error) {
	given, err := s.lessons(ctx, `t.override IS NOT NULL`, n)
	if err != nil {
		return nil, err
	}
	passed, err := s.lessons(ctx, `t.override IS NULL AND m.status IN (3, 4)`, len(given))
	return append(given, passed...), err
}

func (s *Store) lessons(ctx context.Context, where string, n int) ([]Lesson, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT m.id, m.title, m.text, m.lang, m.rating, m.label, t.override IS NOT NULL
		FROM triage t JOIN mentions m ON m.id = t.mention_id WHERE `+where+notAudited+` ORDER BY t.changed_at DESC, m.id LIMIT ?`, n)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var all []Lesson
	err = each(rows, func() error {
		var l Lesson
		err := rows.Scan(&l.ID, &l.Title, &l.Text, &l.Lang, &l.Rating, &l.Label, &l.Given)
		all = append(all, l)
		return err
	})
	return all, explain(err, s.path)
}
