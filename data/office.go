package data

import (
	"cmp"
	"slices"
	"time"
)

// Office is when the business answers, and how soon it means to.
type Office struct {
	// Week are the opening hours of each weekday from Sunday, in minutes since
	// local midnight, each day's in their order.
	Week [7][]OpenSpan `json:"week"`
	// Holidays closes on the public holidays of Italy.
	Holidays bool        `json:"holidays"`
	Closed   []ClosedDay `json:"closed,omitempty"`
	Targets  Targets     `json:"targets"`
}

// OpenSpan is a stretch of a day, To not included.
type OpenSpan struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// ClosedDay is a closing day of one's own.
type ClosedDay struct {
	Day  string `json:"day"` // 2006-01-02
	Name string `json:"name,omitempty"`
}

// Targets are those of each severity, L0 to L4.
type Targets [MostSeverity + 1]Target

// Target is how soon a first answer is due after publication, and how soon an
// issue is to be settled after it was rated; 0 is no target.
type Target struct {
	Answer  time.Duration `json:"answer"`
	Settle  time.Duration `json:"settle"`
	Working bool          `json:"working"` // only opening hours count
}

// AnswerSeverity is the severity by which a mention is answered that is in no
// graver issue: it complains, or the person marked that it needs a reply.
const AnswerSeverity = 1

// NewOffice is open Monday to Friday from 9 to 17, with the clocks of the
// severity matrix. What is to be settled has no source: days, then hours.
func NewOffice() Office {
	const day = 24 * time.Hour
	o := Office{Holidays: true}
	for d := time.Monday; d <= time.Friday; d++ {
		o.Week[d] = []OpenSpan{{From: 9 * 60, To: 17 * 60}}
	}
	for level, settle := range []time.Duration{0, 40 * time.Hour, 3 * day, 2 * day, day} {
		clock := ClockOf(level)
		o.Targets[level] = Target{Answer: clock.Answer, Settle: settle, Working: clock.Working}
	}
	return o
}

// minutesOfDay is the end of a day.
const minutesOfDay = 24 * 60

// Check finds what is wrong with opening hours or targets: ErrOfficeHours or
// ErrOfficeDay.
func (o Office) Check() error {
	for weekday, spans := range o.Week {
		last := 0
		for _, s := range spans {
			if s.From < last || s.From >= s.To || s.To > minutesOfDay {
				return Errorf(ErrOfficeHours, "%v: %v", time.Weekday(weekday), s)
			}
			last = s.To
		}
	}
	for _, c := range o.Closed {
		if _, err := time.Parse(time.DateOnly, c.Day); err != nil {
			return (&Error{Code: ErrOfficeDay, Err: err}).With("What", c.Day)
		}
	}
	return nil
}

// Tidied has its closing days in order, each once.
func (o Office) Tidied() Office {
	o.Closed = slices.Clone(o.Closed)
	slices.SortStableFunc(o.Closed, func(a, b ClosedDay) int { return cmp.Compare(a.Day, b.Day) })
	o.Closed = slices.CompactFunc(o.Closed, func(a, b ClosedDay) bool { return a.Day == b.Day })
	return o
}

// Overdue is how many mentions wait for an answer beyond their target.
type Overdue struct {
	Count  int
	Capped bool // there are more
}

// Responses tell how a business answered over a period. Durations count as
// the targets do.
type Responses struct {
	// Needed are those answered, and those that wait: negative ones and those
	// marked as needing a reply.
	Rate    Share  // answered of needed
	Kept    Share  // within the target of those answered whose time is known
	First   Spells // from publication to the first answer
	Untimed int    // answered at a time that nobody knows
}
