package inbox

import (
	"slices"
	"time"

	"vedetta/data"
)

const oneSecond = time.Second

func unixSecond(s int64) time.Time { return time.Unix(s, 0).UTC() }

// and is the filter that asks for both. Where each names an author, an
// import or a mention whose copies are meant, the second wins: the person typed it last. Tags are asked for as
// any of them, so tags of the first that the second does not name are left out.
func and(a, b data.Filter) data.Filter {
	not := joined(a.Not, b.Not)
	f := data.Filter{
		Period:   common(a.Period, b.Period),
		Sources:  both(a.Sources, b.Sources, &not.Sources),
		Labels:   both(a.Labels, b.Labels, &not.Labels),
		Statuses: both(a.Statuses, b.Statuses, &not.Statuses),
		Langs:    both(a.Langs, b.Langs, &not.Langs),
		Tags:     either(b.Tags, a.Tags),
		Author:   b.Author,
		Starred:  a.Starred || b.Starred,
		Rated:    b.Rated,
		Import:   b.Import,
		Near:     b.Near,
		Text:     product(a.Text, b.Text),
	}
	if f.Author == "" {
		f.Author = a.Author
	}
	if f.Rated == (data.Rated{}) {
		f.Rated = a.Rated
	}
	if f.Import == 0 {
		f.Import = a.Import
	}
	if f.Near == 0 {
		f.Near = a.Near
	}
	if !empty(not) {
		f.Not = &not
	}
	return f
}

// both keeps what stands in both lists; an empty list does not restrict. When
// nothing is common, everything of a is excluded as well, so that nothing
// matches.
func both[T comparable](a, b []T, not *[]T) []T {
	if len(a) == 0 || len(b) == 0 {
		return either(a, b)
	}
	var out []T
	for _, v := range a {
		if slices.Contains(b, v) {
			out = append(out, v)
		}
	}
	if len(out) == 0 {
		*not = append(*not, a...)
		return a
	}
	return out
}

func either[T any](a, b []T) []T {
	if len(a) > 0 {
		return a
	}
	return b
}

func common(a, b data.Period) data.Period {
	if a.From.Before(b.From) {
		a.From = b.From
	}
	if a.To.IsZero() || (!b.To.IsZero() && b.To.Before(a.To)) {
		a.To = b.To
	}
	return a
}

// product asks for a clause of each search.
func product(a, b data.TextQuery) data.TextQuery {
	if a.Empty() {
		return b
	}
	if b.Empty() {
		return a
	}
	var out data.TextQuery
	for _, x := range a.Clauses {
		for _, y := range b.Clauses {
			out.Clauses = append(out.Clauses, data.Clause{Terms: slices.Concat(x.Terms, y.Terms)})
		}
	}
	return out
}

func joined(list ...*data.Exclusions) data.Exclusions {
	var out data.Exclusions
	for _, e := range list {
		if e == nil {
			continue
		}
		out.Sources = append(out.Sources, e.Sources...)
		out.Labels = append(out.Labels, e.Labels...)
		out.Statuses = append(out.Statuses, e.Statuses...)
		out.Langs = append(out.Langs, e.Langs...)
		out.Tags = append(out.Tags, e.Tags...)
	}
	return out
}

func empty(e data.Exclusions) bool {
	return len(e.Sources)+len(e.Labels)+len(e.Statuses)+len(e.Langs)+len(e.Tags) == 0
}

// keeps tells whether a row still belongs to the list after the person's work
// on it; only what that work can change is looked at.
func keeps(f data.Filter, r data.Row) bool {
	if len(f.Statuses) > 0 && !slices.Contains(f.Statuses, r.Status) ||
		len(f.Labels) > 0 && !slices.Contains(f.Labels, r.Label) ||
		f.Starred && !r.Starred ||
		len(f.Tags) > 0 && !anyTag(f.Tags, r.Tags) {
		return false
	}
	return f.Not == nil || !slices.Contains(f.Not.Statuses, r.Status) &&
		!slices.Contains(f.Not.Labels, r.Label) && !anyTag(f.Not.Tags, r.Tags)
}

func anyTag(wanted, have []string) bool {
	return slices.ContainsFunc(wanted, func(t string) bool { return hasTag(have, t) })
}
