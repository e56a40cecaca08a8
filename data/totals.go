package data

import "time"

// Totals counts mentions by effective label over some filter.
type Totals struct {
	Negative, Neutral, Positive int
	Reach                       int64 // sum over the mentions whose reach is known
	ReachKnown                  int   // how many those are
}

// Mentions is the number of mentions.
func (t Totals) Mentions() int { return t.Negative + t.Neutral + t.Positive }

// Net is the net sentiment 100 x (P - N) / (P + N + U) in -100..100; false
// when there is nothing to divide by.
func (t Totals) Net() (float64, bool) { return t.per100(t.Positive - t.Negative) }

// NegativeShare is the share of negative mentions in per cent.
func (t Totals) NegativeShare() (float64, bool) { return t.per100(t.Negative) }

func (t Totals) per100(n int) (float64, bool) {
	if t.Mentions() == 0 {
		return 0, false
	}
	return 100 * float64(n) / float64(t.Mentions()), true
}

// Of is the count of one label.
func (t Totals) Of(l Label) int {
	return [...]int{t.Negative, t.Neutral, t.Positive}[l]
}

// Add counts n more mentions of a label.
func (t *Totals) Add(l Label, n int) {
	*[...]*int{&t.Negative, &t.Neutral, &t.Positive}[l] += n
}

// Summary is what the tiles of the overview and the report show.
type Summary struct {
	Filter                       Filter
	Now                          Totals
	Before                       Totals // the period before, of the same length
	HasBefore                    bool
	Unanswered                   UnansweredNegatives
	FirstReply, FirstReplyBefore ReplyTime
	Overridden                   int // labels corrected by hand in the period
	Responses                    Responses
}

// UnansweredNegatives counts the negative mentions of the period that nobody
// has answered or archived.
type UnansweredNegatives struct {
	Count  int
	Oldest time.Time // zero when Count is 0
}

// ReplyTime is the median time from publication to our first sent reply.
type ReplyTime struct {
	Median  time.Duration
	Replies int // how many mentions that rests on
}

// Bucket is one bar of a timeline: [Start, End) and its counts.
type Bucket struct {
	Start, End time.Time
	Totals
}

// Timeline is sentiment over time, without holes: buckets without mentions
// are there with zero counts.
type Timeline struct {
	Step    Step
	Buckets []Bucket
}

// Driver is a word that sets a period apart from the one before.
type Driver struct {
	Term    string  // as people wrote it most often
	Totals          // mentions of the period that carry it, by label
	Before  int     // mentions of the period before that carry it
	Ratio   float64 // rate now / rate before; 0 when it is new
	Z       float64 // strength of the evidence, in standard deviations
	Example Row
}

// Drivers is what sets a period apart, strongest first. When a period holds
// more mentions than were read, the counts are scaled up from a sample.
type Drivers struct {
	Now, Before Period
	Read, Total int // mentions of the period read for this, and there
	List        []Driver
}
