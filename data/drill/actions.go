package drill

import (
	"time"

	"vedetta/data"
)

// Actions is what the person did in a run. All times are of the case, zero
// where something never happened.
type Actions interface {
	// Until is how far the case was played.
	Until() time.Time
	// Noticed is when an incident was first looked at or an issue made.
	Noticed() time.Time
	// Ratings are the severities given to issues, in order of time.
	Ratings() []Rating
	// Type is the type chosen last.
	Type() data.CrisisType
	// Published are the public statements, in order of time.
	Published() []Published
	// Answerable are the mentions that want an answer.
	Answerable() []Answerable
	// Injects are the answers to injects, by key.
	Injects() map[string]InjectAnswer
}

// Rating is a severity that was given.
type Rating struct {
	At    time.Time
	Level int
}

// Published is a statement that went out.
type Published struct {
	At       time.Time
	Kind     data.StatementKind
	Warnings int // that the checker had left
}

// Answerable is a mention that wants an answer; the larger the priority the
// sooner.
type Answerable struct {
	At       time.Time
	Answered time.Time
	Priority float64
}

// InjectAnswer is what was answered to an inject.
type InjectAnswer struct {
	At   time.Time
	Text string
}
