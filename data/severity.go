package data

import "time"

// NotRated marks a question of the severity matrix without an answer.
const NotRated = -1

// SeverityRating are the answers to the severity matrix (spec/crisis.md c3).
type SeverityRating struct {
	Harm           int // 0..4, from nobody harmed to an injury
	Spread         int // 0..4, from one mention to the national press
	Responsibility int // 0..2: victim, accidental, preventable
	Intensifiers   int // 0..2: a similar crisis before, a poor reputation
}

// Unrated is a matrix without answers.
var Unrated = SeverityRating{Harm: NotRated, Spread: NotRated, Responsibility: NotRated}

// The largest answer to each question.
const (
	MostHarm           = 4
	MostSpread         = 4
	MostResponsibility = 2
	MostIntensifiers   = 2
	MostSeverity       = 4
	MostSeverityPoints = 2*MostHarm + 2*MostSpread + MostResponsibility + MostIntensifiers
)

// Complete tells whether every question has an answer that there is.
func (r SeverityRating) Complete() bool {
	within := func(n, most int) bool { return n >= 0 && n <= most }
	return within(r.Harm, MostHarm) && within(r.Spread, MostSpread) &&
		within(r.Responsibility, MostResponsibility) && within(r.Intensifiers, MostIntensifiers)
}

// Points adds the answers up to 0..20; a question without an answer adds none.
func (r SeverityRating) Points() int {
	return 2*max(r.Harm, 0) + 2*max(r.Spread, 0) + max(r.Responsibility, 0) + max(r.Intensifiers, 0)
}

// Level is the severity 0..4 that the answers come to. Danger to people is
// never less than an issue, an injury never less than a crisis.
func (r SeverityRating) Level() int {
	return max(min(r.Points()/4, MostSeverity), r.least())
}

// least is the level below which the harm alone does not let it fall.
func (r SeverityRating) least() int {
	switch r.Harm {
	case 3:
		return 2
	case 4:
		return 3
	}
	return 0
}

// Raised tells whether the harm alone lifts the level above what the points
// come to.
func (r SeverityRating) Raised() bool { return r.least() > r.Points()/4 }

// SeverityClock is how soon an issue of a level wants attention. Zero: at
// once for Look, none for the others.
type SeverityClock struct {
	Look, Answer, Update time.Duration
	Working              bool // only hours in which the business is open count
}

// ClockOf is the clock of a level.
func ClockOf(severity int) SeverityClock {
	const h = time.Hour
	return [...]SeverityClock{
		{Look: 24 * h},
		{Look: 4 * h, Answer: 8 * h, Working: true},
		{Look: h, Answer: 2 * h, Update: 8 * h},
		{Look: 15 * time.Minute, Answer: h, Update: 2 * h},
		{Answer: 30 * time.Minute, Update: h},
	}[min(max(severity, 0), MostSeverity)]
}
