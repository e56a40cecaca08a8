package crisis

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/data"
)

// everywhere are the eleven points of every playbook.
var everywhere = []string{
	"stop_posts", "evidence", "severity", "facts", "harmed", "holding", "staff_first", "qa", "update_clock", "criteria", "review",
}

func TestEveryPlaybookHoldsTheElevenPoints(t *testing.T) {
	for _, l := range assets.Languages {
		if n := len(Playbooks(l.Code)); n != 8 {
			t.Errorf("%s: %d playbooks", l.Code, n)
		}
		for _, p := range Playbooks(l.Code) {
			for _, key := range everywhere {
				if stepAt(p, key) < 0 {
					t.Errorf("%s %s: no step %s", l.Code, p.Key, key)
				}
			}
			if n := len(p.Steps); n < 14 || n > 20 {
				t.Errorf("%s %s: %d steps", l.Code, p.Key, n)
			}
			for i, ph := range data.Phases {
				if !slices.ContainsFunc(p.Steps, func(s data.PlaybookStep) bool { return s.Phase == ph }) {
					t.Errorf("%s %s: nothing in phase %d", l.Code, p.Key, i)
				}
			}
		}
	}
}

func stepAt(p data.Playbook, key string) int {
	return slices.IndexFunc(p.Steps, func(s data.PlaybookStep) bool { return s.Key == key })
}

func TestPeopleHarmedAndStaffHearItBeforeThePublic(t *testing.T) {
	for _, p := range Playbooks("it") {
		public := p.Steps[stepAt(p, "holding")]
		for _, key := range []string{"harmed", "staff_first"} {
			if s := p.Steps[stepAt(p, key)]; stepAt(p, key) > stepAt(p, "holding") || s.Minutes >= public.Minutes {
				t.Errorf("%s: %s after %d minutes, in public after %d", p.Key, key, s.Minutes, public.Minutes)
			}
		}
		if want := int(data.ClockOf(3).Answer.Minutes()); public.Minutes > want {
			t.Errorf("%s: holding statement after %d minutes, want %d", p.Key, public.Minutes, want)
		}
		if s := p.Steps[stepAt(p, "stop_posts")]; s.Phase != data.PhaseAssess || s.Minutes > 10 {
			t.Errorf("%s: posts are stopped in %+v", p.Key, s)
		}
	}
}

func TestStepsCanBeRead(t *testing.T) {
	for _, l := range assets.Languages {
		for _, p := range Playbooks(l.Code) {
			for _, s := range p.Steps {
				if s.Why == "" || s.Owner == "" || utf8.RuneCountInString(s.Why) > 180 || strings.HasSuffix(s.Title, ".") {
					t.Errorf("%s %s: %+v", l.Code, p.Key, s)
				}
			}
		}
	}
}

func TestPlaybooksOfBothLanguagesMatch(t *testing.T) {
	plain := func(all []data.Playbook) []data.Playbook {
		for i := range all {
			all[i].Lang, all[i].Name = "", ""
			for j := range all[i].Steps {
				all[i].Steps[j].Title, all[i].Steps[j].Why, all[i].Steps[j].Owner = "", "", ""
			}
		}
		return all
	}
	if diff := cmp.Diff(plain(Playbooks("en")), plain(Playbooks("it"))); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsParticularToACrisisIsThere(t *testing.T) {
	for key, wants := range map[string][]string{
		"food_safety":      {"ASL", "lotto", "registri del freddo"},
		"discrimination":   {"se qualcuno si è offeso"},
		"staff_misconduct": {"consulente del lavoro"},
		"data_breach":      {"Garante entro 72 ore", "Art. 33", "Art. 34"},
		"false_rumour":     {"prima il vero"},
		"fake_reviews":     {"Segnalare alla piattaforma con le prove", "Non accusare mai nessuno in pubblico"},
		"product_defect":   {"richiamo", "2023/988"},
		"accident":         {"112", "assicurazione", "INAIL"},
	} {
		p, ok := PlaybookOf("it", key)
		if !ok {
			t.Errorf("there is no %s", key)
		}
		text := FormatPlaybook(p)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not tell of %s", key, want)
			}
		}
	}
}

