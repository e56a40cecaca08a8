package crisis

import (
	"slices"

	"vedetta/data"
)

var clusters = map[data.CrisisType]data.Cluster{
	data.CrisisDisaster:       data.ClusterVictim,
	data.CrisisRumour:         data.ClusterVictim,
	data.CrisisViolence:       data.ClusterVictim,
	data.CrisisTampering:      data.ClusterVictim,
	data.CrisisChallenge:      data.ClusterAccidental,
	data.CrisisTechAccident:   data.ClusterAccidental,
	data.CrisisTechHarm:       data.ClusterAccidental,
	data.CrisisHumanAccident:  data.ClusterPreventable,
	data.CrisisHumanHarm:      data.ClusterPreventable,
	data.CrisisMisdeed:        data.ClusterPreventable,
	data.CrisisManagement:     data.ClusterPreventable,
	data.CrisisMisdeedInjured: data.ClusterPreventable,
}

// ClusterOf is how much responsibility people see in a type of crisis; empty
// while the type is not known.
func ClusterOf(t data.CrisisType) data.Cluster { return clusters[t] }

// Groups of strategies.
var (
	deny    = []data.Strategy{data.StrategyAttack, data.StrategyDenial, data.StrategyScapegoat}
	lessen  = []data.Strategy{data.StrategyExcuse, data.StrategyJustification}
	rebuild = []data.Strategy{data.StrategyCompensation, data.StrategyApology}
	praise  = []data.Strategy{data.StrategyReminder, data.StrategyIngratiation}
)

// Default is the answer that SCCT starts from. A similar crisis before or a
// poor reputation makes it one step more accommodating.
func Default(t data.CrisisType, history, poor bool) []data.Strategy {
	start := []data.Strategy{data.StrategyInform, data.StrategyAdjust}
	worse := history || poor
	switch c := ClusterOf(t); {
	case c == data.ClusterPreventable, c == data.ClusterAccidental && worse:
		return append(start, data.StrategyApology, data.StrategyCompensation)
	case c == data.ClusterAccidental, c == data.ClusterVictim && worse && t != data.CrisisRumour:
		return append(start, data.StrategyJustification)
	case t == data.CrisisRumour:
		return append(start, data.StrategyDenial)
	}
	return start
}

// fits tells whether a strategy is among what a type starts from or may add.
func fits(t data.CrisisType, worse bool, s data.Strategy) bool {
	if s == data.StrategyInform || s == data.StrategyAdjust {
		return true
	}
	switch ClusterOf(t) {
	case data.ClusterVictim:
		return s == data.StrategyVictimage || t == data.CrisisRumour && s == data.StrategyDenial ||
			worse && slices.Contains(lessen, s)
	case data.ClusterAccidental:
		return slices.Contains(praise, s) || slices.Contains(rebuild, s) || !worse && slices.Contains(lessen, s) ||
			t == data.CrisisChallenge && s == data.StrategyDenial
	case data.ClusterPreventable:
		return slices.Contains(rebuild, s) || slices.Contains(praise, s)
	}
	return false
}

// Benoit's headings of image repair. The words are keys of translations.
const (
	BenoitDenial        = "denial"
	BenoitEvasion       = "evasion"
	BenoitReducing      = "reducing"
	BenoitCorrective    = "corrective"
	BenoitMortification = "mortification"
)

// Benoit is the heading of Benoit's image repair theory under which a strategy
// falls; empty for instructing information, which repairs no image.
func Benoit(s data.Strategy) string {
	switch s {
	case data.StrategyDenial, data.StrategyScapegoat:
		return BenoitDenial
	case data.StrategyExcuse:
		return BenoitEvasion
	case data.StrategyAdjust:
		return BenoitCorrective
	case data.StrategyApology:
		return BenoitMortification
	case data.StrategyAttack, data.StrategyJustification, data.StrategyCompensation,
		data.StrategyReminder, data.StrategyIngratiation, data.StrategyVictimage:
		return BenoitReducing
	}
	return ""
}

// Questions lead in two to four plain answers to the type of a crisis. The
// first one begins; what is not known yet is answered as it looks now, for a
// crisis may be typed anew.
func Questions() []data.TypeQuestion {
	return []data.TypeQuestion{
		{Key: "cause", Answers: []data.TypeAnswer{{Key: "others", Next: "others"}, {Key: "us", Next: "knew"}, {Key: "views", Type: data.CrisisChallenge}}},
		{Key: "others", Answers: []data.TypeAnswer{
			{Key: "nature", Type: data.CrisisDisaster},
			{Key: "untrue", Type: data.CrisisRumour},
			{Key: "violence", Type: data.CrisisViolence},
			{Key: "tampering", Type: data.CrisisTampering},
		}},
		{Key: "knew", Answers: []data.TypeAnswer{{Key: "yes", Next: "hurt"}, {Key: "no", Next: "accident"}}},
		{Key: "hurt", Answers: []data.TypeAnswer{{Key: "yes", Type: data.CrisisMisdeedInjured}, {Key: "no", Next: "leader"}}},
		{Key: "leader", Answers: []data.TypeAnswer{{Key: "yes", Type: data.CrisisManagement}, {Key: "no", Type: data.CrisisMisdeed}}},
		{Key: "accident", Answers: []data.TypeAnswer{{Key: "technical", Next: "technical"}, {Key: "human", Next: "human"}}},
		{Key: "technical", Answers: []data.TypeAnswer{{Key: "yes", Type: data.CrisisTechHarm}, {Key: "no", Type: data.CrisisTechAccident}}},
		{Key: "human", Answers: []data.TypeAnswer{{Key: "yes", Type: data.CrisisHumanHarm}, {Key: "no", Type: data.CrisisHumanAccident}}},
	}
}
