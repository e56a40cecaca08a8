package crisis

import (
	"slices"
	"strings"
	"testing"

	"vedetta/data"
)

func TestAnswersStartFromTheResponsibilityPeopleSee(t *testing.T) {
	for _, c := range []struct {
		name          string
		t             data.CrisisType
		history, poor bool
		want          string
	}{
		{"a flood wants information alone", data.CrisisDisaster, false, false, "inform adjust"},
		{"a rumour is denied", data.CrisisRumour, false, false, "inform adjust denial"},
		{"a rumour is denied whatever came before", data.CrisisRumour, true, false, "inform adjust denial"},
		{"tampering after a similar case", data.CrisisTampering, true, false, "inform adjust justification"},
		{"a machine that failed", data.CrisisTechAccident, false, false, "inform adjust justification"},
		{"a machine that failed again", data.CrisisTechAccident, true, false, "inform adjust apology compensation"},
		{"a machine that failed those of poor reputation", data.CrisisTechHarm, false, true, "inform adjust apology compensation"},
		{"a mistake that hurt", data.CrisisHumanHarm, false, false, "inform adjust apology compensation"},
		{"not typed yet", "", true, true, "inform adjust"},
	} {
		if got := words(Default(c.t, c.history, c.poor)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func words(all []data.Strategy) string {
	var s []string
	for _, each := range all {
		s = append(s, string(each))
	}
	return strings.Join(s, " ")
}

func TestAdviceOnStrategies(t *testing.T) {
	for _, c := range []struct {
		name    string
		t       data.CrisisType
		past    string // "history", "poor"
		chosen  string
		earlier string
		want    string // rule strategy, a + before praise
	}{
		{"nothing chosen", data.CrisisRumour, "", "", "", "nothing_first inform"},
		{"information may suffice for victims", data.CrisisDisaster, "", "inform adjust", "", "+informed inform, +enough inform"},
		{"but not after a similar crisis", data.CrisisDisaster, "history", "inform adjust", "", "more justification, +informed inform"},
		{"concern is missing", data.CrisisDisaster, "", "inform", "", "first adjust"},
		{"what to do is missing", data.CrisisHumanHarm, "", "adjust apology", "", "first inform, +fits apology"},
		{"an apology for something not done", data.CrisisTampering, "", "inform adjust apology", "", "not_ours apology, +informed inform"},
		{"victims may say so", data.CrisisTampering, "", "inform adjust victimage", "", "+informed inform, +fits victimage"},
		{"others may not", data.CrisisTechHarm, "", "inform adjust justification victimage", "", "victimage victimage, +informed inform, +fits justification"},
		{"a rumour is denied with proof", data.CrisisRumour, "", "inform adjust denial", "", "+informed inform, +proof denial"},
		{"a challenge may be denied", data.CrisisChallenge, "", "inform adjust denial", "", "+informed inform, +proof denial"},
		{"a failing machine cannot be denied", data.CrisisTechAccident, "", "inform adjust denial", "", "unfit denial, +informed inform"},
		{"attacks never help", data.CrisisRumour, "", "inform adjust attack", "", "attack attack, +informed inform"},
		{"an accident is explained", data.CrisisTechAccident, "", "inform adjust excuse", "", "+informed inform, +fits excuse"},
		{"once; not twice", data.CrisisTechAccident, "history", "inform adjust excuse", "", "more apology, unfit excuse, +informed inform"},
		{"nor with a poor reputation", data.CrisisTechAccident, "poor", "inform adjust excuse", "", "more apology, unfit excuse, +informed inform"},
		{"who could prevent it apologises", data.CrisisHumanHarm, "", "inform adjust apology compensation", "", "+informed inform, +fits compensation, +fits apology"},
		{"and does not excuse himself", data.CrisisMisdeed, "", "inform adjust excuse", "", "rebuild apology, preventable excuse, +informed inform"},
		{"nor finds a scapegoat", data.CrisisMisdeedInjured, "", "inform adjust apology scapegoat", "", "mixed scapegoat, preventable scapegoat, +informed inform, +fits apology"},
		{"a reminder, sparingly", data.CrisisManagement, "", "inform adjust apology reminder", "", "+informed inform, +fits apology, +sparing reminder"},
		{"nothing but praise of ourselves", data.CrisisTechHarm, "", "inform adjust ingratiation", "", "only_praise ingratiation, +informed inform, +fits ingratiation"},
		{"denial beside an excuse", data.CrisisChallenge, "", "inform adjust denial excuse", "", "mixed denial, +informed inform, +proof denial, +fits excuse"},
		{"denial after an apology", data.CrisisRumour, "", "inform adjust denial", "inform apology", "turned denial, +informed inform, +proof denial"},
		{"not typed yet", "", "", "inform adjust denial apology", "", "unknown_type , mixed denial, +informed inform"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, a := range Advise(c.t, c.past == "history", c.past == "poor", strategies(c.chosen), strategies(c.earlier)...) {
				got = append(got, map[bool]string{true: "+"}[a.Good]+a.Rule+" "+string(a.Strategy))
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func strategies(s string) (all []data.Strategy) {
	for each := range strings.FieldsSeq(s) {
		all = append(all, data.Strategy(each))
	}
	return all
}

func TestTheDefaultEarnsNoWarning(t *testing.T) {
	for _, each := range data.CrisisTypes {
		for n := range 4 {
			history, poor := n&1 != 0, n&2 != 0
			for _, a := range Advise(each, history, poor, Default(each, history, poor)) {
				if !a.Good {
					t.Errorf("%s, history %v, poor %v: %+v", each, history, poor, a)
				}
			}
		}
	}
}

func TestEveryTypeAndStrategyHasItsPlace(t *testing.T) {
	for _, each := range data.CrisisTypes {
		if ClusterOf(each) == "" {
			t.Errorf("%s belongs to no cluster", each)
		}
	}
	for _, s := range data.Strategies {
		if Benoit(s) == "" && s != data.StrategyInform {
			t.Errorf("%s has no heading", s)
		}
	}
}

func TestTheQuestionsReachEveryTypeOnceAndEnd(t *testing.T) {
	byKey := map[string]data.TypeQuestion{}
	for _, q := range Questions() {
		byKey[q.Key] = q
	}
	var reached []data.CrisisType
	var walk func(key string, depth int)
	walk = func(key string, depth int) {
		q, ok := byKey[key]
		if !ok || depth > 4 {
			t.Fatalf("question %q, the %dth", key, depth)
		}
		for _, a := range q.Answers {
			if (a.Next == "") == (a.Type == "") {
				t.Errorf("%s.%s leads to question %q and type %q", key, a.Key, a.Next, a.Type)
			}
			if a.Next != "" {
				walk(a.Next, depth+1)
			} else {
				reached = append(reached, a.Type)
			}
		}
	}
	walk(Questions()[0].Key, 1)
	want := slices.Sorted(slices.Values(data.CrisisTypes[:]))
	if slices.Sort(reached); !slices.Equal(reached, want) {
		t.Errorf("reached %s, want %s", reached, want)
	}
}
