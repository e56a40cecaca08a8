package data

import "cmp"

// Filter says which mentions are meant. The same value serves inbox, charts,
// command line and reports. Empty parts do not restrict.
type Filter struct {
	Period   Period
	Sources  []string
	Labels   []Label // effective labels
	Statuses []Status
	Langs    []string
	Tags     []string // any of them
	Author   string   // handle or name, case folded, exact
	Starred  bool
	Replies  []ReplyState // one of ours in any of these states
	Snoozed  Snoozing
	Muted    Muting
	Rated    Rated
	Reach    Reached
	Import   int64
	Near     ID      // this mention and its copies
	Issues   []int64 // any of these issues; AnyIssue and NoIssue stand among them
	Text     TextQuery
	Not      *Exclusions
	Groups   []Group // all of them must hold
}

// Snoozing restricts by whether a mention is put off until later.
type Snoozing int8

// Whether mentions that are put off are meant.
const (
	SnoozedOrNot Snoozing = iota
	OnlySnoozed
	NotSnoozed
)

// Group holds for a mention that at least one of its filters means; with Not,
// for one that none does.
type Group struct {
	Any []Filter
	Not bool
}

// Exclusions are the parts of a filter that must not hold.
type Exclusions struct {
	Sources  []string
	Labels   []Label
	Statuses []Status
	Langs    []string
	Tags     []string
	Issues   []int64
}

// AnyIssue stands for whatever issue there is, NoIssue for none.
const (
	AnyIssue int64 = -1
	NoIssue  int64 = -2
)

// Rated restricts by stars; zero bounds do not restrict.
type Rated struct{ Min, Max float64 }

// Reached restricts by reach: people from From on, and below Below unless that
// is 0.
type Reached struct {
	On          bool
	From, Below int64
}

// OnlyPeriod tells whether nothing but the period restricts.
func (f Filter) OnlyPeriod() bool {
	return f.OnlyAggregates() && len(f.Sources) == 0 && len(f.Labels) == 0
}

// OnlyAggregates tells whether the filter can be answered from the hourly
// and daily counts, whatever the number of mentions.
func (f Filter) OnlyAggregates() bool {
	return len(f.Statuses) == 0 && len(f.Langs) == 0 && len(f.Tags) == 0 && f.Author == "" &&
		!f.Starred && len(f.Replies) == 0 && f.Snoozed == SnoozedOrNot && f.Muted == MutedOrNot && f.Rated == Rated{} && f.Import == 0 && !f.Reach.On && f.Near == 0 && len(f.Issues) == 0 && f.Text.Empty() && f.Not == nil && len(f.Groups) == 0
}

// and is a filter of both; of what can be there once, that of g wins.
func (f Filter) and(g Filter) Filter {
	f.Sources, f.Labels, f.Statuses = append(f.Sources, g.Sources...), append(f.Labels, g.Labels...), append(f.Statuses, g.Statuses...)
	f.Replies = append(f.Replies, g.Replies...)
	f.Langs, f.Tags, f.Groups = append(f.Langs, g.Langs...), append(f.Tags, g.Tags...), append(f.Groups, g.Groups...)
	if !g.Period.From.IsZero() {
		f.Period.From = g.Period.From
	}
	if !g.Period.To.IsZero() {
		f.Period.To = g.Period.To
	}
	f.Author, f.Starred, f.Snoozed = cmp.Or(g.Author, f.Author), f.Starred || g.Starred, cmp.Or(g.Snoozed, f.Snoozed)
	f.Muted = cmp.Or(g.Muted, f.Muted)
	f.Rated, f.Reach = cmp.Or(g.Rated, f.Rated), cmp.Or(g.Reach, f.Reach)
	f.Import, f.Near, f.Issues = cmp.Or(g.Import, f.Import), cmp.Or(g.Near, f.Near), append(f.Issues, g.Issues...)
	if g.Not != nil {
		if f.Not == nil {
			f.Not = &Exclusions{}
		}
		f.Not.add(g.Not)
	}
	return f
}

func (e *Exclusions) add(o *Exclusions) {
	e.Sources, e.Labels, e.Statuses = append(e.Sources, o.Sources...), append(e.Labels, o.Labels...), append(e.Statuses, o.Statuses...)
	e.Langs, e.Tags, e.Issues = append(e.Langs, o.Langs...), append(e.Tags, o.Tags...), append(e.Issues, o.Issues...)
}
