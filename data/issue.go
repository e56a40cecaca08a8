package data

import (
	"cmp"
	"slices"
	"time"
)

// Issue is several mentions handled together.
type Issue struct {
	ID       int64
	Title    string
	Severity int // 0..4, as the person decided
	Rating   SeverityRating
	Reason   string // why the person decided otherwise than the matrix
	Status   IssueStatus
	DueAt    time.Time // zero: none
	Notes    string

	CreatedAt, ChangedAt time.Time
	ClosedAt             time.Time // zero until closed
	Incident             int64     // that it handles; 0 if none
	MergedInto           int64     // where its mentions went; 0 if nowhere

	Mentions, Negative int
	Unanswered         int // that wait for an answer
	First, Last        time.Time
}

// IssueStatus says how far an issue is. It is stored: never rename one.
type IssueStatus string

// The statuses.
const (
	IssueOpen    IssueStatus = "open"
	IssueWaiting IssueStatus = "waiting" // for somebody else
	IssueClosed  IssueStatus = "closed"
)

// IssueStatuses lists them in the order of work.
var IssueStatuses = [...]IssueStatus{IssueOpen, IssueWaiting, IssueClosed}

// Rated tells whether the person, or an export of a workspace, has said how
// serious it is.
func (i Issue) Rated() bool { return i.Severity > 0 || i.Reason != "" || i.Rating.Complete() }

// Closed tells whether nothing is left to do.
func (i Issue) Closed() bool { return i.Status == IssueClosed }

// Overdue tells whether it should be done by now.
func (i Issue) Overdue(now time.Time) bool {
	return !i.Closed() && !i.DueAt.IsZero() && i.DueAt.Before(now)
}

// IssueIsCrisis is the severity from which an issue is a crisis.
const IssueIsCrisis = 3

// SortIssues puts what is open first, by severity, then what is due earliest,
// then the newest.
func SortIssues(all []Issue) {
	slices.SortStableFunc(all, func(a, b Issue) int {
		return cmp.Or(
			cmp.Compare(order(a.Closed()), order(b.Closed())), cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(order(a.DueAt.IsZero()), order(b.DueAt.IsZero())), a.DueAt.Compare(b.DueAt),
			b.CreatedAt.Compare(a.CreatedAt), cmp.Compare(b.ID, a.ID))
	})
}

// order sorts what is so behind what is not.
func order(so bool) int {
	if so {
		return 1
	}
	return 0
}

// IssueEventKind is what happened to an issue. It is stored: never rename one.
type IssueEventKind string

// The kinds.
const (
	IssueCreated   IssueEventKind = "created"
	IssueRenamed   IssueEventKind = "renamed"
	IssueRated     IssueEventKind = "rated"
	IssueMoved     IssueEventKind = "status"
	IssueDue       IssueEventKind = "due"
	IssueNoted     IssueEventKind = "notes"
	IssueAdded     IssueEventKind = "added"
	IssueRemoved   IssueEventKind = "removed"
	IssueAbsorbed  IssueEventKind = "absorbed"   // another issue was merged into it
	IssueMerged    IssueEventKind = "merged"     // it was merged into another one
	IssueSplitOff  IssueEventKind = "split_off"  // mentions went to a new issue
	IssueSplitFrom IssueEventKind = "split_from" // it was made of another one's mentions
)

// IssueEvent is an entry of an issue's timeline.
type IssueEvent struct {
	At   time.Time
	Kind IssueEventKind
	EventRest
}

// EventRest are the particulars of an event; which of them it has depends on
// the kind.
type EventRest struct {
	Was    string    `json:"was,omitempty"` // title or status before
	Now    string    `json:"now,omitempty"` // title or status since
	Level  int       `json:"level,omitempty"`
	Points int       `json:"points,omitempty"`
	Reason string    `json:"reason,omitempty"`
	Due    time.Time `json:"due,omitzero"`
	Count  int       `json:"count,omitempty"` // of mentions
	Issue  int64     `json:"issue,omitempty"` // the other one
}

// Proposal is a mention that may belong to an issue, and why.
type Proposal struct {
	Row
	Copy  bool     // it says the same as one of the issue's
	Words []string // that it shares with the issue's
}

// IssueDraft is what an issue made of an incident begins with.
type IssueDraft struct {
	Incident Incident
	Terms    []string // what drives it, strongest first; may be none
	Mentions []ID
}