func TestAPlaybookIsProposedForEveryType(t *testing.T) {
	for _, each := range data.CrisisTypes {
		if len(ForType("it", each)) == 0 {
			t.Errorf("nothing for %s", each)
		}
	}
	for _, c := range []struct {
		t    data.CrisisType
		want string
	}{
		{data.CrisisRumour, "false_rumour"},
		{data.CrisisHumanHarm, "food_safety"},
		{data.CrisisTechHarm, "product_defect"},
		{data.CrisisHumanAccident, "accident"},
		{data.CrisisMisdeedInjured, "staff_misconduct"},
	} {
		if got := ForType("en", c.t)[0].Key; got != c.want {
			t.Errorf("%s: %s first, want %s", c.t, got, c.want)
		}
	}
	if n := len(ForType("it", "")); n != 8 {
		t.Errorf("not typed yet: %d playbooks", n)
	}
	if got := Playbooks("de")[0].Lang; got != "en" {
		t.Errorf("playbooks in %s for a language without any", got)
	}
}

func TestWhatIsGivenOutMayBeChanged(t *testing.T) {
	Playbooks("it")[0].Steps[0].Title = "changed"
	if Playbooks("it")[0].Steps[0].Title == "changed" {
		t.Error("the built-in playbook changed")
	}
}

func TestPlaybooksSurviveFormatting(t *testing.T) {
	for _, l := range assets.Languages {
		for _, p := range Playbooks(l.Code) {
			again, err := ParsePlaybook("x.txt", FormatPlaybook(p))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(p, again); diff != "" {
				t.Errorf("%s: %s", p.Key, diff)
			}
		}
	}
}

