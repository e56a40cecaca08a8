package data

import "time"

// Report is everything a printed report says, without a word of language in
// it: the page writer puts it into sentences.
type Report struct {
	Business string // name of the workspace
	MadeAt   time.Time
	Zone     *time.Location
	Summary  Summary
	Timeline Timeline
	Topics   []Driver // what is talked about, strongest first
	Sampled  bool     // Topics were counted on a sample
	Sources  []SourceTotals
	Copies   Copies
	Statuses map[Status]int
	Open     []Row // negatives that wait for an answer, oldest first
	Answered []Row // latest answered
	Imports  int   // how many files the mentions of the period came from
	Model    ModelState
	// Incidents touch the period, the latest first; Gaps are the times without
	// data. FalseAlarms are the false incidents a month to expect.
	Incidents   []Incident
	Marks       []Mark // what we published in the period, oldest first
	Gaps        []Period
	FalseAlarms float64
	Query       string // the search that restricts the report, as typed
}

// SourceTotals are the totals of one source.
type SourceTotals struct {
	Source string
	Totals
}

// Workspace is what the window's rail and settings show of the open file.
type Workspace struct {
	Path       string
	Name       string // the business
	Zone       *time.Location
	Mentions   int
	Unanswered int // negative mentions that wait for an answer
	Overdue    Overdue
	First      time.Time // publication of the oldest and newest mention
	Last       time.Time
	LastImport Import // ID 0 when nothing was imported yet
	Indexing   bool   // the full-text index is still catching up
}

// TagCount is a tag and how many mentions carry it.
type TagCount struct {
	Tag      string
	Mentions int
	Color    TagColor
}
