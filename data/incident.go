package data

import "time"

// Incident is a stretch of time in which alarms belong together: each came
// within 24 h of the one before. There is one notification for all of it.
type Incident struct {
	ID       int64
	Stream   Stream    // the narrowest stream that shows it
	Onset    time.Time // where the first alarm's window begins to exceed
	OpenedAt time.Time // the first alarm, event time
	WorseAt  time.Time // when it last got much worse; OpenedAt if never
	ClosedAt time.Time // when all had been normal for six hours; zero while open
	Level    Level
	Parts    LevelParts // the most of each while it was open
	Alarms   []Alarm    // oldest first
	Negative int        // mentions from Onset until it closed or now
	Mentions int
	Expected float64 // mentions that are normal in that time
	Usual    float64 // the usual negative share, 0..1

	Expect     bool      // it fell into a period the person said to expect
	Verdict    Verdict   // what the person thought of it
	Issue      int64     // handled as this issue; 0 if not
	NotifiedAt time.Time // wall clock; zero if silent
}

// Open tells whether it is going on.
func (i Incident) Open() bool { return i.ClosedAt.IsZero() }

// First is the alarm that opened it.
func (i Incident) First() Alarm { return i.Alarms[0] }

// Strongest is the alarm that says most: the one with the largest ratio among
// those of the detector that comes first in order of what a person can check.
func (i Incident) Strongest() Alarm {
	best := i.Alarms[0]
	for _, a := range i.Alarms[1:] {
		if ra, rb := telling[a.Detector], telling[best.Detector]; ra < rb || ra == rb && a.Ratio() > best.Ratio() {
			best = a
		}
	}
	return best
}

// telling orders the detectors by how much their sentence tells.
var telling = map[Detector]int{
	NegativesDetector: 0, ShareDetector: 1, SurgeDetector: 2, ReachShareDetector: 3, VolumeDetector: 4,
	RuleDetector: 5, VelocityDetector: 6, RiskDetector: 7, SpreadDetector: 8, BacklogDetector: 9,
}

// Verdict is the person's word on an incident. It is remembered: the detectors
// that were wrong become stricter from then on, those that were right return
// to normal.
type Verdict string

// The verdicts.
const (
	NoVerdict Verdict = ""
	Useful    Verdict = "useful"
	NotCrisis Verdict = "not_crisis"
)

// Sensitivity is how sure the detectors must be.
type Sensitivity string

// The sensitivities.
const (
	Calm   Sensitivity = "calm"
	Normal Sensitivity = "normal"
	Alert  Sensitivity = "alert"
)

// Sensitivities lists them, the quietest first.
var Sensitivities = [...]Sensitivity{Calm, Normal, Alert}

// FalseAlarms is how many false incidents a month to expect for a brand of 12
// mentions a day: measured by BenchmarkSmallBrand in data/detect/simulate.
func (s Sensitivity) FalseAlarms() float64 {
	switch s {
	case Calm:
		return 0.1
	case Alert:
		return 0.7
	}
	return 0.25
}

// ExpectedPeriod is a time in which the person expects more than usual.
type ExpectedPeriod struct {
	ID     int64
	Period Period
	Note   string
	// Mute silences everything but words to watch; otherwise only alarms about
	// the number of mentions are expected, as in a campaign.
	Mute bool
}

// Watchfulness is how a workspace wants to be warned.
type Watchfulness struct {
	Sensitivity Sensitivity
	Expected    []ExpectedPeriod
	Rules       []Rule
	Topics      []Topic
}

// Situation is where things stand now.
type Situation struct {
	Open     []Incident // the most serious first
	Learning bool       // too little history to warn of more than clear jumps
	Days     int        // of history, gaps left out
	Until    int        // days of history from which learning ends
	Level    float64    // mentions a day that are usual
	Daily    bool       // mentions come without hours: only whole days are compared
	Behind   bool       // mentions are not all looked at yet
	Future   int        // mentions dated in the future, left out
	// FalseAlarms are the false incidents a month to expect at the sensitivity.
	FalseAlarms float64
	Sensitivity Sensitivity
	Backlog     Backlog
	Unwatched   []Period // the gaps: times without any data
}

// Backlog is what waits beyond its clock.
type Backlog struct {
	Late   int           // unanswered negatives of the last 30 days past Clock
	Oldest time.Time     // the oldest of them; zero if none
	Clock  time.Duration // hours of the calendar
	Alarm  bool          // so many or so old that it is worth an alarm
}
