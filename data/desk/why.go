package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

const (
	whyTerms, whyAuthors, whyCarried = 10, 3, 3
	// whyVoices is how many mentions are read for authors and for what was
	// carried most; of more, an even sample.
	whyVoices = 20_000
	// whyTopics is the largest period whose topics are counted.
	whyTopics = 20_000
	// whyDays is from what length on periods are taken as whole days: those are
	// counted already.
	whyDays = 14 * 24 * time.Hour
)

// Why finds what drives a closed period against a baseline of any length; zero:
// the period of the same length before. Periods are widened to whole hours,
// long ones to whole days.
func (d *Desk) Why(ctx context.Context, f data.Filter, before data.Period) (data.Why, error) {
	f.Period = d.widened(f.Period)
	if before == (data.Period{}) {
		before, _ = f.Period.Before(d.Zone())
	}
	if before = d.widened(before); before.To.After(f.Period.From) {
		before.To = data.DayStart(f.Period.From, d.Zone()).UTC() // no part of the period is its own baseline
	}
	out := data.Why{Now: f.Period, Before: before}
	found, err := d.driversAgainst(ctx, f, before, whyTerms)
	if err != nil {
		return out, err
	}
	out.Read, out.Total, out.Terms = found.Read, found.Total, found.List
	if err := d.whoCarries(ctx, f, &out); err != nil {
		return out, err
	}
	if out.Sources, err = d.whyBySource(ctx, f, before); err != nil {
		return out, err
	}
	if out.Topics, err = d.whyByTopic(ctx, f, before, found.Total); err != nil {
		return out, err
	}
	out.First, err = d.firstOfWave(ctx, f, found.List)
	return out, err
}

func (d *Desk) widened(p data.Period) data.Period {
	if p.Length() >= whyDays {
		return data.WholeDays(p.From.In(d.Zone()), p.To.Add(-time.Second).In(d.Zone()), d.Zone())
	}
	if !p.To.IsZero() {
		p.To = p.To.Add(time.Hour - 1).Truncate(time.Hour)
	}
	return data.Period{From: p.From.Truncate(time.Hour), To: p.To}
}

// whoCarries fills in authors and the mentions that were carried most.
func (d *Desk) whoCarries(ctx context.Context, f data.Filter, out *data.Why) error {
	limit := whyVoices
	if out.Total > whyVoices {
		limit = driversSample
	}
	voices, err := d.store.Voices(ctx, f, out.Total, limit)
	if err != nil {
		return err
	}
	authors := byAuthor(voices, scale(out.Total, len(voices)))
	out.ByReach = firstOf(authors, func(a data.AuthorShare) bool { return a.Reach > 0 },
		func(a, b data.AuthorShare) int {
			return cmp.Or(cmp.Compare(b.Reach, a.Reach), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Author, b.Author))
		})
	out.ByCount = firstOf(authors, func(a data.AuthorShare) bool { return a.Mentions > 1 },
		func(a, b data.AuthorShare) int {
			return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(b.Reach, a.Reach), cmp.Compare(a.Author, b.Author))
		})
	ids := carried(voices)
	rows, err := d.store.RowsOf(ctx, ids)
	slices.SortFunc(rows, func(a, b data.Row) int { return cmp.Compare(slices.Index(ids, a.ID), slices.Index(ids, b.ID)) })
	out.Carried = rows
	return err
}

// byAuthor adds up the authors that have a name or a handle.
func byAuthor(voices []store.Voice, factor float64) []data.AuthorShare {
	at := map[string]int{}
	var out []data.AuthorShare
	for _, v := range voices {
		key := cmp.Or(v.Handle, v.Name)
		if key == "" {
			continue
		}
		i, known := at[strings.ToLower(key)]
		if !known {
			i = len(out)
			at[strings.ToLower(key)] = i
			out = append(out, data.AuthorShare{
				Author: data.Author{Name: v.Name, Handle: v.Handle}.Shown(), Query: `author:"` + strings.ReplaceAll(key, `"`, "") + `"`, Reach: data.Unknown,
			})
		}
		a := &out[i]
		a.Mentions++
		if v.Label == data.Negative {
			a.Negative++
		}
		a.Reach = max(a.Reach, v.Reach)
	}
	for i := range out {
		out[i].Mentions, out[i].Negative = int(float64(out[i].Mentions)*factor), int(float64(out[i].Negative)*factor)
	}
	return out
}

