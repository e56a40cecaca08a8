package importer

import "vedetta/data"

// Stage is where the person stands with a file.
type Stage int

// The stages.
const (
	StageIdle      Stage = iota // no file: drop one, or look at earlier imports
	StageLooking                // the file is being recognised
	StageBox                    // an archive: the person chooses among its files
	StageReady                  // the plan can be changed and imported
	StageRefused                // the file cannot be imported as planned: Refusal says why
	StageImporting              //
	StageDone                   // Result says what became of the file
	StageSkipped                // the person left the file out
	StageSummary                // what became of all files
)

// item is one file of the queue with what is known of it.
type item struct {
	plan    data.Plan
	text    string // pasted rows, in place of a file
	stage   Stage
	stale   bool // the plan has changed since the file was looked at
	opened  bool // known not to be a folder or an archive to choose from
	preview data.Preview
	refusal error
	counts  *data.Counts // what an import would do; nil until checked
	hasty   bool         // the person does not want to wait for the check
	left    bool         // the person will not mend what it was refused for
	result  data.Import
	entries []Entry // of an archive
}

// Entry is a file in an archive that can be imported.
type Entry struct {
	Name   string
	Chosen bool
}

// newItem is a file that nobody has looked at.
func newItem(plan data.Plan) *item {
	return &item{plan: plan, stage: StageLooking, stale: true}
}

// ended tells whether nothing is left to do with the file.
func (i *item) ended() bool {
	return i.stage == StageDone || i.stage == StageSkipped || i.stage == StageRefused && (i.left || !i.mendable())
}

// mendable tells whether a refused file may do with other columns.
func (i *item) mendable() bool { return len(i.preview.Columns) > 0 }

// worth tells whether an import would bring or refresh anything, as far as
// that is known.
func (i *item) worth() bool { return i.counts == nil || i.counts.New+i.counts.Known > 0 }

// sure tells whether the file can be imported without a look at its columns,
// as one of the watched folder is.
func (i *item) sure() bool {
	if i.stage != StageReady || i.stale || i.preview.DateOrder == data.DateUnclear && i.plan.DateOrder == data.DateOther {
		return false
	}
	for _, c := range i.preview.Columns {
		if (c.Field == data.FieldText || c.Field == data.FieldDate) && trust(c.Confidence) != TrustSure && !i.preview.Remembered {
			return false
		}
	}
	return true
}

// fills tells whether a field is filled from one column at most.
func fills(f data.Field) bool { return f != data.FieldExtra && f != data.FieldNone }

// Trust is how sure a guess is, in as many steps as a person can use.
type Trust string

// The steps of trust; the last part of translation keys.
const (
	TrustSure     Trust = "sure"
	TrustProbable Trust = "probable"
	TrustLook     Trust = "look"
)

// The confidence from which on a guess is sure, and from which on probable.
const sureFrom, probableFrom = 0.9, 0.6

func trust(confidence float64) Trust {
	switch {
	case confidence >= sureFrom:
		return TrustSure
	case confidence >= probableFrom:
		return TrustProbable
	}
	return TrustLook
}
