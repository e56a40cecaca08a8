package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/drivers"
	"vedetta/data/store"
)

// Summary adds up the tiles of the overview and of the report.
func (d *Desk) Summary(ctx context.Context, f data.Filter) (data.Summary, error) {
	s := data.Summary{Filter: f}
	groups, err := d.store.Groups(ctx, f, store.ByLabel)
	if err != nil {
		return s, err
	}
	s.Now = sum(groups)
	if s.Unanswered, err = d.store.UnansweredNegatives(ctx, f); err != nil {
		return s, err
	}
	if s.FirstReply, err = d.store.FirstReply(ctx, f); err != nil {
		return s, err
	}
	if s.Overridden, err = d.store.Overridden(ctx, f); err != nil {
		return s, err
	}
	if s.Responses, err = d.Responses(ctx, f); err != nil {
		return s, err
	}
	before := f
	if before.Period, s.HasBefore = f.Period.Before(d.Zone()); !s.HasBefore {
		return s, nil
	}
	if groups, err = d.store.Groups(ctx, before, store.ByLabel); err != nil {
		return s, err
	}
	s.Before = sum(groups)
	s.FirstReplyBefore, err = d.store.FirstReply(ctx, before)
	return s, err
}

func sum(groups []store.Group) (t data.Totals) {
	for _, g := range groups {
		addGroup(&t, g)
	}
	return t
}

func addGroup(t *data.Totals, g store.Group) {
	t.Add(g.Label, g.N)
	t.Reach += g.Reach
	t.ReachKnown += g.ReachKnown
}

// Timeline counts the mentions of a closed period in bars without holes.
func (d *Desk) Timeline(ctx context.Context, f data.Filter) (data.Timeline, error) {
	step := data.StepFor(f.Period.Length())
	line := data.Timeline{Step: step, Buckets: data.Buckets(f.Period, step, d.Zone())}
	by := store.ByDay
	if step == data.Hourly {
		by = store.ByHour
	}
	return line, d.fill(ctx, f, line.Buckets, by)
}

// fill counts the mentions of a filter into buckets that cover its period.
func (d *Desk) fill(ctx context.Context, f data.Filter, buckets []data.Bucket, by store.Grouping) error {
	groups, err := d.store.Groups(ctx, f, by)
	if err != nil {
		return err
	}
	for _, g := range groups {
		i, found := slices.BinarySearchFunc(buckets, g.From, func(b data.Bucket, t time.Time) int { return b.Start.Compare(t) })
		if !found {
			i--
		}
		if i >= 0 {
			addGroup(&buckets[i].Totals, g)
		}
	}
	return nil
}

// Days counts the mentions of a filter by local day. An open period reaches
// from the first mention to the last.
func (d *Desk) Days(ctx context.Context, f data.Filter) ([]data.Bucket, error) {
	first, last, err := d.store.Extent(ctx)
	if err != nil || first.IsZero() {
		return nil, err
	}
	zone := d.Zone()
	if f.Period.From.IsZero() {
		f.Period.From = data.DayStart(first, zone).UTC()
	}
	if f.Period.To.IsZero() {
		f.Period.To = data.DayStart(last, zone).AddDate(0, 0, 1).UTC()
	}
	buckets := data.Buckets(f.Period, data.Daily, zone)
	return buckets, d.fill(ctx, f, buckets, store.ByDay)
}

// Sources adds up every source, most mentions first.
func (d *Desk) Sources(ctx context.Context) ([]data.SourceTotals, error) {
	return d.SourcesIn(ctx, data.Filter{})
}

// SourcesIn adds up the sources of a filter, most mentions first.
func (d *Desk) SourcesIn(ctx context.Context, f data.Filter) ([]data.SourceTotals, error) {
	groups, err := d.store.Groups(ctx, f, store.BySource)
	if err != nil {
		return nil, err
	}
	bySource := map[string]*data.SourceTotals{}
	for _, g := range groups {
		if bySource[g.Source] == nil {
			bySource[g.Source] = &data.SourceTotals{Source: g.Source}
		}
		addGroup(&bySource[g.Source].Totals, g)
	}
	out := make([]data.SourceTotals, 0, len(bySource))
	for _, s := range bySource {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b data.SourceTotals) int {
		return cmp.Or(cmp.Compare(b.Mentions(), a.Mentions()), cmp.Compare(a.Source, b.Source))
	})
	return out, nil
}

// A period of a small business is read whole to find what drives it; of a
// larger one an even sample says nearly the same in a fraction of the time.
const (
	driversWhole  = 2000
	driversSample = 800
)

// Drivers finds the n words that set a closed period apart from the period
// of the same length before it.
func (d *Desk) Drivers(ctx context.Context, f data.Filter, n int) (data.Drivers, error) {
	before, _ := f.Period.Before(d.Zone())
	return d.driversAgainst(ctx, f, before, n)
}

// driversAgainst finds the n words that set a closed period apart from another
// one, of any length; zero for none.
func (d *Desk) driversAgainst(ctx context.Context, f data.Filter, baseline data.Period, n int) (data.Drivers, error) {
	out := data.Drivers{Now: f.Period, Before: baseline}
	now, total, err := d.texts(ctx, f)
	if err != nil {
		return out, err
	}
	out.Read, out.Total = len(now), total
	var before []drivers.Text
	beforeTotal := 0
	if earlier := f; baseline != (data.Period{}) {
		earlier.Period = baseline
		if before, beforeTotal, err = d.texts(ctx, earlier); err != nil {
			return out, err
		}
	}
	found := drivers.Find(now, before, n, scale(total, len(now)), scale(beforeTotal, len(before)))
	out.List, err = d.withExamples(ctx, found)
	return out, err
}

func (d *Desk) texts(ctx context.Context, f data.Filter) ([]drivers.Text, int, error) {
	groups, err := d.store.Groups(ctx, f, store.ByLabel)
	if err != nil {
		return nil, 0, err
	}
	totals := sum(groups)
	total := totals.Mentions()
	limit := driversWhole
	if total > driversWhole {
		limit = driversSample
	}
	texts, err := d.store.Texts(ctx, f, total, limit)
	out := make([]drivers.Text, len(texts))
	for i, t := range texts {
		out[i] = drivers.Text(t)
	}
	return out, total, err
}

func scale(total, read int) float64 {
	if read == 0 || read >= total {
		return 1
	}
	return float64(total) / float64(read)
}

func (d *Desk) withExamples(ctx context.Context, found []drivers.Found) ([]data.Driver, error) {
	var ids []data.ID
	for _, f := range found {
		ids = append(ids, f.Example)
	}
	rows, err := d.store.RowsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	byID := map[data.ID]data.Row{}
	for _, r := range rows {
		byID[r.ID] = r
	}
	var out []data.Driver
	for _, f := range found {
		out = append(out, data.Driver{Term: f.Term, Totals: f.Totals, Before: f.Before, Ratio: f.Ratio, Z: f.Z, Example: byID[f.Example]})
	}
	return out, nil
}

// AnswerFirst lists the mentions of a filter that need an answer, the most
// pressing first. Copies are folded.
func (d *Desk) AnswerFirst(ctx context.Context, f data.Filter, n int) ([]data.Row, error) {
	f = f.And(waiting[0])
	ids, err := d.Ranked(ctx, f, data.ByPriority, true)
	if err != nil {
		return nil, err
	}
	return d.RowsOf(ctx, f, ids[:min(n, len(ids))], true)
}