// firstOf gives the first authors that count, in an order.
func firstOf(all []data.AuthorShare, counts func(data.AuthorShare) bool, order func(a, b data.AuthorShare) int) []data.AuthorShare {
	out := slices.DeleteFunc(slices.Clone(all), func(a data.AuthorShare) bool { return !counts(a) })
	slices.SortFunc(out, order)
	return out[:min(whyAuthors, len(out))]
}

// carried picks the mentions with the most reach, else shares, else likes; of
// copies the most carried one. What nobody carried is none.
func carried(voices []store.Voice) (ids []data.ID) {
	voices = slices.Clone(voices)
	slices.SortFunc(voices, func(a, b store.Voice) int {
		return cmp.Or(cmp.Compare(b.Reach, a.Reach), cmp.Compare(b.Shares, a.Shares), cmp.Compare(b.Likes, a.Likes), cmp.Compare(a.ID, b.ID))
	})
	groups := map[data.ID]bool{}
	for _, v := range voices {
		if len(ids) == whyCarried || max(v.Reach, v.Shares, v.Likes) <= 0 {
			break
		}
		if v.Group != 0 && groups[v.Group] {
			continue
		}
		groups[v.Group] = true
		ids = append(ids, v.ID)
	}
	return ids
}

// whyBySource compares the sources of two periods, those with the largest
// excess first.
func (d *Desk) whyBySource(ctx context.Context, f data.Filter, before data.Period) ([]data.PartShare, error) {
	now, err := d.SourcesIn(ctx, f)
	if err != nil {
		return nil, err
	}
	was := map[string]data.Totals{}
	if g := f; before != (data.Period{}) {
		g.Period = before
		earlier, err := d.SourcesIn(ctx, g)
		if err != nil {
			return nil, err
		}
		for _, s := range earlier {
			was[s.Source] = s.Totals
		}
	}
	var out []data.PartShare
	for _, s := range now {
		out = append(out, data.PartShare{Name: s.Source, Now: s.Totals, Before: was[s.Source]})
	}
	return ranked(out, f.Period, before), nil
}

// whyByTopic does the same for the saved queries.
func (d *Desk) whyByTopic(ctx context.Context, f data.Filter, before data.Period, total int) ([]data.PartShare, error) {
	topics, err := d.store.Topics(ctx)
	if err != nil || total > whyTopics {
		return nil, err
	}
	var out []data.PartShare
	for _, t := range topics {
		g, err := data.ParseQuery(t.Query, d.Zone())
		if err != nil {
			continue // it could be read when it was saved
		}
		part := data.PartShare{Name: t.Name}
		for period, sumUp := range map[data.Period]*data.Totals{f.Period: &part.Now, before: &part.Before} {
			both := f.And(g)
			both.Period = within(both.Period, period)
			groups, err := d.store.Groups(ctx, both, store.ByLabel)
			if err != nil {
				return nil, err
			}
			*sumUp = sum(groups)
		}
		if part.Now.Mentions() > 0 {
			out = append(out, part)
		}
	}
	return ranked(out, f.Period, before), nil
}

// ranked fills in how the rates compare and puts the largest excess first.
func ranked(parts []data.PartShare, now, before data.Period) []data.PartShare {
	times := now.Length().Hours() / max(before.Length().Hours(), 1)
	for i := range parts {
		if was := float64(parts[i].Before.Mentions()); was > 0 && before != (data.Period{}) {
			parts[i].Ratio = float64(parts[i].Now.Mentions()) / (was * times)
		}
	}
	excess := func(p data.PartShare) float64 {
		return float64(p.Now.Mentions()) - float64(p.Before.Mentions())*times
	}
	slices.SortStableFunc(parts, func(a, b data.PartShare) int { return cmp.Compare(excess(b), excess(a)) })
	return parts
}

// firstOfWave is the earliest mention that carries the strongest word, a
// negative one if there is any; without words, the earliest negative.
func (d *Desk) firstOfWave(ctx context.Context, f data.Filter, terms []data.Driver) (first data.Row, err error) {
	if len(terms) > 0 {
		words := data.Filter{Text: data.TextQuery{Clauses: []data.Clause{{Terms: []data.Term{{Text: terms[0].Term}}}}}}
		f = f.And(words)
	}
	negative := f
	if len(f.Labels) == 0 {
		negative.Labels = []data.Label{data.Negative}
	}
	rows, err := d.store.Oldest(ctx, negative, 1)
	if err == nil && len(rows) == 0 && len(terms) > 0 {
		rows, err = d.store.Oldest(ctx, f, 1)
	}
	if len(rows) > 0 {
		first = rows[0]
	}
	return first, err
}
