package desk

import (
	"context"
	"math"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
)

// waiting are the mentions that need an answer and have none: negative ones,
// and those that the person marked.
var waiting = [...]data.Filter{
	{Labels: []data.Label{data.Negative}, Statuses: data.Unanswered},
	{Labels: []data.Label{data.Neutral, data.Positive}, Statuses: []data.Status{data.StatusNeedsReply}},
}

// needsAnswer tells whether a row is among them.
func needsAnswer(r data.Row) bool {
	return slices.ContainsFunc(waiting[:], func(f data.Filter) bool {
		return slices.Contains(f.Labels, r.Label) && slices.Contains(f.Statuses, r.Status)
	})
}

// withDue adds to rows when their answers are due.
func (d *Desk) withDue(ctx context.Context, rows []data.Row, err error) ([]data.Row, error) {
	if err != nil {
		return rows, err
	}
	due, err := d.Due(ctx, rows)
	for i := range rows {
		rows[i].DueAt = due[rows[i].ID]
	}
	return rows, err
}

// Due tells when the answers to some rows are due; those that need none, or
// have no target, are left out.
func (d *Desk) Due(ctx context.Context, rows []data.Row) (map[data.ID]time.Time, error) {
	c, err := d.clockwork(ctx)
	if err != nil {
		return nil, err
	}
	var ids []data.ID
	for _, r := range rows {
		if needsAnswer(r) {
			ids = append(ids, r.ID)
		}
	}
	severities, err := d.store.Severities(ctx, ids)
	if err != nil {
		return nil, err
	}
	due := map[data.ID]time.Time{}
	for _, id := range ids {
		if at := c.answer(id, severities[id]); !at.IsZero() {
			due[id] = at
		}
	}
	return due, nil
}

const (
	// lateFor is how long a mention counts as overdue. Whoever brings in the
	// reviews of years is not behind with all of them.
	lateFor = 30 * 24 * time.Hour
	// mostOverdue are counted.
	mostOverdue = 10_000
)

// Overdue counts the mentions of the last 30 days that wait beyond their
// target.
func (d *Desk) Overdue(ctx context.Context) (data.Overdue, error) {
	c, err := d.clockwork(ctx)
	if err != nil {
		return data.Overdue{}, err
	}
	now := d.Now()
	from := now.Add(-lateFor)
	n, usual := 0, from
	for level := data.AnswerSeverity; level <= data.MostSeverity; level++ {
		t := c.targets[level]
		if t.Answer == 0 {
			continue
		}
		late := data.Filter{Period: data.Period{From: from, To: c.cutoff(t, now, from).Add(time.Second)}}
		if level == data.AnswerSeverity {
			usual = late.Period.To
		} else {
			// Those published before are counted already.
			late.Period.From = usual
			if late.Issues, err = d.store.OpenIssues(ctx, level); err != nil {
				return data.Overdue{}, err
			}
			if len(late.Issues) == 0 {
				continue
			}
		}
		if !late.Period.From.Before(late.Period.To) {
			continue
		}
		for _, f := range waiting {
			some, err := d.store.Count(ctx, f.And(late), mostOverdue)
			if err != nil {
				return data.Overdue{}, err
			}
			n += some
		}
	}
	return data.Overdue{Count: min(n, mostOverdue), Capped: n > mostOverdue}, nil
}

// Responses tell how the mentions of a filter were answered.
func (d *Desk) Responses(ctx context.Context, f data.Filter) (r data.Responses, err error) {
	c, err := d.clockwork(ctx)
	if err != nil {
		return r, err
	}
	answered, err := d.store.Answered(ctx, f)
	if err != nil {
		return r, err
	}
	var all []time.Duration
	kept := 0
	for _, a := range answered {
		if a.SentAt.IsZero() {
			r.Untimed++
			continue
		}
		t := c.targets[max(a.Severity, data.AnswerSeverity)]
		spent := c.spent(a.ID.PublishedAt(), a.SentAt, t.Working)
		all = append(all, spent)
		if t.Answer == 0 || spent <= t.Answer {
			kept++
		}
	}
	r.First, r.Kept = crisis.SpellsOf(all), data.ShareOf(kept, len(all))
	open, err := d.waiting(ctx, f)
	r.Rate = data.ShareOf(len(answered), len(answered)+open)
	return r, err
}

// waiting counts the mentions of a filter that need an answer and have none.
func (d *Desk) waiting(ctx context.Context, f data.Filter) (n int, err error) {
	if len(f.Labels) == 0 || slices.Contains(f.Labels, data.Negative) {
		negative, err := d.store.UnansweredNegatives(ctx, f) // from the counts, where it can
		if err != nil {
			return 0, err
		}
		n = negative.Count
	}
	marked, err := d.store.Count(ctx, f.And(waiting[1]), math.MaxInt32)
	return n + marked, err
}
