package store

import (
	"context"
	"time"

	"vedetta/data"
)

// Watchable is what the detectors need to know of a mention.
type Watchable struct {
	ID      data.ID
	Source  int64 // number of the source
	Label   data.Label
	Reach   int64
	Watched data.WatchSet
}

// Watchables calls use for the mentions from one second to another, in their
// order of time.
func (s *Store) Watchables(ctx context.Context, from, to time.Time, use func(Watchable) error) error {
	rows, err := s.reader.QueryContext(ctx, `SELECT id, source_id, label, reach, watched FROM mentions
		WHERE id >= ? AND id < ? ORDER BY id`, int64(idAt(from)), int64(idAt(to)))
	if err != nil {
		return explain(err, s.path)
	}
	var w Watchable
	err = each(rows, func() error {
		if err := rows.Scan(&w.ID, &w.Source, &w.Label, &w.Reach, &w.Watched); err != nil {
			return err
		}
		return use(w)
	})
	return explain(err, s.path)
}

// SourceNumbers gives the number of each source that has mentions, as
// Watchables does.
func (s *Store) SourceNumbers(ctx context.Context) (map[string]int64, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT DISTINCT s.key, s.id FROM agg_status a JOIN sources s ON s.id = a.source_id WHERE a.n > 0`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	numbers := map[string]int64{}
	err = each(rows, func() error {
		var key string
		var id int64
		err := rows.Scan(&key, &id)
		numbers[key] = id
		return err
	})
	return numbers, explain(err, s.path)
}

// IDsOf lists the mentions of a filter in their order of time.
func (s *Store) IDsOf(ctx context.Context, f data.Filter) ([]data.ID, error) {
	q := s.compile(f)
	if q.searchesOnly() {
		return s.ids(ctx, "SELECT "+searchID+" FROM search WHERE "+q.sqlWhere()+" ORDER BY 1", q.args...)
	}
	return s.ids(ctx, "SELECT m.id FROM "+q.from+" WHERE "+q.sqlWhere()+" ORDER BY 1", q.args...)
}

// searchesOnly tells whether the search index alone can answer, which is many
// times faster.
func (q *query) searchesOnly() bool {
	if q.from == "mentions m" || q.from == fromIssue {
		return false
	}
	for _, w := range q.where {
		if w != searchMatch && w != searchID+" >= ?" && w != searchID+" < ?" {
			return false
		}
	}
	return true
}

func (s *Store) ids(ctx context.Context, sql string, args ...any) ([]data.ID, error) {
	rows, err := s.reader.QueryContext(ctx, sql, args...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []data.ID
	err = each(rows, func() error {
		var id data.ID
		err := rows.Scan(&id)
		out = append(out, id)
		return err
	})
	return out, explain(err, s.path)
}

// MostTags lists the n tags with most mentions, by name.
func (s *Store) MostTags(ctx context.Context, n int) ([]string, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT name FROM (SELECT t.name, count(*) n FROM mention_tags x
		JOIN tags t ON t.id = x.tag_id GROUP BY t.id ORDER BY n DESC, t.name LIMIT ?) ORDER BY name`, n)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []string
	err = each(rows, func() error {
		var name string
		err := rows.Scan(&name)
		out = append(out, name)
		return err
	})
	return out, explain(err, s.path)
}

// Grown is a mention's engagement at two moments in a row.
type Grown struct {
	ID       data.ID
	From, To data.Snapshot
}

// Growth lists what the observations of mentions seen since a moment show, in
// order of the later one.
func (s *Store) Growth(ctx context.Context, since time.Time) ([]Grown, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT mention_id, was_at, was_likes, was_replies, was_shares, was_views,
			seen_at, likes, replies, shares, views FROM (
			SELECT mention_id, seen_at, likes, replies, shares, views, lag(seen_at) OVER w was_at, lag(likes) OVER w was_likes,
				lag(replies) OVER w was_replies, lag(shares) OVER w was_shares, lag(views) OVER w was_views
			FROM snapshots WINDOW w AS (PARTITION BY mention_id ORDER BY seen_at, likes, replies, shares, views, import_id))
		WHERE was_at IS NOT NULL AND was_at < seen_at AND seen_at >= ? ORDER BY seen_at, mention_id`, since.Unix())
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []Grown
	err = each(rows, func() error {
		g := Grown{From: data.Snapshot{Engagement: data.NoEngagement}, To: data.Snapshot{Engagement: data.NoEngagement}}
		var was, seen int64
		f, t := &g.From.Engagement, &g.To.Engagement
		err := rows.Scan(&g.ID, &was, &f.Likes, &f.Replies, &f.Shares, &f.Views, &seen, &t.Likes, &t.Replies, &t.Shares, &t.Views)
		g.From.SeenAt, g.To.SeenAt = timeOrZero(was), timeOrZero(seen)
		out = append(out, g)
		return err
	})
	return out, explain(err, s.path)
}
