package data

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
	Rated    Rated
	Import   int64
	Near     ID // this mention and its copies
	Text     TextQuery
	Not      *Exclusions
}

// Exclusions are the parts of a filter that must not hold.
type Exclusions struct {
	Sources  []string
	Labels   []Label
	Statuses []Status
	Langs    []string
	Tags     []string
}

// Rated restricts by stars; zero bounds do not restrict.
type Rated struct{ Min, Max float64 }

// OnlyPeriod tells whether nothing but the period restricts.
func (f Filter) OnlyPeriod() bool {
	return f.OnlyAggregates() && len(f.Sources) == 0 && len(f.Labels) == 0
}

// OnlyAggregates tells whether the filter can be answered from the hourly
// and daily counts, whatever the number of mentions.
func (f Filter) OnlyAggregates() bool {
	return len(f.Statuses) == 0 && len(f.Langs) == 0 && len(f.Tags) == 0 && f.Author == "" &&
		!f.Starred && f.Rated == Rated{} && f.Import == 0 && f.Near == 0 && f.Text.Empty() && f.Not == nil
}
