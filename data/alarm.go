package data

import "time"

// Detector is what looks for trouble in a stream.
type Detector string

// The detectors. spec/detection.md 4 has the first five, spec/crisis.md c2 the
// others.
const (
	SurgeDetector      Detector = "surge"       // a busy stream far above its own peaks
	VolumeDetector     Detector = "volume"      // more mentions than usual
	NegativesDetector  Detector = "negatives"   // more negative mentions than usual
	ShareDetector      Detector = "share"       // a larger part of them negative
	ReachShareDetector Detector = "reach_share" // the same, weighted with reach
	RiskDetector       Detector = "risk"        // a word to watch, where one is rare
	VelocityDetector   Detector = "velocity"    // one mention that spreads fast
	SpreadDetector     Detector = "spread"      // negatives in several sources at once, or in the press
	BacklogDetector    Detector = "backlog"     // negatives that wait beyond their clock
	RuleDetector       Detector = "rule"        // a rule of the person's own
)

// Alarm is one detector firing on one stream. Counts are of the window that
// ends at At; they are fractions only where said.
type Alarm struct {
	ID       int64
	Stream   Stream
	Detector Detector
	At       time.Time     // event time: the end of the hour or step that was too much
	Window   time.Duration // before At
	Observed float64       // mentions, negatives or people, as the detector counts
	Expected float64       // the same, as is normal
	Mentions int           // in the window, whatever their label
	Usual    float64       // share, reach_share: the usual negative share, 0..1
	Limit    float64       // share, reach_share: negatives that would still be normal
	Chance   float64       // probability that this comes by chance in one look; 0 if not known
	Busier   int           // surge: past peaks as large as this one,
	Of       int           // of so many two-hour periods
	Groups   WatchSet      // risk: what the words are about
	Mention  ID            // risk, velocity: the mention it began with
	Rule     int64         // rule: which,
	Name     string        // and as the person called it
	Score    float64       // what the detector compares with its bar; the larger the rarer
}

// Ratio is how many times normal this is, with five pseudo-mentions on both
// sides, so that three posts do not look like a surge.
func (a Alarm) Ratio() float64 { return (a.Observed + 5) / (a.Expected + 5) }

// Level is how serious an incident looks. It proposes; the person decides.
type Level int

// The levels, each with its band of the crisis score.
const (
	LevelWatch    Level = iota + 1 // below 50 points
	LevelElevated                  // 50 to 74
	LevelCrisis                    // from 75
)

// String gives the stable key.
func (l Level) String() string {
	if l < LevelWatch || l > LevelCrisis {
		return "calm"
	}
	return [...]string{"watch", "elevated", "crisis"}[l-1]
}

// LevelOf is the level of a crisis score (0..100) of an incident.
func LevelOf(score float64) Level {
	switch {
	case score >= 75:
		return LevelCrisis
	case score >= 50:
		return LevelElevated
	}
	return LevelWatch
}

// LevelParts are the parts of the crisis score, each 0..1 (spec/crisis.md c2).
type LevelParts struct {
	Volume, Negativity, Velocity, Reach, Spread, Risk float64
}

// PartPoints are the most points a part can give, in the order of LevelParts.
var PartPoints = LevelParts{Volume: 30, Negativity: 20, Velocity: 20, Reach: 10, Spread: 10, Risk: 10}

// Score adds the parts up to 0..100.
func (p LevelParts) Score() float64 {
	w := PartPoints
	return w.Volume*p.Volume + w.Negativity*p.Negativity + w.Velocity*p.Velocity +
		w.Reach*p.Reach + w.Spread*p.Spread + w.Risk*p.Risk
}

// Points is the score as it is shown: cut off, so that a score just below a
// level does not look as if it reached it.
func (p LevelParts) Points() int { return int(p.Score() + 1e-9) }

// Max takes the larger of each part.
func (p LevelParts) Max(q LevelParts) LevelParts {
	return LevelParts{
		max(p.Volume, q.Volume), max(p.Negativity, q.Negativity), max(p.Velocity, q.Velocity),
		max(p.Reach, q.Reach), max(p.Spread, q.Spread), max(p.Risk, q.Risk),
	}
}
