package desk

import (
	"context"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/store"
)

// CrisisNumbers are the figures of a crisis now. Volume, baseline and recovery
// are those of all mentions; answers are those of the crisis's own.
func (d *Desk) CrisisNumbers(ctx context.Context, issue int64) (data.CrisisNumbers, error) {
	c, err := d.store.Crisis(ctx, issue)
	if err != nil {
		return data.CrisisNumbers{}, err
	}
	return d.numbersOf(ctx, c)
}

func (d *Desk) numbersOf(ctx context.Context, c data.Crisis) (data.CrisisNumbers, error) {
	// A clock that was set back measures nothing negative.
	m := crisis.Measured{Crisis: c, Now: latest(d.Now(), c.DeclaredAt), MeanWeight: 1}
	var err error
	if m.Days, err = d.crisisDays(ctx, c.Onset, m.Now); err != nil {
		return data.CrisisNumbers{}, err
	}
	if m.Hours, err = d.counted(ctx, data.Period{From: c.Onset.Truncate(time.Hour), To: m.Now.Truncate(time.Hour).Add(time.Hour)}, data.Hourly); err != nil {
		return data.CrisisNumbers{}, err
	}
	reach, err := d.store.NegativeReach(ctx, c.Onset, m.Now)
	if err != nil {
		return data.CrisisNumbers{}, err
	}
	if _, weight, ok := crisis.ReachShare(reach); ok {
		m.MeanWeight = weight
	}
	said, err := d.store.Said(ctx, c.Issue, c.Onset)
	if err != nil {
		return data.CrisisNumbers{}, err
	}
	m.Statement, m.LastWord, m.Promised, m.Answer = said.Statement, said.LastWord, said.Promised, said.Answer
	var oldest time.Time
	if m.Answered, m.Answerable, oldest, err = d.store.IssueAnswers(ctx, c.Issue); err != nil {
		return data.CrisisNumbers{}, err
	}
	if !oldest.IsZero() {
		m.OldestWaiting = max(m.Now.Sub(oldest), 0)
	}
	return crisis.Numbers(m), nil
}

// crisisDays are the local days from the baseline on; those before the first
// mention say nothing of what was usual.
func (d *Desk) crisisDays(ctx context.Context, onset, now time.Time) ([]data.Bucket, error) {
	first, _, err := d.store.Extent(ctx)
	if err != nil {
		return nil, err
	}
	zone := d.Zone()
	begun := data.DayStart(onset, zone)
	from := begun.AddDate(0, 0, -crisis.BaselineDays)
	if first = data.DayStart(first, zone); first.After(from) {
		from = first
	}
	if from.After(begun) {
		from = begun
	}
	return d.counted(ctx, data.Period{From: from.UTC(), To: data.DayStart(now, zone).AddDate(0, 0, 1).UTC()}, data.Daily)
}

// counted are the buckets of a period with the numbers of all mentions.
func (d *Desk) counted(ctx context.Context, p data.Period, step data.Step) ([]data.Bucket, error) {
	buckets := data.Buckets(p, step, d.Zone())
	by := store.ByDay
	if step == data.Hourly {
		by = store.ByHour
	}
	return buckets, d.fill(ctx, data.Filter{Period: p}, buckets, by)
}

const (
	// youngCrisis is shown in hours.
	youngCrisis = 3 * 24 * time.Hour
	// afterCrisis is how much is shown behind the end of a crisis.
	afterCrisis = 7 * 24 * time.Hour
)

// CrisisSeries counts all mentions around a crisis for its chart: by hours
// from a day before while it is young, by local days from the baseline on
// later.
func (d *Desk) CrisisSeries(ctx context.Context, issue int64) ([]data.Bucket, error) {
	c, err := d.store.Crisis(ctx, issue)
	if err != nil {
		return nil, err
	}
	now := latest(d.Now(), c.DeclaredAt)
	if end := c.ClosedAt.Add(afterCrisis); !c.ClosedAt.IsZero() && end.Before(now) {
		now = end
	}
	if now.Sub(c.Onset) < youngCrisis {
		from := c.Onset.Truncate(time.Hour).Add(-24 * time.Hour)
		return d.counted(ctx, data.Period{From: from, To: now.Truncate(time.Hour).Add(time.Hour)}, data.Hourly)
	}
	return d.crisisDays(ctx, c.Onset, now)
}

// StandDown are the criteria for closing a crisis and the promises that are
// open.
func (d *Desk) StandDown(ctx context.Context, issue int64) (criteria []data.Criterion, promises []data.Promise, err error) {
	var closing crisis.Closing
	if closing.Numbers, err = d.CrisisNumbers(ctx, issue); err != nil {
		return nil, nil, err
	}
	open, err := d.store.Issues(ctx, false)
	if err != nil {
		return nil, nil, err
	}
	for _, i := range open {
		if i.ID != issue && i.Severity >= gravelyOpen {
			closing.OpenIssues++
		}
	}
	now := d.Now()
	if closing.PromisesDue, closing.PromisesKept, err = d.store.PromisesDue(ctx, issue, now); err != nil {
		return nil, nil, err
	}
	late, err := d.store.UnansweredNegatives(ctx, data.Filter{Period: data.Period{
		From: now.Add(-30 * 24 * time.Hour).Truncate(time.Hour), To: now.Add(-replyClock).Truncate(time.Hour),
	}})
	if err != nil {
		return nil, nil, err
	}
	closing.Overdue = late.Count
	promises, err = d.store.OpenPromises(ctx, issue)
	return crisis.StandDown(closing), promises, err
}

// gravelyOpen is the level from which another issue keeps a crisis open.
const gravelyOpen = 2
