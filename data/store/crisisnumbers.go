package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"vedetta/data"
)

// SaidInPublic is when a crisis was first and last spoken about.
type SaidInPublic struct {
	Statement time.Time // the first one
	LastWord  time.Time // the newest one
	Promised  time.Time // the next word that the newest one promises
	Answer    time.Time // the first one to a mention of the issue, since the onset
}

// Said finds what was said in public about a crisis; words to the staff do not
// count.
func (s *Store) Said(ctx context.Context, issue int64, onset time.Time) (p SaidInPublic, err error) {
	var first, last, promised, answer int64
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce(min(sent_at), 0), coalesce(max(sent_at), 0) FROM statements
		WHERE issue_id = ? AND sent_at > 0 AND kind <> ?`, issue, data.StatementInternal).Scan(&first, &last)
	if err != nil {
		return p, explain(err, s.path)
	}
	err = s.reader.QueryRowContext(ctx, `SELECT next_at FROM statements WHERE issue_id = ? AND sent_at > 0 AND kind <> ?
		ORDER BY sent_at DESC, id DESC LIMIT 1`, issue, data.StatementInternal).Scan(&promised)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return p, explain(err, s.path)
	}
	err = s.reader.QueryRowContext(ctx, `SELECT r.sent_at FROM replies r WHERE r.state = 'sent' AND r.sent_at >= ? AND r.sent_at > 0
		AND EXISTS (SELECT 1 FROM issue_mentions WHERE issue_id = ? AND mention_id = r.mention_id) ORDER BY r.sent_at LIMIT 1`,
		onset.Unix(), issue).Scan(&answer)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	p.Statement, p.LastWord, p.Promised, p.Answer = timeOrZero(first), timeOrZero(last), timeOrZero(promised), timeOrZero(answer)
	return p, explain(err, s.path)
}

// IssueAnswers counts the mentions of an issue that need or needed an answer,
// those that got one, and finds the oldest that waits: all that were answered
// or marked to be, and the negative ones that nobody has dealt with.
func (s *Store) IssueAnswers(ctx context.Context, issue int64) (answered, answerable int, oldest time.Time, err error) {
	var first sql.NullInt64
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce(sum(m.status = ?1), 0), count(*), min(CASE WHEN m.status <> ?1 THEN m.id END)
		FROM issue_mentions im CROSS JOIN mentions m ON m.id = im.mention_id
		WHERE im.issue_id = ?2 AND (m.status IN (?1, ?3) OR m.label = ?4 AND m.status IN (`+join(data.Unanswered)+`))`,
		data.StatusReplied, issue, data.StatusNeedsReply, data.Negative).Scan(&answered, &answerable, &first)
	if first.Valid {
		oldest = publishedAt(data.ID(first.Int64))
	}
	return answered, answerable, oldest, explain(err, s.path)
}

// ImportedAt is when the newest mention up to a moment came in, of those since
// another moment; zero if there is none.
func (s *Store) ImportedAt(ctx context.Context, since, to time.Time) (time.Time, error) {
	var at int64
	err := s.reader.QueryRowContext(ctx, `SELECT i.started_at FROM (SELECT import_id FROM mentions WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT 1) m
		JOIN imports i ON i.id = m.import_id`, int64(idAt(since)), int64(idAt(to.Add(time.Second)))).Scan(&at)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return timeOrZero(at), explain(err, s.path)
}

// weighed is how many mentions a mean weight of reach rests on.
const weighed = 2000

// NegativeReach reads the followers of the authors of the newest negative
// mentions since a moment, Unknown where the source does not tell.
func (s *Store) NegativeReach(ctx context.Context, since, to time.Time) (out []data.Weighted, err error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT coalesce(d.followers, ?) FROM
		(SELECT id FROM mentions NOT INDEXED WHERE id >= ? AND id < ? AND label = ? ORDER BY id DESC LIMIT ?) m
		LEFT JOIN mention_details d ON d.mention_id = m.id`, data.Unknown, int64(idAt(since)), int64(idAt(to)), data.Negative, weighed)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		w := data.Weighted{Label: data.Negative, Mentions: 1}
		err := rows.Scan(&w.Followers)
		out = append(out, w)
		return err
	})
	return out, explain(err, s.path)
}

// PublishedStrategies are those that the public statements of a crisis used.
func (s *Store) PublishedStrategies(ctx context.Context, issue int64) (out []data.Strategy, err error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT DISTINCT j.value FROM statements s, json_each(s.strategies) j
		WHERE s.issue_id = ? AND s.sent_at > 0 AND s.kind <> ?`, issue, data.StatementInternal)
	if err != nil {
		return nil, explain(err, s.path)
	}
	err = each(rows, func() error {
		var one data.Strategy
		err := rows.Scan(&one)
		out = append(out, one)
		return err
	})
	return out, explain(err, s.path)
}
