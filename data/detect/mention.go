package detect

import "vedetta/data"

// Mention is what the detectors need to know of a mention.
type Mention struct {
	ID      data.ID
	Label   data.Label // the effective one
	Reach   int64      // data.Unknown if not known
	Watched data.WatchSet
	Source  int   // a number for each source, to tell them apart
	Press   bool  // the source is the press
	Streams []int // numbers of the streams it belongs to, in the order of the setup
	Rules   []int // the same for the rules

	dated bool // came without an hour
}

func (m *Mention) second() int64 { return m.ID.PublishedAt().Unix() }

func (m *Mention) negative() bool { return m.Label == data.Negative }

// Growth is what two observations of a mention's engagement show.
type Growth struct {
	Mention  data.ID
	From, To data.Snapshot
}
