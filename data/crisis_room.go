package data

import "time"

// Declaration is what makes an issue a crisis.
type Declaration struct {
	Issue      int64  // 0: a new one is made, called Title
	Title      string // of a new issue
	Incident   int64  // whose times are taken; 0: none
	Rating     SeverityRating
	Severity   int
	Reason     string // why another level than the matrix; may be empty
	Type       CrisisType
	Playbook   string
	Lang       string // of the playbook; empty: as it was worded last, else Italian
	Strategies []Strategy
	Poor       bool      // reputation was poor before
	Onset      time.Time // zero: of the incident, else of the first mention, else now
}

// Mark is a statement where a chart shows it.
type Mark struct {
	Issue int64
	Kind  StatementKind
	Title string
	At    time.Time
}

// Review is what was learnt from a crisis.
type Review struct {
	Happened string     `json:"happened"`
	Worked   string     `json:"worked"`
	Failed   string     `json:"failed"`
	Causes   string     `json:"causes"`
	Changes  string     `json:"changes"`
	Edits    []StepEdit `json:"edits,omitempty"` // of the playbook, proposed
}

// StepEdit is a change of a playbook that the log of a crisis suggests.
type StepEdit struct {
	Step    string `json:"step"`              // its key; empty for a new one
	Title   string `json:"title,omitempty"`   // of a new step
	Phase   Phase  `json:"phase,omitempty"`   // of a new step
	Minutes int    `json:"minutes,omitempty"` // that it took
	Why     string `json:"why"`               // "late", "skipped", "added"
	Accept  bool   `json:"accept"`
}

// DueKind says what falls due in a crisis.
type DueKind string

// The kinds of what falls due.
const (
	DueUpdate  DueKind = "update" // the next word in public
	DueStep    DueKind = "step"
	DuePromise DueKind = "promise"
	DueCheck   DueKind = "check" // after it is over
)

// CrisisDue is something that has fallen due in a crisis, or soon will.
type CrisisDue struct {
	Issue  int64
	Crisis string // its title
	Kind   DueKind
	ID     int64  // of the step or the promise
	Title  string // of the step or the promise; may be empty
	At     time.Time
}
