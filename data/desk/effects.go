package desk

import (
	"context"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/store"
)

// aroundStatement is how long before and after a statement is compared.
const aroundStatement = 6 * time.Hour

// StatementEffects measures what changed around each public statement of a
// crisis, the oldest first. One is measured when its hours after are over.
func (d *Desk) StatementEffects(ctx context.Context, issue int64) ([]data.Effect, error) {
	all, err := d.store.Statements(ctx, issue)
	if err != nil {
		return nil, err
	}
	var out []data.Effect
	for _, s := range all {
		if s.State != data.ReplySent || s.Kind == data.StatementInternal || s.SentAt.Add(aroundStatement).After(d.Now()) {
			continue
		}
		before, err := d.around(ctx, s.SentAt.Add(-aroundStatement), s.SentAt)
		if err != nil {
			return nil, err
		}
		after, err := d.around(ctx, s.SentAt, s.SentAt.Add(aroundStatement))
		if err != nil {
			return nil, err
		}
		out = append(out, crisis.EffectOf(s.ID, s.SentAt, before, after))
	}
	return out, nil
}

func (d *Desk) around(ctx context.Context, from, to time.Time) (data.Totals, error) {
	groups, err := d.store.Groups(ctx, data.Filter{Period: data.Period{From: from, To: to}}, store.ByLabel)
	return sum(groups), err
}

// Marks are the statements that were published in a period, for charts.
func (d *Desk) Marks(ctx context.Context, p data.Period) ([]data.Mark, error) {
	all, err := d.store.Published(ctx, p)
	var out []data.Mark
	for _, s := range all {
		out = append(out, data.Mark{Issue: s.Issue, Kind: s.Kind, Title: s.Title, At: s.SentAt})
	}
	return out, err
}
