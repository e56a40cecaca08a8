package data

import "time"

// CrisisFile is all that is to be told of a crisis to somebody who was not
// there, without a word of language in it: pages, texts and the handover are
// written from it alone.
type CrisisFile struct {
	Business string
	MadeAt   time.Time
	Zone     *time.Location
	Masked   bool // authors have pseudonyms
	Crisis
	PlaybookName string // empty without a playbook
	Numbers      CrisisNumbers
	Mentions     Totals // of the crisis itself, not of everything around it
	Voices       []Row  // of its negative mentions, those with the largest reach
	Steps        []CrisisStep
	Statements   []Statement // oldest first
	Effects      []Effect
	Claims       []Claim
	Questions    []Question
	Stakeholders []Stakeholder
	Promises     []Promise
	Log          []LogEntry // oldest first
	Series       Timeline
	Review       Review
	Criteria     []Criterion
}

// Passage is a part of a text for people.
type Passage struct {
	Key     string // what it is about, the same in every language
	Heading string
	Lines   []string
}

// Figure is a number in words, with what it rests on and how it is reckoned.
type Figure struct{ Name, Value, Rests, Formula string }

// Published are the statements that are out, oldest first.
func (f CrisisFile) Published() (out []Statement) {
	for _, s := range f.Statements {
		if s.State == ReplySent {
			out = append(out, s)
		}
	}
	return out
}

// Found are the claims with a finding.
func (f CrisisFile) Found(finding Finding) (out []Claim) {
	for _, c := range f.Claims {
		if c.Finding == finding {
			out = append(out, c)
		}
	}
	return out
}

// EffectOf is what changed around a statement; false if nothing was measured.
func (f CrisisFile) EffectOf(statement int64) (Effect, bool) {
	for _, e := range f.Effects {
		if e.Statement == statement && e.BeforeN+e.AfterN > 0 {
			return e, true
		}
	}
	return Effect{}, false
}

// LogBroken tells whether the log is not what was written then.
func (f CrisisFile) LogBroken() bool {
	for _, e := range f.Log {
		if e.Broken {
			return true
		}
	}
	return false
}

// Decisions are the entries of the log that are no step of the playbook.
func (f CrisisFile) Decisions() (out []LogEntry) {
	for _, e := range f.Log {
		switch e.Kind {
		case LogStepDone, LogStepUndone, LogStepNoted, LogStepAdded, LogStepGone:
			continue
		}
		out = append(out, e)
	}
	return out
}
