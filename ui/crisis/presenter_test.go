package crisis

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vedetta/data"
)

func TestTheAnswersLeadToTypeLevelPlaybookAndStrategies(t *testing.T) {
	d, _ := board(t)
	p, h := started(t, d)
	p.Declare(0, 0)
	f := h.form
	if f.Ready() || f.Known() || len(f.Asks()) != 1 {
		t.Fatalf("ready %v, known %v, %d questions at first", f.Ready(), f.Known(), len(f.Asks()))
	}
	f.Title = "Window sign"
	f.Rate(0, 3)
	f.Rate(1, 3)
	for n, answer := range []int{1, 0, 1, 1} {
		f.Answer(n, answer)
	}
	if f.Type != data.CrisisMisdeed || f.Rating.Responsibility != 2 || f.Level != 3 || f.Playbook == "" || !f.Has(data.StrategyApology) || !f.Ready() {
		t.Errorf("type %s, responsibility %d, level %d, playbook %q, strategies %v, ready %v",
			f.Type, f.Rating.Responsibility, f.Level, f.Playbook, f.Strategies, f.Ready())
	}
	f.Choose(data.StrategyDenial, true)
	warned := slices.ContainsFunc(f.Advice(), func(a Advised) bool { return !a.Good })
	if !warned {
		t.Error("denial of what could have been prevented is not warned of")
	}
	f.Answer(0, 2) // it is about what we stand for, after all
	if f.Type != data.CrisisChallenge || len(f.Asks()) != 1 || f.Rating.Responsibility != 1 {
		t.Errorf("another first answer: type %s, %d questions, responsibility %d", f.Type, len(f.Asks()), f.Rating.Responsibility)
	}
	if !f.Has(data.StrategyDenial) {
		t.Error("the person's own choice of strategies is gone")
	}
}

func TestAnotherLevelThanTheMatrixWantsAReason(t *testing.T) {
	d, _ := board(t)
	p, h := started(t, d)
	p.Declare(0, 0)
	f := h.form
	f.Title = "Window sign"
	f.Rate(0, 1)
	f.Rate(1, 1)
	f.Answer(0, 2)
	f.SetLevel(3)
	if f.Ready() {
		t.Error("ready without a reason")
	}
	f.Reason = "the press called"
	if !f.Ready() {
		t.Error("not ready with a reason")
	}
}

func TestEarlierCrisesAreIntensifiers(t *testing.T) {
	p, h, _ := declared(t)
	p.Declare(0, 0)
	f := h.form
	if f.History != 1 || !f.Similar || f.Rating.Intensifiers != 1 {
		t.Fatalf("history %d, similar %v, intensifiers %d", f.History, f.Similar, f.Rating.Intensifiers)
	}
	f.SetPoor(true)
	f.SetSimilar(false)
	if f.Rating.Intensifiers != 1 {
		t.Errorf("intensifiers %d with a poor reputation only", f.Rating.Intensifiers)
	}
}

func TestAnIssueThatIsACrisisIsShownNotDeclaredAgain(t *testing.T) {
	p, h, _ := declared(t)
	c, _ := p.Current()
	h.form = nil
	p.Home()
	p.Show(c.Issue)
	if got, ok := p.Current(); !ok || got.Issue != c.Issue || h.form != nil {
		t.Errorf("shown %v, asked %v", ok, h.form != nil)
	}
	p.Declare(c.Issue, 0)
	if h.form != nil {
		t.Error("a crisis is asked to be declared again")
	}
}

func TestClocksRunWithoutLoading(t *testing.T) {
	p, h, clock := declared(t)
	rooms := h.rooms
	steps := []struct {
		passed          time.Duration
		detected, first string
		mood            Mood
	}{
		{12 * time.Minute, "golden hour: 48 min left", "48 min left to publish", Warn},
		{72 * time.Minute, "golden hour passed 12 min ago", "overdue by 12 min", Bad},
	}
	for _, s := range steps {
		clock.at = now.Add(s.passed)
		tiles := p.Tiles()
		if tiles[0].Delta != s.detected || tiles[1].Delta != s.first || tiles[1].Mood != s.mood {
			t.Errorf("after %v: %q, %q in mood %d", s.passed, tiles[0].Delta, tiles[1].Delta, tiles[1].Mood)
		}
	}
	if said, late := p.Next(); said == "" || !late {
		t.Errorf("the next word: %q, late %v", said, late)
	}
	if h.rooms != rooms {
		t.Errorf("loaded %d times for clocks", h.rooms-rooms)
	}
}