func TestOddTextsOfAPersonAreFormattedReadably(t *testing.T) {
	p := data.Playbook{Key: "own", Lang: "it", Name: "Il | mio", Types: []data.CrisisType{data.CrisisRumour}, Steps: []data.PlaybookStep{
		{Key: "a", Phase: data.PhaseRecover, Title: "# Riga\ndoppia", Why: "[perché]", Owner: "io | tu"},
		{Key: "b", Phase: data.PhaseAssess, Title: "- Meno\x00", Minutes: 5},
	}}
	got, err := ParsePlaybook("own.txt", FormatPlaybook(p))
	if err != nil {
		t.Fatal(err)
	}
	want := data.Playbook{Key: "own", Lang: "it", Name: "Il / mio", Types: p.Types, Steps: []data.PlaybookStep{
		{Key: "b", Phase: data.PhaseAssess, Title: "Meno", Minutes: 5},
		{Key: "a", Phase: data.PhaseRecover, Title: "Riga doppia", Why: "perché]", Owner: "io / tu"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

const shortBook = "== own | it | Mio | rumour\n[assess]\n- a | 5 | io\nTitolo\n"

func TestABrokenPlaybookNamesFileAndLine(t *testing.T) {
	for _, c := range []struct {
		name, text, why string
		line            int
	}{
		{"empty", "", "head", 1},
		{"notes alone", "# a\n# b", "head", 2},
		{"no head", "[assess]\n- a | 5 | io\nTitolo", "head", 1},
		{"three parts", "== own | it | Mio\n", "head", 1},
		{"a language by name", "== own | italiano | Mio | rumour", "head", 1},
		{"a key with blanks", "== My Own | it | Mio | rumour", "key", 1},
		{"no such type", "\n== own | it | Mio | rumor", "type", 2},
		{"a type twice", "== own | it | Mio | rumour rumour", "type", 1},
		{"no such phase", "== own | it | Mio |\n[later]", "phase", 2},
		{"phases back to front", shortBook + "[assess]", "phase", 5},
		{"a step before any phase", "== own | it | Mio |\n- a | 5 | io", "phase", 2},
		{"two parts", "== own | it | Mio |\n[act]\n- a | 5", "step", 3},
		{"minutes in words", "== own | it | Mio |\n[act]\n- a | five | io", "minutes", 3},
		{"minutes below zero", "== own | it | Mio |\n[act]\n- a | -5 | io", "minutes", 3},
		{"minutes beyond a week", "== own | it | Mio |\n[act]\n- a | 10081 | io", "minutes", 3},
		{"a key twice", shortBook + "\n- a | 5 | io\nAltro", "twice", 6},
		{"a step key with blanks", shortBook + "\n- a b | 5 | io\nAltro", "key", 6},
		{"no title", "== own | it | Mio |\n[act]\n- a | 5 | io\n\n- b | 5 | io", "title", 4},
		{"no title at the end", "== own | it | Mio |\n[act]\n- a | 5 | io", "title", 3},
		{"a long title", "== own | it | Mio |\n[act]\n- a | 5 | io\n" + strings.Repeat("à", 71), "title", 4},
		{"words of no step", "== own | it | Mio |\n[act]\nciao", "stray", 3},
		{"words after an empty line", shortBook + "\nciao", "stray", 6},
		{"no step", "== own | it | Mio |\n[act]", "empty", 2},
		{"a hidden letter", shortBook + "a\u202eb", "letters", 5},
		{"not UTF-8", shortBook + "perch\xe9", "letters", 5},
		{"too large", shortBook + strings.Repeat("x", 1<<16), "large", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ParsePlaybook("mio.txt", c.text)
			var e *data.Error
			if !errors.As(err, &e) {
				t.Fatalf("%+v, %v", got, err)
			}
			if e.Code != data.ErrPlaybook || e.Args["File"] != "mio.txt" || e.Args["Line"] != c.line || e.Args["Reason"] != "playbook_"+c.why {
				t.Errorf("%v, want %s in line %d", e.Args, c.why, c.line)
			}
			said, hint := assets.WordsFor("it").Explain(err)
			if !strings.Contains(said, "mio.txt") || strings.Contains(said, "playbook_") || hint == "" {
				t.Errorf("%s %s", said, hint)
			}
		})
	}
}

func TestTheHelpShowsAPlaybookThatCanBeRead(t *testing.T) {
	var example strings.Builder
	for line := range strings.Lines(PlaybookHelp()) {
		if inside, ok := strings.CutPrefix(line, "  "); ok && !strings.HasPrefix(inside, " ") {
			example.WriteString(inside)
		} else if strings.TrimSpace(line) == "" {
			example.WriteString("\n")
		} else if example.Len() > 100 {
			break
		}
	}
	p, err := ParsePlaybook("README.txt", example.String())
	if err != nil || len(p.Steps) != 2 {
		t.Errorf("%v in\n%s", err, example.String())
	}
	for _, each := range data.CrisisTypes {
		if !strings.Contains(PlaybookHelp(), string(each)) {
			t.Errorf("the help does not name %s", each)
		}
	}
	for _, phase := range data.Phases {
		if strings.Count(PlaybookHelp(), "["+string(phase)+"]") < 2 {
			t.Errorf("the help does not name %s in both languages", phase)
		}
	}
}

func TestAPlaybookFromAnyEditorIsRead(t *testing.T) {
	text := "\ufeff# nota\r\n" + strings.ReplaceAll(shortBook, "\n", "\r\n") + "perché\r\n  e  ancora\r\n"
	p, err := ParsePlaybook("mio.txt", text)
	if err != nil || p.Steps[0].Title != "Titolo" || p.Steps[0].Why != "perché e ancora" {
		t.Errorf("%+v, %v", p, err)
	}
}

func FuzzParsePlaybook(f *testing.F) {
	f.Add(shortBook)
	f.Add("== a | en | b | \n[act]\n- a | 0 |\n- x\n-\n#")
	f.Add(FormatPlaybook(Playbooks("it")[0]))
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePlaybook("f", text)
		if err != nil {
			if data.CodeOf(err) != data.ErrPlaybook {
				t.Fatal(err)
			}
			return
		}
		again, err := ParsePlaybook("f", FormatPlaybook(p))
		if err != nil {
			t.Fatalf("%v in\n%s", err, FormatPlaybook(p))
		}
		if diff := cmp.Diff(p, again); diff != "" {
			t.Fatal(diff)
		}
	})
}
