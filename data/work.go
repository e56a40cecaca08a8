package data

import "time"

// Work is what a workspace had beside a mention when it was exported: what
// the person did with it, and when its engagement was seen.
type Work struct {
	Triage
	// ChangedAt is when the person last triaged the mention; zero if never:
	// then the status is the one it came in with.
	ChangedAt time.Time
	Issues    []IssueMark
	Replies   []Reply // written here, in their order; their ids mean nothing
	// Seen is the engagement each time the mention was seen, oldest first. The
	// last of them is when what the mention shows was seen.
	Seen []Snapshot
}

// IssueMark names an issue that a mention belongs to.
type IssueMark struct {
	Title    string
	Severity int // 0..4
}

// Touched tells whether the person has done anything with the mention, given
// the status in which it came in.
func (w *Work) Touched(first Status) bool {
	return w.Triaged(first) || len(w.Tags) > 0 || len(w.Issues) > 0 || len(w.Replies) > 0
}

// Triaged tells whether there is triage to keep.
func (w *Work) Triaged(first Status) bool {
	return !w.ChangedAt.IsZero() || w.Status != first || w.Override != nil || w.Starred || w.Note != "" || w.Priority != 0
}

// LastSeen is when the engagement was as the mention shows it; false if that
// is not told.
func (w *Work) LastSeen() (time.Time, bool) {
	if w == nil || len(w.Seen) == 0 {
		return time.Time{}, false
	}
	return w.Seen[len(w.Seen)-1].SeenAt, true
}
