package desk

import (
	"context"
	"slices"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

const (
	// usualDays is how far back what is usual is looked for, and knownDays the
	// least of them that must be known.
	usualDays, knownDays = 28, 7
	// mostLook is how many mentions a digest lists, and riskCandidates how many
	// of the newest are looked through for words to watch.
	mostLook, riskCandidates = 6, 200
	// lookBack is for how long a mention that waits may still be listed.
	lookBack = 30
)

// Digest tells what happened since the person was last here. The first time
// there is nothing to tell: it counts from then on.
func (d *Desk) Digest(ctx context.Context) (out data.Digest, err error) {
	out.Until = d.Now()
	since, err := d.digestReadAt(ctx)
	if err != nil {
		return out, err
	}
	if since.IsZero() || since.After(out.Until) {
		out.Since = out.Until
		return out, d.DigestRead(ctx)
	}
	out.Since = since
	f := data.Filter{Period: data.Period{From: since, To: out.Until}}
	groups, err := d.store.Groups(ctx, f, store.ByLabel)
	if err != nil {
		return out, err
	}
	out.Now = sum(groups)
	if out.Arrived, err = d.arrivedSince(ctx, since); err != nil {
		return out, err
	}
	if out.Usual, out.UsualShare, err = d.usual(ctx, f.Period); err != nil {
		return out, err
	}
	if out.Incidents, err = d.incidentsSince(ctx, since); err != nil {
		return out, err
	}
	if out.Late, err = d.backlog(ctx); err != nil {
		return out, err
	}
	out.Look, err = d.lookFirst(ctx, f)
	return out, err
}

// DigestRead remembers that the person has read up to now.
func (d *Desk) DigestRead(ctx context.Context) error {
	return d.store.SetSetting(ctx, store.SettingDigestRead, d.Now().UTC().Format(time.RFC3339))
}

// digestReadAt is zero if the person never read one, or nothing that can be
// understood was kept.
func (d *Desk) digestReadAt(ctx context.Context) (time.Time, error) {
	text, err := d.store.Setting(ctx, store.SettingDigestRead)
	if err != nil || text == "" {
		return time.Time{}, err
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, nil
	}
	return at, nil
}

// arrivedSince adds up what the imports since then brought, those that were
// undone left out.
func (d *Desk) arrivedSince(ctx context.Context, since time.Time) (n int, err error) {
	imports, err := d.store.Imports(ctx)
	for _, i := range imports {
		last := i.FinishedAt
		if last.IsZero() {
			last = i.StartedAt
		}
		if i.State != data.ImportUndone && last.After(since) {
			n += i.New
		}
	}
	return n, err
}

// usual is how many mentions a period of this length has in the mean of the
// four weeks before it, at the same time of day, and the share of negatives
// there. Stretches without data do not count; 0 if there are too few others.
func (d *Desk) usual(ctx context.Context, p data.Period) (mentions, share float64, err error) {
	first, _, err := d.store.Extent(ctx)
	if err != nil || first.IsZero() || p.Length() <= 0 {
		return 0, 0, err
	}
	gaps, err := d.store.Gaps(ctx)
	if err != nil {
		return 0, 0, err
	}
	var total data.Totals
	var counted time.Duration
	days := int((p.Length() + 24*time.Hour - 1) / (24 * time.Hour))
	for back := days; back <= max(usualDays, days); back += days {
		q := hoursOf(p, -back, d.Zone())
		if q.From.Before(first) || slices.ContainsFunc(gaps, func(g data.Period) bool { return g.From.Before(q.To) && q.From.Before(g.To) }) {
			continue
		}
		groups, err := d.store.Groups(ctx, data.Filter{Period: q}, store.ByLabel)
		if err != nil {
			return 0, 0, err
		}
		for _, g := range groups {
			addGroup(&total, g)
		}
		counted += q.Length()
	}
	if negative, ok := total.NegativeShare(); ok {
		share = negative / 100
	}
	if p.From.Sub(first) < knownDays*24*time.Hour || counted == 0 {
		return 0, share, nil
	}
	return float64(total.Mentions()) * float64(p.Length()) / float64(counted), share, nil
}

// hoursOf is a period moved by days, rounded to whole hours: those are counted
// already.
func hoursOf(p data.Period, days int, zone *time.Location) data.Period {
	from := p.From.In(zone).AddDate(0, 0, days).UTC().Round(time.Hour)
	return data.Period{From: from, To: from.Add(max(p.Length().Round(time.Hour), time.Hour))}
}

// incidentsSince are the incidents that opened since then or of which the
// person was told only since, expected ones and false alarms left out.
func (d *Desk) incidentsSince(ctx context.Context, since time.Time) ([]data.Incident, error) {
	all, err := d.store.Incidents(ctx, data.Period{From: since.AddDate(0, 0, -lookBack)})
	return slices.DeleteFunc(all, func(i data.Incident) bool {
		seen := i.OpenedAt.Before(since) && !i.NotifiedAt.After(since)
		return seen || i.Expect || i.Verdict == data.NotCrisis
	}), err
}

// lookFirst lists what waits: mentions of a filter with words to watch, then
// the most urgent of them, then those of the last weeks.
func (d *Desk) lookFirst(ctx context.Context, f data.Filter) (look []data.Row, err error) {
	waiting := f
	waiting.Statuses = data.Unanswered
	newest, err := d.store.FoldedPage(ctx, waiting, 0, riskCandidates)
	if err != nil {
		return nil, err
	}
	risky := slices.DeleteFunc(newest, func(r data.Row) bool { return len(r.Watched.Risks()) == 0 })
	urgent, err := d.AnswerFirst(ctx, f, mostLook)
	if err != nil {
		return nil, err
	}
	f.Period.From = f.Period.To.AddDate(0, 0, -lookBack)
	older, err := d.AnswerFirst(ctx, f, 2*mostLook)
	for _, r := range slices.Concat(risky, urgent, older) {
		known := slices.ContainsFunc(look, func(o data.Row) bool { return o.ID == r.ID })
		if !known && len(look) < mostLook {
			look = append(look, r)
		}
	}
	return look, err
}
