package crisis

import (
	"strings"
	"testing"

	"vedetta/assets"
	"vedetta/data"
)

var adviceRules = []string{
	AdviceFirst, AdviceInformed, AdviceEnough, AdviceFits, AdviceUnfit, AdviceNotOurs, AdviceAttack, AdvicePreventable,
	AdviceRebuild, AdviceMore, AdviceMixed, AdviceTurned, AdviceProof, AdviceVictimage, AdviceSparing, AdviceOnlyPraise,
	AdviceUnknown, AdviceNothing,
}

func TestEverythingHasWords(t *testing.T) {
	for _, l := range assets.Languages {
		w := assets.WordsFor(l.Code)
		said := map[string]bool{}
		for _, each := range data.CrisisTypes {
			said[w.CrisisType(each)], said[w.CrisisTypeQuestion(each)] = true, true
			said[w.Cluster(ClusterOf(each))] = true
		}
		for _, s := range data.Strategies {
			said[w.Strategy(s)], said[w.StrategyWhat(s)] = true, true
			if h := Benoit(s); h != "" {
				said[w.Benoit(h)] = true
			}
		}
		for _, rule := range adviceRules {
			sentence := w.Advice(data.Advice{Rule: rule, Strategy: data.StrategyDenial})
			about := rule != AdviceInformed && rule != AdviceEnough && rule != AdviceUnknown
			if strings.Contains(sentence, w.Strategy(data.StrategyDenial)) != about {
				t.Errorf("%s: %s", rule, sentence)
			}
			said[sentence] = true
		}
		for _, q := range Questions() {
			said[w.TypeQuestion(q)] = true
			for _, a := range q.Answers {
				said[w.TypeAnswer(q, a)] = true
			}
		}
		for _, c := range StandDown(Closing{}) {
			said[w.Criterion(c)] = true
		}
		said[w.PlaybookNote()] = true
		for s := range said {
			if s == "" || strings.HasPrefix(s, "crisis.") || strings.Contains(s, "<no value>") {
				t.Errorf("%s: %q", l.Code, s)
			}
		}
	}
}
