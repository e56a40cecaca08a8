package data

import "time"

// Why is what drives a stretch of time, set against what was before it.
type Why struct {
	Now, Before Period
	Read, Total int      // mentions of Now read for this, and there
	Terms       []Driver // words, pairs of words and hashtags that set it apart
	ByReach     []AuthorShare
	ByCount     []AuthorShare
	Sources     []PartShare
	Topics      []PartShare // saved queries
	Carried     []Row       // the three mentions with the most reach, shares or likes
	First       Row         // the mention with which it began; zero if none
}

// AuthorShare is an author's part of a stretch of time.
type AuthorShare struct {
	Author   string // as shown
	Query    string // what finds their mentions: author:"…"
	Mentions int
	Negative int
	Reach    int64 // the largest of their mentions; Unknown if none says
}

// PartShare is the part of a source or topic in a stretch of time.
type PartShare struct {
	Name   string
	Now    Totals
	Before Totals
	Ratio  float64 // rate now / rate before; 0 when it is new
}

// Digest is what happened while the app was closed.
type Digest struct {
	Since, Until time.Time  // wall clock
	Arrived      int        // mentions imported in that time
	Now          Totals     // mentions published in that time
	Usual        float64    // mentions a stretch of this length usually has; 0 if not known
	UsualShare   float64    // the usual negative share, 0..1
	Incidents    []Incident // opened in that time
	Late         Backlog
	Look         []Row // to look at first: words to watch, most carried, late
}

// Empty tells whether there is nothing to tell.
func (d Digest) Empty() bool { return d.Arrived == 0 && d.Now.Mentions() == 0 && len(d.Incidents) == 0 }
