package store

import (
	"context"

	"vedetta/data"
)

// How much of an author's history is counted, and how much is shown.
const (
	mostByAuthor = 5_000
	shownOfEach  = 5
)

// Author tells what there is of an author: a handle or a name, as data.Filter
// takes it.
func (s *Store) Author(ctx context.Context, author string) (c data.AuthorCard, err error) {
	f := data.Filter{Author: author}
	ids, args := s.compile(f).ids(0, mostByAuthor)
	var first, last *int64
	err = s.reader.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(m.label = ?), 0), min(m.id), max(m.id)
		FROM (`+ids+`) page CROSS JOIN mentions m ON m.id = page.id`, append([]any{data.Negative}, args...)...).
		Scan(&c.Mentions, &c.Negative, &first, &last)
	if err != nil || first == nil {
		return c, explain(err, s.path)
	}
	c.First, c.Last = publishedAt(data.ID(*first)), publishedAt(data.ID(*last))
	if c.Rows, err = s.Page(ctx, f, 0, shownOfEach); err != nil {
		return c, err
	}
	if c.Replies, err = s.repliesTo(ctx, ids, args); err != nil {
		return c, err
	}
	c.Issues, err = s.issuesOf(ctx, ids, args)
	return c, err
}

// repliesTo lists our latest replies to some mentions, newest first.
func (s *Store) repliesTo(ctx context.Context, ids string, args []any) ([]data.Reply, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT r.id, r.state, r.text, r.sent_at FROM (`+ids+`) page
		JOIN replies r ON r.mention_id = page.id WHERE r.state = 'sent' ORDER BY r.sent_at DESC, r.id DESC LIMIT ?`, append(args[:len(args):len(args)], shownOfEach)...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.Reply
	err = each(rows, func() error {
		var r data.Reply
		var at int64
		err := rows.Scan(&r.ID, &r.State, &r.Text, &at)
		r.SentAt = timeOrZero(at)
		out = append(out, r)
		return err
	})
	return out, explain(err, s.path)
}

// issuesOf lists the issues to which some mentions belong, the most serious
// first.
func (s *Store) issuesOf(ctx context.Context, ids string, args []any) ([]data.IssueMark, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT i.title, i.severity FROM issues i WHERE i.id IN
		(SELECT im.issue_id FROM (`+ids+`) page JOIN issue_mentions im ON im.mention_id = page.id)
		ORDER BY i.severity DESC, i.id DESC LIMIT ?`, append(args[:len(args):len(args)], shownOfEach)...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.IssueMark
	err = each(rows, func() error {
		var i data.IssueMark
		err := rows.Scan(&i.Title, &i.Severity)
		out = append(out, i)
		return err
	})
	return out, explain(err, s.path)
}
