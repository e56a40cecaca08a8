package data

// Advice is what the theory says about a strategy chosen for a crisis, or
// about one that is missing.
type Advice struct {
	Rule     string
	Strategy Strategy // the one it is about
	Good     bool
}

// TypeQuestion is a plain question on the way to the type of a crisis.
type TypeQuestion struct {
	Key     string
	Answers []TypeAnswer
}

// TypeAnswer leads to another question or to a type.
type TypeAnswer struct {
	Key  string
	Next string // key of the question that follows; empty at the end
	Type CrisisType
}

// CrisisTypes lists every type, by growing responsibility.
var CrisisTypes = [...]CrisisType{
	CrisisDisaster, CrisisRumour, CrisisViolence, CrisisTampering,
	CrisisChallenge, CrisisTechAccident, CrisisTechHarm,
	CrisisHumanAccident, CrisisHumanHarm, CrisisMisdeed, CrisisManagement, CrisisMisdeedInjured,
}

// Strategies lists every strategy, from information to bolstering.
var Strategies = [...]Strategy{
	StrategyInform, StrategyAdjust,
	StrategyAttack, StrategyDenial, StrategyScapegoat,
	StrategyExcuse, StrategyJustification,
	StrategyCompensation, StrategyApology,
	StrategyReminder, StrategyIngratiation, StrategyVictimage,
}

// Criterion is a condition for closing a crisis. Have and Want are its
// numbers, N what they rest on; Known is false with too little data.
type Criterion struct {
	Key        string
	Met, Known bool
	Have, Want float64
	N          int
}

// StatementTemplate is a statement with variables. Playbook is the key of the
// one it is for, empty for all; short ones fit into a message of 260
// characters.
type StatementTemplate struct {
	Key      string // stable, "it.holding.food_safety.short"
	Kind     StatementKind
	Playbook string
	Short    bool
	Name     string
	Lang     string
	Text     string
}
