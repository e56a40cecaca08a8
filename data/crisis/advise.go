package crisis

import (
	"slices"

	"vedetta/data"
)

// The rules of advice. The words are keys of translations.
const (
	AdviceFirst       = "first"         // people first: what to do, what we know, concern
	AdviceInformed    = "informed"      // they do come first
	AdviceEnough      = "enough"        // information alone may do
	AdviceFits        = "fits"          //
	AdviceUnfit       = "unfit"         //
	AdviceNotOurs     = "not_ours"      // an apology for something not done
	AdviceAttack      = "attack"        //
	AdvicePreventable = "preventable"   // denial, scapegoat, excuse where it could be prevented
	AdviceRebuild     = "rebuild"       // an apology is expected
	AdviceMore        = "more"          // one step more accommodating
	AdviceMixed       = "mixed"         // denial beside what admits
	AdviceTurned      = "turned"        // denial after an apology
	AdviceProof       = "proof"         // denial fits, with proof
	AdviceVictimage   = "victimage"     // only for those who are victims
	AdviceSparing     = "sparing"       // a word about the good we did, no more
	AdviceOnlyPraise  = "only_praise"   // nothing but that
	AdviceUnknown     = "unknown_type"  // no type is chosen yet
	AdviceNothing     = "nothing_first" // nothing is chosen yet
)

// Advise says what SCCT thinks of the strategies chosen for a type of crisis:
// warnings first, then praise. earlier are the strategies of what was
// published before.
func Advise(t data.CrisisType, history, poor bool, chosen []data.Strategy, earlier ...data.Strategy) []data.Advice {
	a := advisor{t: t, cluster: ClusterOf(t), worse: history || poor, chosen: chosen, earlier: earlier}
	if len(chosen) == 0 {
		a.warn(AdviceNothing, data.StrategyInform)
		return a.found
	}
	if a.cluster == "" {
		a.warn(AdviceUnknown, "")
	}
	a.information()
	a.consistent()
	a.accommodating()
	for _, s := range data.Strategies {
		if a.has(s) {
			a.one(s)
		}
	}
	slices.SortStableFunc(a.found, func(x, y data.Advice) int {
		switch {
		case x.Good == y.Good:
			return 0
		case y.Good:
			return -1
		}
		return 1
	})
	return a.found
}

type advisor struct {
	t       data.CrisisType
	cluster data.Cluster
	worse   bool
	chosen  []data.Strategy
	earlier []data.Strategy
	found   []data.Advice
}

func (a *advisor) warn(rule string, s data.Strategy) {
	a.found = append(a.found, data.Advice{Rule: rule, Strategy: s})
}

func (a *advisor) praise(rule string, s data.Strategy) {
	a.found = append(a.found, data.Advice{Rule: rule, Strategy: s, Good: true})
}

func (a *advisor) has(s data.Strategy) bool { return slices.Contains(a.chosen, s) }

// first is the first chosen strategy of a group.
func (a *advisor) first(group []data.Strategy) (data.Strategy, bool) {
	for _, s := range group {
		if a.has(s) {
			return s, true
		}
	}
	return "", false
}

// information comes first, whatever the crisis.
func (a *advisor) information() {
	inform, adjust := a.has(data.StrategyInform), a.has(data.StrategyAdjust)
	if !inform {
		a.warn(AdviceFirst, data.StrategyInform)
	}
	if !adjust {
		a.warn(AdviceFirst, data.StrategyAdjust)
	}
	if !inform || !adjust {
		return
	}
	a.praise(AdviceInformed, data.StrategyInform)
	if a.cluster == data.ClusterVictim && !a.worse && len(a.others()) == 0 {
		a.praise(AdviceEnough, data.StrategyInform)
	}
}

// others are the chosen strategies beyond information.
func (a *advisor) others() []data.Strategy {
	return slices.DeleteFunc(slices.Clone(a.chosen), func(s data.Strategy) bool {
		return s == data.StrategyInform || s == data.StrategyAdjust
	})
}

// consistent finds denial beside or after what admits something.
func (a *advisor) consistent() {
	denied, ok := a.first(deny)
	if !ok {
		return
	}
	if _, lessens := a.first(lessen); lessens {
		a.warn(AdviceMixed, denied)
	} else if _, rebuilds := a.first(rebuild); rebuilds {
		a.warn(AdviceMixed, denied)
	}
	if slices.Contains(a.earlier, data.StrategyApology) {
		a.warn(AdviceTurned, denied)
	}
}

// accommodating asks for as much as the cluster and the past demand.
func (a *advisor) accommodating() {
	_, lessens := a.first(lessen)
	_, rebuilds := a.first(rebuild)
	sorry := a.has(data.StrategyApology)
	switch {
	case a.cluster == data.ClusterPreventable && !sorry:
		a.warn(AdviceRebuild, data.StrategyApology)
	case a.cluster == data.ClusterAccidental && a.worse && !rebuilds:
		a.warn(AdviceMore, data.StrategyApology)
	case a.cluster == data.ClusterVictim && a.worse && a.t != data.CrisisRumour && !lessens && !rebuilds:
		a.warn(AdviceMore, data.StrategyJustification)
	}
	others := a.others()
	isPraise := func(s data.Strategy) bool { return slices.Contains(praise, s) }
	if len(others) > 0 && !slices.ContainsFunc(others, func(s data.Strategy) bool { return !isPraise(s) }) {
		a.warn(AdviceOnlyPraise, others[0])
	}
}

// one says what there is to say about one chosen strategy.
func (a *advisor) one(s data.Strategy) {
	preventable := a.cluster == data.ClusterPreventable
	switch {
	case s == data.StrategyInform, s == data.StrategyAdjust, a.cluster == "" && s != data.StrategyAttack:
	case s == data.StrategyAttack:
		a.warn(AdviceAttack, s)
	case preventable && (slices.Contains(deny, s) || s == data.StrategyExcuse):
		a.warn(AdvicePreventable, s)
	case a.cluster == data.ClusterVictim && s == data.StrategyApology:
		a.warn(AdviceNotOurs, s)
	case s == data.StrategyVictimage && a.cluster != data.ClusterVictim:
		a.warn(AdviceVictimage, s)
	case !fits(a.t, a.worse, s):
		a.warn(AdviceUnfit, s)
	case s == data.StrategyDenial:
		a.praise(AdviceProof, s)
	case preventable && slices.Contains(praise, s):
		a.praise(AdviceSparing, s)
	default:
		a.praise(AdviceFits, s)
	}
}