func TestStepsAreDoneOverdueNotedAndTakenBack(t *testing.T) {
	p, h, clock := declared(t)
	first := func() Step { return p.Steps()[0].Steps[0] }
	if s := first(); s.Done || s.Mood == Bad || !strings.HasPrefix(s.Line, "due ") {
		t.Fatalf("at first %+v", s)
	}
	clock.at = now.Add(10 * time.Hour)
	if s := first(); s.Mood != Bad || !strings.Contains(s.Line, "overdue by") {
		t.Errorf("late: %+v", s)
	}
	p.DoStep(first().ID, true)
	if s := first(); !s.Done || len(h.done) != 1 {
		t.Errorf("done: %+v, told %q", s, h.done)
	}
	p.NoteStep(first().ID, "asked the printer")
	if s := first(); s.Note != "asked the printer" {
		t.Errorf("noted: %+v", s)
	}
	p.Undo()
	if s := first(); s.Done || len(h.undone) != 1 {
		t.Errorf("taken back: %+v, told %q", s, h.undone)
	}
	p.AddStep(data.PhaseInform, "  Call   the landlord ", 30)
	groups := p.Steps()
	at := slices.IndexFunc(groups, func(g Group) bool { return g.Phase == data.PhaseInform })
	last := groups[at].Steps[len(groups[at].Steps)-1]
	if last.Title != "Call the landlord" || last.Mood == Bad {
		t.Errorf("added: %+v", last)
	}
}

func TestTheLogTellsEverythingAndTakesFiles(t *testing.T) {
	p, h, _ := declared(t)
	path := filepath.Join(t.TempDir(), "photo.txt")
	must(t, os.WriteFile(path, []byte("proof"), 0o600))
	p.WriteLog("The sign is gone", path)
	p.WriteLog("   ", "")
	must(t, h.err)
	log := p.Log()
	if len(log) != 2 || log[0].Text != "The sign is gone [photo.txt]" || !log[0].Attached || log[1].Text != "Declared a crisis: L3 crisis, 14 points" {
		t.Errorf("log %+v", log)
	}
	out := filepath.Join(t.TempDir(), "log.txt")
	p.ExportLog(out)
	text, err := os.ReadFile(out)
	must(t, err)
	if !strings.Contains(string(text), "The sign is gone") || !strings.Contains(string(text), "All entries are as they were written.") {
		t.Errorf("exported %q", text)
	}
	p.WriteLog("", filepath.Join(t.TempDir(), "missing"))
	if h.err == nil {
		t.Error("a missing file was taken")
	}
}

func TestStandingDownShowsWhatIsOpenAndCloses(t *testing.T) {
	p, h, _ := declared(t)
	p.AskStandDown()
	if s := h.stand; s.Met || len(s.Criteria) != 5 || s.Title != "Window sign" {
		t.Fatalf("asked %+v", s)
	}
	for _, c := range h.stand.Criteria {
		if c.Text == "" || c.Line == "" {
			t.Errorf("criterion without words: %+v", c)
		}
	}
	p.Close("a false alarm")
	if got := p.Head(); got.Closed == "" || len(p.Open()) != 0 {
		t.Errorf("closed: %+v, %d open", got, len(p.Open()))
	}
	p.Home()
	if past := p.Past(); len(past) != 1 || past[0].Open {
		t.Errorf("past %+v", past)
	}
	p.Choose(p.Past()[0].Issue)
	p.Reopen("it goes on")
	if got := p.Head(); got.Closed != "" {
		t.Errorf("open again: %+v", got)
	}
}

func TestACrisisIsTypedAndRatedAnew(t *testing.T) {
	p, h, _ := declared(t)
	f := p.changing()
	f.Answer(0, 2)
	f.Choose(data.StrategyApology, false)
	p.Retype(f)
	if c, _ := p.Current(); c.Type != data.CrisisChallenge || slices.Contains(c.Strategies, data.StrategyApology) {
		t.Errorf("typed %s, strategies %v", c.Type, c.Strategies)
	}
	f = p.changing()
	f.Rate(0, 4)
	f.Rate(1, 4)
	p.Rate(f)
	if c, _ := p.Current(); c.Severity != 4 || h.err != nil {
		t.Errorf("rated %d, %v", c.Severity, h.err)
	}
}

func TestTheMostSevereCrisisIsShownAndAnotherCanBeChosen(t *testing.T) {
	p, h, _ := declared(t)
	one, _ := p.Current()
	p.Declare(0, 0)
	f := h.form
	f.Title = "Gas leak"
	f.Rate(0, 4)
	f.Rate(1, 4)
	f.Answer(0, 0)
	f.Answer(1, 0)
	f.Declare()
	two, _ := p.Current()
	if two.Title != "Gas leak" || len(p.Open()) != 2 {
		t.Fatalf("shown %q of %d", two.Title, len(p.Open()))
	}
	p.Choose(one.Issue)
	if got, _ := p.Current(); got.Issue != one.Issue {
		t.Errorf("chosen %q", got.Title)
	}
}
