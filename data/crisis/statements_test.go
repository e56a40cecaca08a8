package crisis

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"vedetta/assets"
	"vedetta/data"
)

// filled puts into a template what a person could have written.
func filled(t data.StatementTemplate) string {
	fact := map[string]map[data.StatementKind]string{
		"it": {
			data.StatementHolding: "alcuni malori dopo la cena di ieri", data.StatementApology: "un ordine scambiato con un altro",
			data.StatementCorrection: "il forno resta aperto e il contratto scade nel 2031", data.StatementClosing: "un frigorifero guasto",
			data.StatementInternal: "un incidente in cucina",
		},
		"en": {
			data.StatementHolding: "several people falling ill after dinner", data.StatementApology: "mixing up two orders",
			data.StatementCorrection: "the bakery stays open and the lease runs until 2031", data.StatementClosing: "a faulty fridge",
			data.StatementInternal: "an accident in the kitchen",
		},
	}[t.Lang][t.Kind]
	return strings.NewReplacer(
		"{fatto}", fact, "{fact}", fact,
		"{luogo}", "via Roma", "{place}", "our Mill Lane shop",
		"{azione}", "chiuso la cucina per i controlli", "{action}", "closed the kitchen for checks",
		"{ora}", "18", "{time}", "6pm", "{canale}", "questa pagina", "{channel}", "this page",
		"{giorno}", "venerdì", "{day}", "Friday", "{data}", "3 marzo", "{date}", "3 March",
		"{prodotto}", "la crema di domenica", "{product}", "Sunday’s custard",
		"{contatto}", "info@fornorossi.it", "{contact}", "info@redbakery.co.uk", "{persona}", "Nina", "{person}", "Nina",
	).Replace(t.Text)
}

func TestNobodyHasToRepairAStatementTemplate(t *testing.T) {
	for _, l := range assets.Languages {
		for _, each := range StatementTemplates(l.Code) {
			text := filled(each)
			c := Context{Kind: Kind(each.Kind), Lang: each.Lang, Own: []string{"info@fornorossi.it", "info@redbakery.co.uk", "via Roma"}}
			for _, r := range Check(text, c) {
				if !r.Good {
					t.Errorf("%s: %s at %q", each.Key, r.Rule, text[r.From:r.To])
				}
			}
		}
	}
}

func TestStatementTemplatesShowWhatTheirKindIsFor(t *testing.T) {
	for kind, want := range map[data.StatementKind][]Rule{
		data.StatementHolding: {RuleConcern, RuleUpdateTime},
		data.StatementApology: {RuleApologises, RuleResponsibility, RuleNextStep},
		data.StatementClosing: {RuleThanks},
	} {
		for _, l := range assets.Languages {
			for _, each := range StatementTemplates(l.Code) {
				if each.Kind != kind {
					continue
				}
				var got []Rule
				for _, r := range Check(filled(each), Context{Kind: Kind(kind), Lang: l.Code}) {
					got = append(got, r.Rule)
				}
				for _, r := range want {
					if !slices.Contains(got, r) {
						t.Errorf("%s: no %s", each.Key, r)
					}
				}
			}
		}
	}
}

func TestStatementTemplatesAreShort(t *testing.T) {
	for _, l := range assets.Languages {
		for _, each := range StatementTemplates(l.Code) {
			text := filled(each)
			words, letters := len(strings.Fields(text)), utf8.RuneCountInString(text)
			if each.Kind == data.StatementHolding && words > mostHoldingWords || each.Short && letters > 260 || words > 90 {
				t.Errorf("%s: %d words, %d characters", each.Key, words, letters)
			}
		}
	}
}

func TestStatementTemplatesOfBothLanguagesMatch(t *testing.T) {
	english := strings.NewReplacer("{fatto}", "{fact}", "{luogo}", "{place}", "{azione}", "{action}", "{ora}", "{time}",
		"{canale}", "{channel}", "{giorno}", "{day}", "{data}", "{date}", "{prodotto}", "{product}", "{contatto}", "{contact}", "{persona}", "{person}")
	variable := regexp.MustCompile(`\{[^}]*\}`)
	shape := func(lang string) (all []string) {
		for _, each := range StatementTemplates(lang) {
			used := variable.FindAllString(english.Replace(each.Text), -1)
			slices.Sort(used)
			all = append(all, strings.TrimPrefix(each.Key, lang+".")+" "+strings.Join(slices.Compact(used), " "))
		}
		return all
	}
	it, en := shape("it"), shape("en")
	if len(it) != len(en) || len(it) < 40 {
		t.Fatalf("%d and %d templates", len(it), len(en))
	}
	for i := range it {
		if it[i] != en[i] {
			t.Errorf("%s, %s", it[i], en[i])
		}
	}
}

func TestEveryPlaybookHasStatementsOfEveryKind(t *testing.T) {
	for _, kind := range StatementKinds {
		for _, playbook := range append([]string{"", "of_my_own"}, playbookKeys...) {
			got := StatementsFor("it", kind, playbook)
			if len(got) != 2 || got[0].Short || !got[1].Short {
				t.Errorf("%s for %q: %+v", kind, playbook, got)
			}
		}
	}
	if got := StatementsFor("en", data.StatementHolding, "accident"); got[0].Key != "en.holding.accident.full" || got[1].Key != "en.holding.accident.short" {
		t.Errorf("its own does not win: %s, %s", got[0].Key, got[1].Key)
	}
}

func TestABrokenFileOfStatementsIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"three parts":  "== holding | - | full\nciao",
		"no kind":      "== hello | - | full | a\nciao",
		"no playbook":  "== holding | flood | full | a\nciao",
		"no length":    "== holding | - | long | a\nciao",
		"no text":      "== holding | - | full | a\n",
		"the same key": "== holding | - | full | a\nciao\n\n== holding | - | full | b\nciao",
	} {
		if got, err := readStatements("it", text); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
