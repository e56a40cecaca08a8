package data

import (
	"cmp"
	"slices"
)

// And is the filter that asks for both. Where each names an author, an import,
// a reach or a mention whose copies are meant, the second wins: the person asked
// for it last. Tags and issues are asked for as any of them, so those of the
// first are left out where the second names some.
func (f Filter) And(g Filter) Filter {
	not := excluded(f.Not, g.Not)
	out := Filter{
		Period:   f.Period.common(g.Period),
		Sources:  inBoth(f.Sources, g.Sources, &not.Sources),
		Labels:   inBoth(f.Labels, g.Labels, &not.Labels),
		Statuses: inBoth(f.Statuses, g.Statuses, &not.Statuses),
		Langs:    inBoth(f.Langs, g.Langs, &not.Langs),
		Tags:     firstList(g.Tags, f.Tags),
		Author:   cmp.Or(g.Author, f.Author),
		Starred:  f.Starred || g.Starred,
		Replies:  firstList(g.Replies, f.Replies),
		Snoozed:  cmp.Or(g.Snoozed, f.Snoozed),
		Muted:    cmp.Or(g.Muted, f.Muted),
		Rated:    cmp.Or(g.Rated, f.Rated),
		Reach:    cmp.Or(g.Reach, f.Reach),
		Import:   cmp.Or(g.Import, f.Import),
		Near:     cmp.Or(g.Near, f.Near),
		Issues:   firstList(g.Issues, f.Issues),
		Text:     f.Text.and(g.Text),
		Groups:   slices.Concat(f.Groups, g.Groups),
	}
	if !not.empty() {
		out.Not = &not
	}
	return out
}

// inBoth keeps what stands in both lists; an empty list does not restrict. When
// nothing is common, everything of a is excluded as well, so that nothing
// matches.
func inBoth[T comparable](a, b []T, not *[]T) []T {
	if len(a) == 0 || len(b) == 0 {
		return firstList(a, b)
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

func firstList[T any](a, b []T) []T {
	if len(a) > 0 {
		return a
	}
	return b
}

// common is what two periods have in common.
func (p Period) common(q Period) Period {
	if p.From.Before(q.From) {
		p.From = q.From
	}
	if p.To.IsZero() || (!q.To.IsZero() && q.To.Before(p.To)) {
		p.To = q.To
	}
	return p
}

// and asks for a clause of each search.
func (q TextQuery) and(r TextQuery) TextQuery {
	if q.Empty() {
		return r
	}
	if r.Empty() {
		return q
	}
	var out TextQuery
	for _, x := range q.Clauses {
		for _, y := range r.Clauses {
			out.Clauses = append(out.Clauses, Clause{Terms: slices.Concat(x.Terms, y.Terms)})
		}
	}
	return out
}

func excluded(list ...*Exclusions) Exclusions {
	var out Exclusions
	for _, e := range list {
		if e == nil {
			continue
		}
		out.Sources = append(out.Sources, e.Sources...)
		out.Labels = append(out.Labels, e.Labels...)
		out.Statuses = append(out.Statuses, e.Statuses...)
		out.Langs = append(out.Langs, e.Langs...)
		out.Tags = append(out.Tags, e.Tags...)
		out.Issues = append(out.Issues, e.Issues...)
	}
	return out
}

func (e Exclusions) empty() bool {
	return len(e.Sources)+len(e.Labels)+len(e.Statuses)+len(e.Langs)+len(e.Tags)+len(e.Issues) == 0
}
