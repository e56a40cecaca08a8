package store

import (
	"context"
	"fmt"
	"time"

	"vedetta/data"
)

// Group is a count of mentions of one label.
type Group struct {
	From   time.Time // start of the bucket of time, if grouped by time
	Source string    // if grouped by source
	Label  data.Label
	N      int
	Reach  int64
	// ReachKnown of the N mentions have a reach.
	ReachKnown int
}

// Grouping is what, beside the label, groups are told apart by.
type Grouping int

// The groupings. ByDay gives local days where the stored counts can serve the
// filter and shorter buckets otherwise; ByHour gives hours or shorter ones.
const (
	ByLabel Grouping = iota
	BySource
	ByDay
	ByHour
)

// Groups counts the mentions of a filter. Every number on screen, in the
// command line and in reports is added up from these groups. Where the filter
// allows it they come from the stored daily or hourly counts, so that their
// cost does not depend on the number of mentions.
func (s *Store) Groups(ctx context.Context, f data.Filter, by Grouping) ([]Group, error) {
	if table, buckets, ok := s.countsFor(f, by == ByHour); ok {
		q := s.storedQuery(f, by == BySource, table, buckets)
		return s.groups(ctx, by, buckets, q, "sum(n), sum(reach), sum(reach_known)")
	}
	q := s.compile(f)
	return s.groups(ctx, by, every(fmt.Sprintf("m.published_at / %d", quarter), quarter), q,
		`count(*), sum(CASE WHEN m.reach >= 0 THEN m.reach ELSE 0 END), sum(m.reach >= 0)`)
}

// countsFor finds the stored counts that can serve a filter; false if none can.
func (s *Store) countsFor(f data.Filter, hours bool) (table string, b bucketing, ok bool) {
	zone := s.Zone()
	switch {
	case !f.OnlyAggregates():
		return "", b, false
	case !hours && midnight(f.Period.From, zone) && midnight(f.Period.To, zone):
		return "agg_day", bucketing{"day", func(t time.Time) int64 { return dayNumber(t, zone) }, func(n int64) time.Time { return dayStart(n, zone) }}, true
	case aligned(f.Period.From) && aligned(f.Period.To):
		return "agg_hour", every("hour", 3600), true
	}
	return "", b, false
}

// bucketing tells how time is numbered: the SQL of the number, the number of
// a time, the time at which a number begins.
type bucketing struct {
	sql    string
	number func(time.Time) int64
	start  func(int64) time.Time
}

// quarter is the finest step at which local days and hours begin anywhere.
const quarter = 15 * 60

func every(sql string, seconds int64) bucketing {
	return bucketing{
		sql, func(t time.Time) int64 { return floorDiv(t.Unix(), seconds) },
		func(n int64) time.Time { return time.Unix(n*seconds, 0).UTC() },
	}
}

// storedQuery selects the stored counts of a filter: those of all sources
// together unless some are asked for or each is.
func (s *Store) storedQuery(f data.Filter, eachSource bool, table string, b bucketing) query {
	q := query{from: table}
	switch {
	case len(f.Sources) > 0:
		q.and("source_id IN (" + join(s.sourceIDs(f.Sources)) + ")")
	case eachSource:
		q.and("source_id > ?", allSources)
	default:
		q.and("source_id = ?", allSources)
	}
	if !f.Period.From.IsZero() {
		q.and(b.sql+" >= ?", b.number(f.Period.From))
	}
	if !f.Period.To.IsZero() {
		q.and(b.sql+" < ?", b.number(f.Period.To))
	}
	if len(f.Labels) > 0 {
		q.and("label IN (" + join(f.Labels) + ")")
	}
	return q
}

