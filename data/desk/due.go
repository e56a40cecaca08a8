package desk

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
)

// dueIn adds what falls due in an open crisis until a moment.
func (d *Desk) dueIn(ctx context.Context, c data.Crisis, until time.Time, due []data.CrisisDue) ([]data.CrisisDue, error) {
	said, err := d.store.Said(ctx, c.Issue, c.Onset)
	if err != nil {
		return nil, err
	}
	next := crisis.NextUpdate(c, said.LastWord, said.Promised)
	if !next.IsZero() && !next.After(until) {
		due = append(due, data.CrisisDue{Issue: c.Issue, Crisis: c.Title, Kind: data.DueUpdate, At: next})
	}
	steps, err := d.store.CrisisSteps(ctx, c.Issue)
	if err != nil {
		return nil, err
	}
	for _, s := range steps {
		if s.DoneAt.IsZero() && !s.DueAt.IsZero() && !s.DueAt.After(until) {
			due = append(due, data.CrisisDue{Issue: c.Issue, Crisis: c.Title, Kind: data.DueStep, ID: s.ID, Title: s.Title, At: s.DueAt})
		}
	}
	return due, nil
}

func sortDue(due []data.CrisisDue) {
	slices.SortStableFunc(due, func(a, b data.CrisisDue) int { return a.At.Compare(b.At) })
}
