package desk

import (
	"context"

	"vedetta/data"
)

// How long the lists of a report are.
const (
	reportTopics = 12
	reportRows   = 15
)

// Report gathers everything a printed report says about a closed period.
// query is the search that made the filter, as typed, for the method note.
func (d *Desk) Report(ctx context.Context, f data.Filter, query string) (data.Report, error) {
	w, err := d.Workspace(ctx)
	if err != nil {
		return data.Report{}, err
	}
	r := data.Report{Business: w.Name, MadeAt: d.Now(), Zone: d.Zone(), Query: query}
	if r.Summary, err = d.Summary(ctx, f); err != nil {
		return r, err
	}
	if r.Model, err = d.ModelState(ctx); err != nil {
		return r, err
	}
	if r.Timeline, err = d.Timeline(ctx, f); err != nil {
		return r, err
	}
	if err = d.reportWarnings(ctx, f, &r); err != nil {
		return r, err
	}
	topics, err := d.Drivers(ctx, f, reportTopics)
	if err != nil {
		return r, err
	}
	r.Topics, r.Sampled = topics.List, topics.Read < topics.Total
	if r.Sources, err = d.SourcesIn(ctx, f); err != nil {
		return r, err
	}
	if r.Copies, err = d.store.CopiesIn(ctx, f); err != nil {
		return r, err
	}
	if r.Statuses, err = d.store.StatusCountsIn(ctx, f); err != nil {
		return r, err
	}
	if r.Imports, err = d.store.ImportsOf(ctx, f); err != nil {
		return r, err
	}
	open := f
	open.Labels, open.Statuses = []data.Label{data.Negative}, data.Unanswered
	if r.Open, err = d.store.Oldest(ctx, open, reportRows); err != nil {
		return r, err
	}
	answered := f
	answered.Statuses = []data.Status{data.StatusReplied}
	r.Answered, err = d.store.Page(ctx, answered, 0, reportRows)
	return r, err
}

// reportWarnings fills in what early warning found in the period.
func (d *Desk) reportWarnings(ctx context.Context, f data.Filter, r *data.Report) error {
	var err error
	if r.Incidents, err = d.store.Incidents(ctx, f.Period); err != nil {
		return err
	}
	if r.Marks, err = d.Marks(ctx, f.Period); err != nil {
		return err
	}
	gaps, err := d.store.Gaps(ctx)
	if err != nil {
		return err
	}
	for _, g := range gaps {
		if g.To.After(f.Period.From) && g.From.Before(f.Period.To) {
			r.Gaps = append(r.Gaps, g)
		}
	}
	s, err := d.sensitivity(ctx)
	r.FalseAlarms = s.FalseAlarms()
	return err
}
