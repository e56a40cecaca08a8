package data

import "fmt"

// Status says how far the person has come with a mention. The numbers are
// stored in the workspace: never renumber them.
type Status int8

// The triage statuses in the order of work.
const (
	StatusNew Status = iota
	StatusOpen
	StatusNeedsReply
	StatusReplied
	StatusArchived
)

// Statuses lists every status in the order of work.
var Statuses = [...]Status{StatusNew, StatusOpen, StatusNeedsReply, StatusReplied, StatusArchived}

// Unanswered are the statuses in which somebody may still wait for us.
var Unanswered = []Status{StatusNew, StatusOpen, StatusNeedsReply}

var statusNames = [...]string{"new", "open", "needs_reply", "replied", "archived"}

// String gives the stable English key ("needs_reply").
func (s Status) String() string {
	if int(s) < len(statusNames) && s >= 0 {
		return statusNames[s]
	}
	return fmt.Sprintf("status%d", int8(s))
}

// MarshalText writes the status's key.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// ParseStatus reads a status's key; "needs-reply" is taken too.
func ParseStatus(text string) (Status, bool) {
	if text == "needs-reply" {
		text = "needs_reply"
	}
	for i, n := range statusNames {
		if n == text {
			return Status(i), true
		}
	}
	return 0, false
}

// Triage is what the person did with one mention. Importing again never
// touches it.
type Triage struct {
	Status   Status
	Override *Label // the person's label; nil while the model's stands
	Starred  bool
	Note     string
	Tags     []string
	Priority int8 // 1 high, -1 low, as the person or a rule set it
}
