package data

import (
	"math"
	"time"
)

// ModelInfo tells what labels the mentions of a workspace.
type ModelInfo struct {
	ID          int64
	Name        string // of the shipped model
	MadeAt      time.Time
	Adaptation  string // "" for the model as it came with the program
	Way         string // how far the adaptation goes: "offsets", "words"
	Corrections int    // it was learnt from
	// Share of right labels on corrections held back, 0..1.
	Before, After float64
	InUse         bool
}

// Adapted tells whether the person's corrections changed the model.
func (m ModelInfo) Adapted() bool { return m.Adaptation != "" }

// Rescoring is how far labelling the mentions anew has come.
type Rescoring struct {
	Done, Total int // mentions
	Paused      bool
}

// Running tells whether there is something left to label.
func (r Rescoring) Running() bool { return r.Done < r.Total && !r.Paused }

// Audit is a random sample of mentions that the person labelled without
// seeing the model's label.
type Audit struct {
	ID       int64
	BegunAt  time.Time
	EndedAt  time.Time // zero while it goes on
	Size     int
	Labelled int
	// Confusion counts by the person's label and the model's of today.
	Confusion [3][3]int
}

// EnoughCorrections is how many corrections the model needs to learn.
const EnoughCorrections = 20

// AuditSize is how many mentions an audit asks to label.
const AuditSize = 50

// EnoughAudited is how many labels a measured error needs.
const EnoughAudited = 20

// Wrong is how many of the labelled mentions the model labels otherwise.
func (a Audit) Wrong() (n int) {
	n = a.Labelled
	for l := range a.Confusion {
		n -= a.Confusion[l][l]
	}
	return n
}

// Measured tells whether enough was labelled to speak of an error.
func (a Audit) Measured() bool { return a.Labelled >= EnoughAudited }

// Error is the share of wrong labels, 0..1, with its 95 % interval (Wilson
// 1927, "Probable Inference", the score interval).
func (a Audit) Error() (share, low, high float64) {
	n := float64(a.Labelled)
	if n == 0 {
		return 0, 0, 1
	}
	const z = 1.959964
	share = float64(a.Wrong()) / n
	middle := (share + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(share*(1-share)/n+z*z/(4*n*n))
	return share, max(0, middle-half), min(1, middle+half)
}

// AuditStep is the next mention to label in an audit.
type AuditStep struct {
	Place   int // from 0
	Mention Mention
	Label   *Label // given before; nil
}

// ModelState is what charts and reports say about the labels they count.
type ModelState struct {
	Model     ModelInfo
	Rescoring Rescoring
	Audit     *Audit // the newest one that measures; nil when there is none
}
