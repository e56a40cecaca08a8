package store

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
)

// FirstReply is the median time from publication to our first sent reply,
// over the mentions of a filter for which we know that time.
func (s *Store) FirstReply(ctx context.Context, f data.Filter) (data.ReplyTime, error) {
	q := s.compile(f)
	rows, err := s.reader.QueryContext(ctx, `SELECT r.sent_at - m.published_at FROM
		(SELECT mention_id, min(sent_at) AS sent_at FROM replies WHERE state = 'sent' AND sent_at > 0 GROUP BY mention_id) r
		CROSS JOIN `+q.from+` WHERE m.id = r.mention_id AND `+q.sqlWhere(), q.args...)
	if err != nil {
		return data.ReplyTime{}, explain(err, s.path)
	}
	var seconds []int64
	err = each(rows, func() error {
		var n int64
		err := rows.Scan(&n)
		seconds = append(seconds, max(n, 0))
		return err
	})
	return data.ReplyTime{Median: median(seconds), Replies: len(seconds)}, explain(err, s.path)
}

func median(seconds []int64) time.Duration {
	n := len(seconds)
	if n == 0 {
		return 0
	}
	slices.Sort(seconds)
	mid := time.Duration(seconds[n/2]) * time.Second
	if n%2 == 0 {
		mid = (mid + time.Duration(seconds[n/2-1])*time.Second) / 2
	}
	return mid
}

// Overridden counts the mentions of a filter whose label the person corrected.
func (s *Store) Overridden(ctx context.Context, f data.Filter) (n int, err error) {
	q := s.compile(f)
	q.and("m.id IN (SELECT mention_id FROM triage WHERE override IS NOT NULL)")
	err = s.reader.QueryRowContext(ctx, "SELECT count(*) FROM "+q.from+" WHERE "+q.sqlWhere(), q.args...).Scan(&n)
	return n, explain(err, s.path)
}

// ImportsOf counts the imports that brought the mentions of a filter.
func (s *Store) ImportsOf(ctx context.Context, f data.Filter) (n int, err error) {
	q := s.compile(f)
	err = s.reader.QueryRowContext(ctx, `SELECT count(*) FROM imports i WHERE EXISTS (SELECT 1 FROM `+q.from+` WHERE `+ofImport+` AND `+q.sqlWhere()+`)`, q.args...).Scan(&n)
	return n, explain(err, s.path)
}
