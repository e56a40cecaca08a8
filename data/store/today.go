package store

import (
	"context"
	"time"

	"vedetta/data"
)

// Today counts what was done in a period, as it stands now.
func (s *Store) Today(ctx context.Context, day data.Period) (t data.Today, err error) {
	from, to := day.From.Unix(), day.To.Unix()
	err = s.reader.QueryRowContext(ctx, `SELECT
		(SELECT count(DISTINCT mention_id) FROM replies WHERE state = 'sent' AND import_id = 0 AND sent_at >= ?1 AND sent_at < ?2),
		(SELECT count(*) FROM triage WHERE archived_at > 0 AND archived_at >= ?1 AND archived_at < ?2 AND status = ?3),
		(SELECT count(DISTINCT mention_id) FROM mention_tags WHERE added_at > 0 AND added_at >= ?1 AND added_at < ?2)`,
		from, to, data.StatusArchived).Scan(&t.Answered, &t.Archived, &t.Tagged)
	if err != nil {
		return t, explain(err, s.path)
	}
	t.FirstReply, err = s.firstReplies(ctx, from, to)
	return t, explain(err, s.path)
}

// firstReplies is the median time of the replies written here in a period
// before which there was none.
func (s *Store) firstReplies(ctx context.Context, from, to int64) (data.ReplyTime, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT min(r.sent_at) - m.published_at FROM replies r
		JOIN mentions m ON m.id = r.mention_id
		WHERE r.state = 'sent' AND r.sent_at > 0 AND r.mention_id IN
			(SELECT mention_id FROM replies WHERE state = 'sent' AND import_id = 0 AND sent_at >= ?1 AND sent_at < ?2)
		GROUP BY r.mention_id HAVING min(r.sent_at) >= ?1`, from, to)
	if err != nil {
		return data.ReplyTime{}, err
	}
	var seconds []int64
	err = each(rows, func() error {
		var n int64
		err := rows.Scan(&n)
		seconds = append(seconds, max(n, 0))
		return err
	})
	return data.ReplyTime{Median: median(seconds), Replies: len(seconds)}, err
}

// TaggedAt tells when those of the mentions that carry a tag got it; the zero
// time where it came with an import.
func (s *Store) TaggedAt(ctx context.Context, ids []data.ID, tag string) (map[data.ID]time.Time, error) {
	out := map[data.ID]time.Time{}
	rows, err := s.reader.QueryContext(ctx, `SELECT mention_id, added_at FROM mention_tags
		WHERE tag_id = (SELECT id FROM tags WHERE name = ?) AND added_at > 0`, tag)
	if err != nil {
		return nil, explain(err, s.path)
	}
	all := map[data.ID]time.Time{}
	err = each(rows, func() error {
		var id data.ID
		var at int64
		err := rows.Scan(&id, &at)
		all[id] = time.Unix(at, 0)
		return err
	})
	for _, id := range ids {
		if at, ok := all[id]; ok {
			out[id] = at
		}
	}
	return out, explain(err, s.path)
}
