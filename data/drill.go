package data

import "time"

// DrillScore is what somebody reached in a drill.
type DrillScore struct {
	Points float64 // 0..100
	Parts  []DrillPart
}

// DrillPart is a part of a score.
type DrillPart struct {
	Key  string // of the sentence that names it
	Got  float64
	Most float64
	// Advice is the key of what would have been better; empty where nothing
	// would.
	Advice string         `json:",omitempty"`
	Args   map[string]any `json:",omitempty"` // named parts of the advice
}

// DrillResult is a drill that somebody went through.
type DrillResult struct {
	ID        int64
	Drill     string
	StartedAt time.Time
	EndedAt   time.Time
	Speed     float64
	Score     DrillScore
}
