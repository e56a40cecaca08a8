package data

import "time"

// Crisis is an issue of level 3 or 4 that was declared one. All times are UTC,
// zero where they have not come.
type Crisis struct {
	Issue      int64 // its issue, and its own name
	Title      string
	Severity   int
	Rating     SeverityRating
	Reason     string
	DeclaredAt time.Time
	Onset      time.Time // t0: found by the detectors, movable
	DetectedAt time.Time // when the detectors could have told
	ImportedAt time.Time // when the mentions that told came in
	Type       CrisisType
	Playbook   string
	Strategies []Strategy
	Poor       bool // reputation was poor before
	ClosedAt   time.Time
}

// CrisisType is one of the types of Coombs' SCCT. The words are stored.
type CrisisType string

// The types by cluster: victim, accidental, preventable.
const (
	CrisisDisaster       CrisisType = "natural_disaster"
	CrisisRumour         CrisisType = "rumour"
	CrisisViolence       CrisisType = "workplace_violence"
	CrisisTampering      CrisisType = "tampering"
	CrisisChallenge      CrisisType = "challenge"
	CrisisTechAccident   CrisisType = "technical_accident"
	CrisisTechHarm       CrisisType = "technical_harm"
	CrisisHumanAccident  CrisisType = "human_accident"
	CrisisHumanHarm      CrisisType = "human_harm"
	CrisisMisdeed        CrisisType = "misdeed"            // no injury
	CrisisManagement     CrisisType = "misdeed_management" // by management
	CrisisMisdeedInjured CrisisType = "misdeed_injury"
)

// Cluster is how much responsibility people see in a crisis.
type Cluster string

// The clusters, with growing responsibility.
const (
	ClusterVictim      Cluster = "victim"
	ClusterAccidental  Cluster = "accidental"
	ClusterPreventable Cluster = "preventable"
)

// Strategy is a way to answer a crisis.
type Strategy string

// The strategies of SCCT; instructing and adjusting information come first.
const (
	StrategyInform        Strategy = "inform"
	StrategyAdjust        Strategy = "adjust"
	StrategyAttack        Strategy = "attack"
	StrategyDenial        Strategy = "denial"
	StrategyScapegoat     Strategy = "scapegoat"
	StrategyExcuse        Strategy = "excuse"
	StrategyJustification Strategy = "justification"
	StrategyCompensation  Strategy = "compensation"
	StrategyApology       Strategy = "apology"
	StrategyReminder      Strategy = "reminder"
	StrategyIngratiation  Strategy = "ingratiation"
	StrategyVictimage     Strategy = "victimage"
)

// Phase is the part of a playbook to which a step belongs.
type Phase string

// The phases in order.
const (
	PhaseAssess      Phase = "assess"
	PhaseAcknowledge Phase = "acknowledge"
	PhaseAct         Phase = "act"
	PhaseInform      Phase = "inform"
	PhaseRecover     Phase = "recover"
)

// Phases lists every phase in order.
var Phases = [...]Phase{PhaseAssess, PhaseAcknowledge, PhaseAct, PhaseInform, PhaseRecover}

// Playbook is a checklist for a kind of crisis in a language.
type Playbook struct {
	Key   string
	Lang  string
	Name  string
	Types []CrisisType // for which it is proposed
	Steps []PlaybookStep
	// SavedAt is when the person worded it anew; zero for the built-in one.
	SavedAt time.Time
}

// PlaybookStep is a step as a playbook has it.
type PlaybookStep struct {
	Key     string
	Phase   Phase
	Title   string
	Why     string
	Minutes int // allowed since the declaration; 0 for no clock
	Owner   string
}

// CrisisStep is a step of a crisis under way.
type CrisisStep struct {
	ID int64
	PlaybookStep
	Note   string
	DueAt  time.Time // zero without a clock
	DoneAt time.Time
}

// StatementKind says what a statement is for.
type StatementKind string

// The kinds of statements.
const (
	StatementHolding    StatementKind = "holding"
	StatementApology    StatementKind = "apology"
	StatementCorrection StatementKind = "correction"
	StatementClosing    StatementKind = "closing"
	StatementInternal   StatementKind = "internal"
)

// Statement is a public text for all. Its state uses the words of replies.
type Statement struct {
	ID         int64
	Issue      int64
	Kind       StatementKind
	State      ReplyState
	Title      string
	Lang       string
	Text       string
	Channels   string // where, in words
	URL        string
	NextAt     time.Time // the next word that it promises
	Strategies []Strategy
	CreatedAt  time.Time
	ChangedAt  time.Time
	SentAt     time.Time
}

// Finding is what we found out about a claim.
type Finding string

// The findings.
const (
	FindingConfirmed Finding = "confirmed"
	FindingOpen      Finding = "open"
	FindingFalse     Finding = "false"
	FindingOutOfDate Finding = "out_of_date"
)

// Claim is something people say, with our finding.
type Claim struct {
	ID         int64
	Issue      int64
	Text       string
	Finding    Finding
	Correction string
	Query      string // finds the mentions that say it
	Source     string // how we know
	Mentions   int    // that say it; -1 without a query
	ChangedAt  time.Time
}

// Question is a line of the sheet of questions and answers.
type Question struct {
	ID, Issue        int64
	Question, Answer string
}

// LogEntry is a line of a crisis's log, which only ever grows.
type LogEntry struct {
	ID       int64
	At       time.Time
	Author   string
	Kind     string
	Text     string         // the person's words
	Rest     map[string]any // parts of the program's sentence
	Attached string         // sha256 of an attachment
	Broken   bool           // it, or one before it, is not what was written then
}

// Stakeholder is somebody to be told.
type Stakeholder struct {
	ID                  int64
	Group               string
	Name                string
	Influence, Interest int // 1..5
	Channel, Contact    string
	Sentence            string // the first thing to say
	ToldAt              time.Time
	Note                string
}

// PromiseKind says what is promised.
type PromiseKind string

// The kinds of promises.
const (
	PromiseChange PromiseKind = "change"
	PromiseUpdate PromiseKind = "update"
	PromiseCheck  PromiseKind = "check" // to look again after a crisis
)

// Promise is what was promised in public, or a check after it is over.
type Promise struct {
	ID     int64
	Issue  int64
	Kind   PromiseKind
	Text   string
	DueAt  time.Time
	DoneAt time.Time
	Note   string
}
