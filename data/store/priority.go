package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"vedetta/data"
)

// RankedMost is how many mentions an order other than newest first puts on
// top; the rest follows newest first.
const RankedMost = 2_000

// What is ranked at all: the last 30 days of a period, or as many hours as
// hold so many mentions.
const (
	rankedDays     = 30
	rankedMentions = 8_000
)

// Ranked gives the ids of a filter's most pressing (or most widely seen) recent
// mentions, the first of the order first, at most RankedMost. What stands
// further back in time is not among them.
func (s *Store) Ranked(ctx context.Context, f data.Filter, order data.Order) ([]data.ID, error) {
	from, err := s.rankedFrom(ctx, f.Period.To)
	if err != nil || order == data.ByTime {
		return nil, explain(err, s.path)
	}
	if f.Period.From.Before(from) {
		f.Period.From = from
	}
	ids, args := s.compile(f).ids(0, rankedMentions)
	value := sqlReached
	if order == data.ByPriority {
		p, err := s.priority(ctx)
		if err != nil {
			return nil, explain(err, s.path)
		}
		value = p.product()
		args = append(args, p.args...)
	}
	return s.ids(ctx, "SELECT m.id FROM ("+ids+") page CROSS JOIN mentions m ON m.id = page.id "+
		sqlWork+" ORDER BY "+value+" DESC, m.id DESC LIMIT ?", append(args, RankedMost)...)
}

// Priority weighs one mention as Ranked does.
func (s *Store) Priority(ctx context.Context, id data.ID) (p data.Priority, err error) {
	sql, err := s.priority(ctx)
	if err != nil {
		return p, explain(err, s.path)
	}
	err = s.reader.QueryRowContext(ctx, "SELECT "+strings.Join(sql.factors(), ", ")+" FROM mentions m "+sqlWork+" WHERE m.id = ?",
		append(slices.Clone(sql.args), id)...).Scan(&p.Severity, &p.Reach, &p.Waiting, &p.Anger)
	return p, explain(err, s.path)
}

// rankedFrom is the hour from which on mentions are ranked that were published
// before a moment; zero means up to now.
func (s *Store) rankedFrom(ctx context.Context, until time.Time) (time.Time, error) {
	_, last, err := s.Extent(ctx)
	if err != nil || last.IsZero() {
		return time.Time{}, err
	}
	for _, end := range []time.Time{s.clock(), until} {
		if !end.IsZero() && end.Before(last) {
			last = end
		}
	}
	hour := last.Add(-rankedDays*24*time.Hour).Unix() / 3600
	rows, err := s.reader.QueryContext(ctx, `SELECT hour, sum(n) FROM agg_hour
		WHERE source_id IN (SELECT id FROM sources) AND hour BETWEEN ? AND ? GROUP BY hour ORDER BY hour DESC`, hour, last.Unix()/3600)
	if err != nil {
		return time.Time{}, err
	}
	total := 0
	err = each(rows, func() error {
		var h int64
		var n int
		err := rows.Scan(&h, &n)
		if total < rankedMentions {
			hour = h
		}
		total += n
		return err
	})
	return time.Unix(hour*3600, 0).UTC(), err
}

// sqlWork joins what the person did with a mention.
const sqlWork = "LEFT JOIN triage t ON t.mention_id = m.id"

// sqlReached is how many people saw a mention.
const sqlReached = "max(m.reach, m.views)"

// priorityExpression is the priority of a mention m in SQL: data.Urgency, word
// for word.
type priorityExpression struct {
	risky string // whether it is a negative of an open incident
	now   int64
	args  []any // of risky
}

// priority writes the expression for this moment.
func (s *Store) priority(ctx context.Context) (priorityExpression, error) {
	p := priorityExpression{risky: "0", now: s.clock().Unix()}
	open, err := s.openStretches(ctx)
	if err != nil || len(open) == 0 {
		return p, err
	}
	var q query
	q.groups(s, []data.Group{{Any: open}})
	p.risky, p.args = q.sqlWhere(), q.args
	return p, nil
}

// openStretches are the negatives of the incidents that go on.
func (s *Store) openStretches(ctx context.Context) ([]data.Filter, error) {
	rows, err := s.reader.QueryContext(ctx, `SELECT i.stream, i.onset, coalesce(t.query, '') FROM incidents i
		LEFT JOIN topics t ON i.stream = ? || ':' || t.name WHERE i.closed_at = 0`, data.OfTopic)
	if err != nil {
		return nil, err
	}
	var out []data.Filter
	err = each(rows, func() error {
		var stream, topic string
		var onset int64
		if err := rows.Scan(&stream, &onset, &topic); err != nil {
			return err
		}
		f := data.Filter{}
		switch st := data.StreamOf(stream); st.Kind {
		case data.OfSource:
			f.Sources = []string{st.Name}
		case data.OfTag:
			f.Tags = []string{st.Name}
		case data.OfTopic:
			parsed, err := data.ParseQuery(topic, s.Zone())
			if err != nil || topic == "" {
				return nil // renamed since: nothing to look for
			}
			f = parsed
		}
		stretch := data.Filter{Labels: []data.Label{data.Negative}, Period: data.Period{From: time.Unix(onset, 0).UTC()}}
		out = append(out, f.And(stretch))
		return nil
	})
	return out, err
}

func (p priorityExpression) factors() []string {
	return []string{p.severity(), sqlReachStep(), p.waiting(), sqlAnger}
}

func (p priorityExpression) product() string {
	return "(" + strings.Join(p.factors(), ") * (") + ")"
}

func (p priorityExpression) severity() string {
	return fmt.Sprintf(`max(1 + coalesce((SELECT max(i.severity) FROM issue_mentions im JOIN issues i ON i.id = im.issue_id
			WHERE im.mention_id = m.id AND i.closed_at = 0), 0),
		CASE WHEN m.watched & %d <> 0 OR %s THEN %d ELSE 1 END)
		* CASE WHEN t.priority > 0 THEN %v WHEN t.priority < 0 THEN %v ELSE 1.0 END`,
		data.RiskGroups, p.risky, data.RiskySeverity, data.HighByHand, data.LowByHand)
}

func sqlReachStep() string {
	var out strings.Builder
	out.WriteString("1")
	for _, from := range data.ReachSteps {
		fmt.Fprintf(&out, " + (%s >= %d)", sqlReached, from)
	}
	return out.String()
}

func (p priorityExpression) waiting() string {
	return fmt.Sprintf("CASE WHEN m.status IN (%s) THEN 1 + 2 * min(max(%d - (m.id >> %d), 0) / %v, 1) ELSE 1.0 END",
		join(data.Unanswered), p.now, hashBits, fmt.Sprintf("%.1f", data.WaitingFull.Seconds()))
}

// sqlNegative is the probability of negative, as data.Sentiment.Probabilities
// finds it.
var sqlNegative = fmt.Sprintf(`CASE m.model_label WHEN %d THEN m.confidence WHEN %d THEN m.confidence - m.score
	ELSE (1 - m.confidence - m.score) / 2 END`, data.Negative, data.Positive)

var sqlAnger = fmt.Sprintf(`CASE
	WHEN m.label = %[1]d AND t.override IS NOT NULL THEN %[4]d.0
	WHEN t.override IS NULL AND m.rating > 0 AND m.rating <= %[6]d THEN %[4]d.0
	WHEN m.label = %[3]d THEN %[5]v WHEN m.label = %[2]d THEN 1.0
	ELSE 1 + 2 * min(max(%[7]s, 0), 1) END`,
	data.Negative, data.Neutral, data.Positive, data.MostAnger, data.LeastAnger, data.FewStars, sqlNegative)
