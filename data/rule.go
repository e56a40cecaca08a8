package data

import "time"

// RuleKind is what a rule of the person's own counts.
type RuleKind string

// The kinds of rules.
const (
	CountRule RuleKind = "count" // at least Count mentions in the window
	ShareRule RuleKind = "share" // at least Share of at least Count mentions are negative
	ReachRule RuleKind = "reach" // one mention whose author reaches at least Reach people
)

// Rule is a rule of the person's own, beside the detectors.
type Rule struct {
	ID     int64
	Name   string
	Kind   RuleKind
	Query  string // which mentions, as ParseQuery reads it; "" for all
	Window time.Duration
	Count  int
	Share  float64 // 0..1
	Reach  int64
	On     bool
}

// BackTest is what a rule or a sensitivity would have done on the stored
// history.
type BackTest struct {
	Period Period     // of the history
	Fired  []Incident // oldest first; alarms within 24 h are one
	Days   []Bucket   // mentions by day, to draw them on
	Took   time.Duration
}

// Months is the length of the history in months of 30.44 days.
func (b BackTest) Months() float64 { return b.Period.Length().Hours() / 24 / 30.44 }
