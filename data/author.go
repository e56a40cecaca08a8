package data

import "time"

// AuthorCard is what a workspace knows of the author of a mention, whatever
// the source; no more than what the mentions themselves tell.
type AuthorCard struct {
	Mentions, Negative int
	First, Last        time.Time
	Rows               []Row // the latest, newest first
	Replies            []Reply
	Issues             []IssueMark
}

// Key is what Filter.Author finds the author by; empty for one without a name.
func (a Author) Key() string {
	if a.Handle != "" {
		return a.Handle
	}
	return a.Name
}
