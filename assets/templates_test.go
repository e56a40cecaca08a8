package assets

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"vedetta/data"
)

func TestTemplatesOfBothLanguagesMatch(t *testing.T) {
	keys := map[string][]string{}
	bodies := map[string]string{}
	for _, each := range Templates() {
		key := strings.TrimPrefix(each.Key, each.Lang+".")
		if each.Formal != strings.HasSuffix(key, ".lei") || !each.BuiltIn {
			t.Errorf("%s: %+v", each.Key, each)
		}
		if other, twice := bodies[each.Body]; twice {
			t.Errorf("%s says the same as %s", each.Key, other)
		}
		bodies[each.Body] = each.Key
		key, formal := strings.CutSuffix(key, ".lei")
		key, informal := strings.CutSuffix(key, ".tu")
		form := each.Lang
		if formal || informal {
			form += map[bool]string{true: ".lei", false: ".tu"}[formal]
		}
		keys[form] = append(keys[form], key+" "+each.Situation)
	}
	if !slices.Equal(keys["en"], keys["it.lei"]) || !slices.Equal(keys["en"], keys["it.tu"]) || len(keys) != 3 {
		t.Errorf("templates differ: %q", keys)
	}
	long := slices.DeleteFunc(slices.Clone(keys["en"]), func(k string) bool { return strings.Contains(k, ".short ") })
	if len(long) < 30 || len(keys["en"])-len(long) < 5 {
		t.Errorf("%d templates, of which %d short", len(keys["en"]), len(keys["en"])-len(long))
	}
	for _, s := range data.Situations {
		if !slices.ContainsFunc(keys["en"], func(k string) bool { return strings.HasSuffix(k, " "+s) }) {
			t.Errorf("no template for %s", s)
		}
	}
}

// Nobody may have to repair a built-in template: these are the mistakes that
// made public apologies famous.
var never = map[string]*regexp.Regexp{
	"a conditional apology":   regexp.MustCompile(`(?i)se qualcuno|a chi si (è|fosse) (sentit|offes)|ci (dispiace|scusiamo) se |sorry if |apologi[sz]e if |to anyone who|any inconvenience|eventual(e|i) disag`),
	"an euphemism":            regexp.MustCompile(`(?i)malintes|incomprension|disguid|misunderstanding|miscommunication|re-accommodat`),
	"blame":                   regexp.MustCompile(`(?i)avrebbe dovuto|avresti dovuto|you should have|bastava |doveva (solo|leggere)|come (ben )?sa[ip]? `),
	"no comment":              regexp.MustCompile(`(?i)nessun commento|no comment`),
	"a bargain":               regexp.MustCompile(`(?i)in cambio|sconto|buono omaggio|omaggio|gratis|voucher|discount|free |in return|togli(a|ere) la recensione|remove (the|your) review|delete (the|your) review`),
	"what nobody can promise": regexp.MustCompile(`(?i)mai più|non (ri)?succederà|never (happen )?again|garantiamo|we guarantee`),
	"shouting":                regexp.MustCompile(`!!|\b[A-ZÀ-Ý]{4,}\b`),
}

// step tells what happens next, warmth that a person writes.
var (
	step   = regexp.MustCompile(`(?i)\{(giorno|ora|day|time)\}|in giornata|same day|subito|directly|direttamente|di persona|personally|at once|siamo a|we are at|prossima|next`)
	warmth = regexp.MustCompile(`(?i)dispiace|scus|grazie|ringrazi|capiamo|ascolt|sul serio|salute|pens|cuore|sorry|apologi|thank|understand|seriously|health|think|thought|listen`)
)

func TestTemplatesKeepTheRulesOfTone(t *testing.T) {
	for _, each := range Templates() {
		for what, pattern := range never {
			if found := pattern.FindString(each.Body); found != "" {
				t.Errorf("%s has %s: %q", each.Key, what, found)
			}
		}
		if !step.MatchString(each.Body) {
			t.Errorf("%s has no next step", each.Key)
		}
		if !warmth.MatchString(each.Body) {
			t.Errorf("%s is cold", each.Key)
		}
		if !strings.Contains(each.Body, "{contatto}") && !strings.Contains(each.Body, "{contact}") {
			t.Errorf("%s tells no contact", each.Key)
		}
		least, most := 200, 500
		if strings.Contains(each.Key, ".short") {
			least, most = 80, 260
		}
		if n := utf8.RuneCountInString(each.Body); n < least || n > most {
			t.Errorf("%s has %d characters", each.Key, n)
		}
	}
}

func TestTheFormsOfAddressAreNotMixed(t *testing.T) {
	tu := regexp.MustCompile(`\b(ti|te|tu|tuo|tua|tue|tuoi|Ciao)\b|(scrivici|mandaci|dicci|contattaci)`)
	lei := regexp.MustCompile(`\b(Le|La|Lei|Suo|Sua|Sue|Suoi|Buongiorno)\b|[a-z](La|Le)\b|(ci scriva|ci mandi|ci dica)`)
	for _, each := range Templates() {
		if each.Lang != "it" {
			continue
		}
		if wrong := lei; each.Formal {
			wrong = tu
			if found := wrong.FindString(each.Body); found != "" {
				t.Errorf("%s: %q", each.Key, found)
			}
		} else if found := wrong.FindString(strings.ReplaceAll(each.Body, "! Le tue", "")); found != "" {
			t.Errorf("%s: %q", each.Key, found)
		}
	}
}

func TestABrokenFileOfTemplatesIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"two parts": "== a | b\nciao",
		"no body":   "== a | b | c\n\n== d | e | f\nciao",
		"no form":   "== a | b | c\n-- lei\n-- tu\nciao",
	} {
		if got, err := readTemplates("it", text); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
