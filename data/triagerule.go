package data

import "time"

// TriageRule does something by itself to every new mention that a query finds.
type TriageRule struct {
	ID       int64
	Name     string
	Query    string // as ParseQuery reads it
	Actions  []RuleAction
	Enabled  bool
	Position int
	Touched  int // mentions that it changed
}

// RuleDeed is what a rule does. It is stored: never rename one.
type RuleDeed string

// The deeds.
const (
	DeedTag      RuleDeed = "tag"
	DeedIssue    RuleDeed = "issue"
	DeedPriority RuleDeed = "priority"
	DeedStar     RuleDeed = "star"
	DeedArchive  RuleDeed = "archive"
	DeedMute     RuleDeed = "mute" // the author
)

// RuleDeeds lists them as a person chooses among them.
var RuleDeeds = [...]RuleDeed{DeedTag, DeedIssue, DeedPriority, DeedStar, DeedArchive, DeedMute}

// RuleAction is a deed with its object.
type RuleAction struct {
	Deed     RuleDeed `json:"deed"`
	Tag      string   `json:"tag,omitempty"`
	Issue    int64    `json:"issue,omitempty"`
	Priority int8     `json:"priority,omitempty"` // 1 high, -1 low
	Author   string   `json:"author,omitempty"`   // in the log: who was muted
}

// Complete tells whether an action has its object.
func (a RuleAction) Complete() bool {
	switch a.Deed {
	case DeedTag:
		return a.Tag != ""
	case DeedIssue:
		return a.Issue != 0
	case DeedPriority:
		return a.Priority != 0
	case DeedStar, DeedArchive, DeedMute:
		return true
	}
	return false
}

// RulePreview is what a rule would find in the last 90 days.
type RulePreview struct {
	Found  int
	Capped bool // there are more
	First  []Row
}

// RuleLogEntry is what a rule did to a mention.
type RuleLogEntry struct {
	At      time.Time
	Mention ID
	Author  string
	Snippet string
	Did     []RuleAction
}

// MutedAuthor is an author whose mentions stay out of the open views.
type MutedAuthor struct {
	Author   string // handle, else name
	MutedAt  time.Time
	Mentions int
}

// Muting restricts by whether the author is muted.
type Muting int8

// Whether mentions of muted authors are meant.
const (
	MutedOrNot Muting = iota
	OnlyMuted
	NotMuted
)

// TagColor is the colour of a tag. It is stored: never rename one.
type TagColor string

// The colours; none is grey.
const (
	TagPlain TagColor = ""
	TagRed   TagColor = "red"
	TagAmber TagColor = "amber"
	TagGreen TagColor = "green"
	TagBlue  TagColor = "blue"
)

// TagColors lists them.
var TagColors = [...]TagColor{TagPlain, TagRed, TagAmber, TagGreen, TagBlue}
