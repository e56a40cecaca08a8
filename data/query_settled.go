package data

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"time"
)

// settled is a filter that means the same, in one way of saying it: two
// searches that mean the same are then equal, as far as a form can tell.
func settled(f Filter) Filter {
	f.Sources, f.Langs, f.Tags = settledList(f.Sources), settledList(f.Langs), settledList(f.Tags)
	if f.Not != nil {
		f = allowed(f)
	}
	f.Labels, f.Statuses = slices.Compact(sorted(f.Labels)), settledStatuses(f.Statuses)
	if len(f.Groups) == 1 && f.Text.Empty() && onlyWords(f.Groups[0]) {
		f.Text, f.Groups = f.Groups[0].Any[0].Text, nil
	}
	f.Text = settledText(f.Text)
	f.Groups = slices.Clone(f.Groups)
	for i, g := range f.Groups {
		if onlyWords(g) {
			f.Groups[i].Any = []Filter{{Text: settledText(g.Any[0].Text)}}
		}
	}
	return f
}

// allowed says what must not be by what may be, where little else can.
func allowed(f Filter) Filter {
	not := *f.Not
	f.Labels, not.Labels = left(f.Labels, not.Labels, Labels[:])
	f.Statuses, not.Statuses = left(f.Statuses, not.Statuses, Statuses[:])
	f.Not = &not
	if len(not.Sources)+len(not.Labels)+len(not.Statuses)+len(not.Langs)+len(not.Tags) == 0 {
		f.Not = nil
	}
	return f
}

// left takes what must not be out of what may be, which is all where nothing is
// said; where nothing would be left, both stay.
func left[T comparable](may, not, all []T) ([]T, []T) {
	if len(not) == 0 {
		return may, nil
	}
	if len(may) == 0 {
		may = all
	}
	var out []T
	for _, v := range may {
		if !slices.Contains(not, v) {
			out = append(out, v)
		}
	}
	if len(out) == 0 {
		return may, not
	}
	return out, nil
}

// onlyWords tells whether a part asks for words and nothing else.
func onlyWords(g Group) bool {
	if g.Not || len(g.Any) != 1 || g.Any[0].Text.Empty() {
		return false
	}
	f := g.Any[0]
	f.Text = TextQuery{}
	return f.Period == Period{} && f.OnlyPeriod()
}

func settledStatuses(list []Status) []Status { return slices.Compact(sorted(list)) }

func settledList(list []string) []string { return slices.Compact(sorted(list)) }

// sorted is a copy in order; nil for nothing.
func sorted[T cmp.Ordered](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return slices.Sorted(slices.Values(list))
}

func settledText(q TextQuery) TextQuery {
	var out TextQuery
	for _, c := range q.Clauses {
		terms := slices.Clone(c.Terms)
		slices.SortFunc(terms, compareTerms)
		out.Clauses = append(out.Clauses, Clause{Terms: slices.Compact(terms)})
	}
	slices.SortFunc(out.Clauses, func(a, b Clause) int { return slices.CompareFunc(a.Terms, b.Terms, compareTerms) })
	return out
}

func compareTerms(a, b Term) int {
	flags := func(t Term) int {
		n := 0
		if t.Not {
			n++
		}
		if t.Prefix {
			n += 2
		}
		return n
	}
	return cmp.Or(strings.Compare(a.Text, b.Text), cmp.Compare(flags(a), flags(b)))
}

// JoinQueries writes a search that asks for both: side by side where that says
// it, else with the second in parentheses. Both can be read.
func JoinQueries(a, b string, zone *time.Location) string {
	a, b = closed(a), closed(b)
	if a == "" || b == "" {
		return a + b
	}
	first, _ := ParseQuery(a, zone)
	second, _ := ParseQuery(b, zone)
	beside := b + " " + a
	if both, err := ParseQuery(beside, zone); err == nil && reflect.DeepEqual(settled(both), settled(first.And(second))) {
		return beside
	}
	return a + " (" + b + ")"
}

// closed is a search whose last quote is closed, as the parser takes it.
func closed(query string) string {
	query = strings.TrimSpace(query)
	quotes := 0
	for _, r := range query {
		if isQuote(r) {
			quotes++
		}
	}
	return query + strings.Repeat(`"`, quotes%2)
}
