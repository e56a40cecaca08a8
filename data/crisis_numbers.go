package data

import "time"

// CrisisNumbers are the figures of a crisis at a moment, each with what it
// rests on. Shares are 0..1, sentiment -100..100, -1 and zero times where there
// is nothing to say.
type CrisisNumbers struct {
	At            time.Time
	SinceOnset    time.Duration
	SinceDetected time.Duration
	DataLatency   time.Duration // from onset to the import that told
	RuleLatency   time.Duration // from there until the detectors told
	FirstPublic   time.Duration // from onset to the first statement or answer; -1 if none
	Holding       time.Duration // from onset to the first statement; -1 if none
	HoldingTarget time.Duration
	NextUpdate    time.Time // promised, or due by level
	NegativeHour  int       // in the last full hour
	PeakHour      int       // most negatives in an hour
	PeakHourAt    time.Time
	Answered      int // of the mentions of the issue that need an answer
	Answerable    int
	OldestWaiting time.Duration
	Mentions      int
	Negative      int
	Excess        float64 // mentions above the baseline since onset
	PeakFactor    float64 // busiest day to the baseline's day
	PeakDay       time.Time
	BaselineNSS   float64 // net sentiment of the 28 days before onset
	BaselineN     int
	NSS           float64 // of the last 3 days
	LowestNSS     float64
	Recovery      float64   // share of the way back from the lowest, 0..1; -1 unknown
	RecoveredAt   time.Time // zero: not yet
	CalmSince     time.Time // first of three calm days; zero: not yet

	BaselineDays   int           // complete days before the onset, 28 at most
	BaselineDaily  float64       // mentions of a usual day
	ExcessNegative float64       // negative mentions above the baseline since onset
	Impact         float64       // index of spec c6, for one business only; -1 unknown
	NSSN, LowestN  int           // mentions that NSS and LowestNSS rest on
	Enough         bool          // these and BaselineN are enough to speak of recovery
	RecoveryTime   time.Duration // from the peak day; -1: not yet
	CalmDays       int           // without a break up to now
	Duration       time.Duration // from onset to CalmSince; -1: not yet
}

// Effect is what changed around a statement: 6 h before against 6 h after.
type Effect struct {
	Statement           int64
	At                  time.Time
	BeforeN, AfterN     int
	BeforeNeg, AfterNeg int
	// Low and High bound the change of the negative share (95 %).
	Change, Low, High float64
	Clear             bool // the intervals do not overlap
}
