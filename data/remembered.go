package data

import "time"

// Mapping is a choice that is remembered for files with a certain header.
type Mapping struct {
	Header    string // Recognition.Header
	Path      string // the latest file for which it was made
	ChangedAt time.Time
}

// WorkLost says how many of the mentions that would go with an import, when it
// is undone, carry the person's work, and which.
type WorkLost struct {
	Worked     int // any of the following, or a triage status
	Tagged     int
	Answered   int // with a reply written here, sent or not
	Noted      int
	Overridden int // label corrected
	InIssues   int
	Attached   int // with a file kept as evidence
}
