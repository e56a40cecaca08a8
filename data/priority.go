package data

import "time"

// Order is how a list of mentions is sorted.
type Order string

// The orders.
const (
	ByTime     Order = ""         // newest first
	ByPriority Order = "priority" // what is most pressing first
	ByReach    Order = "reach"    // what reached most people first
)

// Orders lists them as a person chooses among them.
var Orders = [...]Order{ByTime, ByPriority, ByReach}

// OrderOf reads an order's key; what it does not know is ByTime.
func OrderOf(key string) Order {
	for _, o := range Orders {
		if string(o) == key {
			return o
		}
	}
	return ByTime
}

// Urgency is what the priority of a mention follows from.
type Urgency struct {
	Level       int           // the highest of its open issues, L0..L4; 0 without
	Risky       bool          // it carries a word of risk, or is a negative of an open incident
	ByHand      int8          // Triage.Priority
	Reach       int64         // the larger of reach and views; Unknown allowed
	Age         time.Duration // since it was published
	Settled     bool          // answered or archived: nobody waits
	Label       Label         // effective
	Own         bool          // the label is the person's
	Rating      float64       // stars, 0 without
	Probability float64       // of negative, 0..1, as the model has it
}

// Priority is how pressing a mention is, as the four factors that are shown
// with it.
type Priority struct{ Severity, Reach, Waiting, Anger float64 }

// Value is the product of the factors: 1 for a calm mention of today.
func (p Priority) Value() float64 { return p.Severity * p.Reach * p.Waiting * p.Anger }

// WaitingFull is when waiting counts in full.
const WaitingFull = 48 * time.Hour

// Reached people from which on reach counts a step more.
var ReachSteps = [...]int64{100, 1_000, 10_000, 100_000}

// The least severity of what is risky, the factors of a priority given by
// hand, and the ends of anger.
const (
	RiskySeverity = 2
	HighByHand    = 2
	LowByHand     = 0.5
	MostAnger     = 3
	LeastAnger    = 0.5
	FewStars      = 2
)

// Priority weighs what is known. The store has the same formula in SQL
// (priority.go there); a test compares the two.
func (u Urgency) Priority() Priority {
	return Priority{u.severity(), u.reach(), u.waiting(), u.anger()}
}

func (u Urgency) severity() float64 {
	s := float64(1 + u.Level)
	if u.Risky {
		s = max(s, RiskySeverity)
	}
	switch {
	case u.ByHand > 0:
		return s * HighByHand
	case u.ByHand < 0:
		return s * LowByHand
	}
	return s
}

func (u Urgency) reach() float64 {
	steps := 1.0
	for _, from := range ReachSteps {
		if u.Reach >= from {
			steps++
		}
	}
	return steps
}

func (u Urgency) waiting() float64 {
	if u.Settled {
		return 1
	}
	return 1 + 2*min(max(u.Age.Seconds(), 0)/WaitingFull.Seconds(), 1)
}

func (u Urgency) anger() float64 {
	switch {
	case u.Label == Negative && u.Own:
		return MostAnger
	case !u.Own && u.Rating > 0 && u.Rating <= FewStars:
		return MostAnger
	case u.Label == Positive:
		return LeastAnger
	case u.Label == Neutral:
		return 1
	}
	return 1 + 2*min(max(u.Probability, 0), 1)
}