func (s *Store) groups(ctx context.Context, by Grouping, b bucketing, q query, sums string) ([]Group, error) {
	bucket, source := "0", "0"
	switch by {
	case ByDay, ByHour:
		bucket = b.sql
	case BySource:
		source = "source_id"
	}
	rows, err := s.reader.QueryContext(ctx, fmt.Sprintf("SELECT %s, %s, label, %s FROM %s WHERE %s GROUP BY 1, 2, 3 ORDER BY 1",
		bucket, source, sums, q.from, q.sqlWhere()), q.args...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	var out []Group
	err = each(rows, func() error {
		var g Group
		var number, sourceID int64
		err := rows.Scan(&number, &sourceID, &g.Label, &g.N, &g.Reach, &g.ReachKnown)
		if by == ByDay || by == ByHour {
			g.From = b.start(number)
		}
		g.Source = s.sourceName(sourceID)
		if g.N > 0 {
			out = append(out, g)
		}
		return err
	})
	return out, explain(err, s.path)
}

// StatusCounts counts all mentions by triage status.
func (s *Store) StatusCounts(ctx context.Context) (map[data.Status]int, error) {
	return s.statusCounts(ctx, `SELECT status, sum(n) FROM agg_status GROUP BY status`)
}

func (s *Store) statusCounts(ctx context.Context, sql string, args ...any) (map[data.Status]int, error) {
	rows, err := s.reader.QueryContext(ctx, sql, args...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	out := map[data.Status]int{}
	err = each(rows, func() error {
		var st data.Status
		var n int
		err := rows.Scan(&st, &n)
		out[st] = n
		return err
	})
	return out, explain(err, s.path)
}

// StatusCountsIn counts the mentions of a filter by triage status.
func (s *Store) StatusCountsIn(ctx context.Context, f data.Filter) (map[data.Status]int, error) {
	q := s.compile(f)
	return s.statusCounts(ctx, "SELECT m.status, count(*) FROM "+q.from+" WHERE "+q.sqlWhere()+" GROUP BY 1", q.args...)
}

// UnansweredNegatives counts the negative mentions of a filter that wait for
// an answer, and finds the oldest.
func (s *Store) UnansweredNegatives(ctx context.Context, f data.Filter) (u data.UnansweredNegatives, err error) {
	f.Labels = []data.Label{data.Negative}
	table, buckets, counted := s.countsFor(f, false)
	if counted {
		q := s.storedQuery(f, false, table, buckets)
		err = s.reader.QueryRowContext(ctx, "SELECT coalesce(sum(waiting), 0) FROM "+q.from+" WHERE "+q.sqlWhere(), q.args...).Scan(&u.Count)
		if u.Count == 0 || err != nil {
			return u, explain(err, s.path)
		}
	}
	f.Statuses = data.Unanswered
	q := s.compile(f)
	oldest, args := q.oldest()
	var first *int64
	if counted {
		err = s.reader.QueryRowContext(ctx, "SELECT min(id) FROM ("+oldest+")", args...).Scan(&first)
	} else {
		err = s.reader.QueryRowContext(ctx, "SELECT count(*), min(m.id) FROM "+q.from+" WHERE "+q.sqlWhere(), q.args...).Scan(&u.Count, &first)
	}
	if first != nil {
		u.Oldest = publishedAt(data.ID(*first))
	}
	return u, explain(err, s.path)
}

// Extent is the publication of the oldest and of the newest mention.
func (s *Store) Extent(ctx context.Context) (first, last time.Time, err error) {
	var lo, hi *int64
	err = s.reader.QueryRowContext(ctx, `SELECT (SELECT id FROM mentions ORDER BY id LIMIT 1), (SELECT id FROM mentions ORDER BY id DESC LIMIT 1)`).Scan(&lo, &hi)
	if err != nil || lo == nil {
		return first, last, explain(err, s.path)
	}
	return publishedAt(data.ID(*lo)), publishedAt(data.ID(*hi)), nil
}

// Size counts all mentions, and the negative ones that wait for an answer.
func (s *Store) Size(ctx context.Context) (mentions, unanswered int, err error) {
	err = s.reader.QueryRowContext(ctx, `SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (WHERE label = ? AND status IN (`+join(data.Unanswered)+`)), 0)
		FROM agg_status`, data.Negative).Scan(&mentions, &unanswered)
	return mentions, unanswered, explain(err, s.path)
}
