package inbox

import (
	"cmp"
	"context"
	"slices"
	"time"

	"vedetta/data"
)

func (m *memory) Order(context.Context) (data.Order, error) { return m.order, m.fail }

func (m *memory) SetOrder(_ context.Context, o data.Order) error {
	m.order = o
	return m.fail
}

// Ranked puts the two mentions of the largest reach on top.
func (m *memory) Ranked(_ context.Context, f data.Filter, order data.Order, _ bool) (ids []data.ID, err error) {
	if order == data.ByTime {
		return nil, m.fail
	}
	rows := m.matching(f)
	slices.SortStableFunc(rows, func(a, b data.Row) int { return cmp.Compare(b.Reach, a.Reach) })
	for _, r := range rows[:min(2, len(rows))] {
		ids = append(ids, r.ID)
	}
	return ids, m.fail
}

func (m *memory) RowsOf(_ context.Context, _ data.Filter, ids []data.ID, _ bool) (rows []data.Row, err error) {
	for _, id := range ids {
		rows = append(rows, m.rows[m.at(id)])
	}
	return rows, m.fail
}

func (m *memory) Priority(context.Context, data.ID) (data.Priority, error) {
	return data.Priority{Severity: 2, Reach: 2, Waiting: 1.5, Anger: 2}, m.fail
}

func (m *memory) SetPriority(_ context.Context, ids []data.ID, n int8) (undoing, error) {
	return m.change(ids, func(r *data.Row) { r.Priority = n })
}

func (m *memory) Snooze(_ context.Context, ids []data.ID, until time.Time) (undoing, error) {
	return m.change(ids, func(r *data.Row) { r.Snoozed = until })
}

func (m *memory) Snoozed(context.Context) (data.Snoozed, error) {
	out := data.Snoozed{Statuses: map[data.Status]int{}}
	for _, r := range m.rows {
		if r.Snoozed.After(m.Now()) {
			out.Statuses[r.Status]++
			if out.Next.IsZero() || r.Snoozed.Before(out.Next) {
				out.Next = r.Snoozed
			}
		}
	}
	return out, m.fail
}

func (m *memory) IDs(_ context.Context, f data.Filter, limit int) (ids []data.ID, err error) {
	for _, r := range m.matching(f) {
		ids = append(ids, r.ID)
	}
	return ids[:min(limit, len(ids))], m.fail
}

func (m *memory) InParts(ctx context.Context, ids []data.ID, do func(context.Context, []data.ID) (undoing, error), _ data.OnProgress) (undoing, error) {
	m.parts++
	return do(ctx, ids)
}

func (m *memory) Author(_ context.Context, author string) (c data.AuthorCard, err error) {
	for _, r := range m.rows {
		if r.Author == author {
			c.Mentions++
		}
	}
	return c, m.fail
}

func (m *memory) MutedAuthors(context.Context) ([]data.MutedAuthor, error) { return nil, m.fail }
func (m *memory) MuteAuthor(context.Context, data.Author) (undoing, error) { return nothing, m.fail }
