package desk_test

import (
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/crisis"
	"vedetta/data/desk"
)

func stepsOf(t testing.TB, d *desk.Desk, issue int64) []data.CrisisStep {
	t.Helper()
	all, err := d.CrisisSteps(ctx, issue)
	must(t, err)
	for n := 1; n < len(all); n++ {
		if slices.Index(data.Phases[:], all[n].Phase) < slices.Index(data.Phases[:], all[n-1].Phase) {
			t.Errorf("%s comes behind %s", all[n].Phase, all[n-1].Phase)
		}
	}
	return all
}

// titleAt is where a step of a title stands; -1 if nowhere.
func titleAt(all []data.CrisisStep, title string) int {
	return slices.IndexFunc(all, func(s data.CrisisStep) bool { return s.Title == title })
}

func TestAStepDoneLateIsToldAndCanBeTakenBack(t *testing.T) {
	d, clock := ticker(t)
	id := declared(t, d, "Bignè")
	step := stepsOf(t, d, id)[0]
	clock.pass(time.Duration(step.Minutes+25) * time.Minute)
	undo, err := d.DoStep(ctx, step.ID, true)
	must(t, err)
	again, err := d.DoStep(ctx, step.ID, true)
	must(t, err)
	must(t, again(ctx)) // it was done before
	done := stepsOf(t, d, id)[0]
	if !done.DoneAt.Equal(clock.now()) {
		t.Errorf("done at %v", done.DoneAt)
	}
	log, err := d.CrisisLog(ctx, id)
	must(t, err)
	if len(log) != 2 || log[0].Rest["late"] != 25.0 || log[0].Rest["title"] != step.Title {
		t.Errorf("the log has %d entries, last %+v", len(log), log[0])
	}
	must(t, undo(ctx))
	if left := stepsOf(t, d, id)[0]; !left.DoneAt.IsZero() {
		t.Errorf("taken back it is done at %v", left.DoneAt)
	}
	if got := kinds(t, d, id); !slices.Equal(got, []string{data.LogDeclared, data.LogStepDone, data.LogStepUndone}) {
		t.Errorf("the log tells of %v", got)
	}
	if _, err := d.DoStep(ctx, 9999, true); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("an unknown step: %v", err)
	}
}

func TestNotesOfAStepStayInTheLog(t *testing.T) {
	d, _ := ticker(t)
	id := declared(t, d, "Bignè")
	step := stepsOf(t, d, id)[1]
	for _, note := range []string{"Chiamata", " Chiamata ", "Chiamata due volte"} {
		must(t, d.NoteStep(ctx, step.ID, note))
	}
	if got := stepsOf(t, d, id)[1].Note; got != "Chiamata due volte" {
		t.Errorf("the note is %q", got)
	}
	if got := kinds(t, d, id); !slices.Equal(got, []string{data.LogDeclared, data.LogStepNoted, data.LogStepNoted}) {
		t.Errorf("the log tells of %v", got)
	}
}

func TestAStepOfOnesOwnStandsBehindItsPhase(t *testing.T) {
	d, _ := ticker(t)
	id := declared(t, d, "Bignè")
	before := len(stepsOf(t, d, id))
	undo, err := d.AddStep(ctx, id, data.PhaseAssess, " Chiudere \n il banco ", 20)
	must(t, err)
	_, err = d.AddStep(ctx, id, data.PhaseRecover, "Festa", 0)
	must(t, err)
	all := stepsOf(t, d, id)
	at := titleAt(all, "Chiudere il banco")
	if len(all) != before+2 || at < 1 || all[at+1].Phase == data.PhaseAssess || !all[at].DueAt.Equal(now.Add(20*time.Minute)) || all[at].Key != "" {
		t.Errorf("%d steps, it is number %d", len(all), at)
	}
	if !all[titleAt(all, "Festa")].DueAt.IsZero() {
		t.Error("a step without a clock is due")
	}
	must(t, undo(ctx))
	if all = stepsOf(t, d, id); titleAt(all, "Chiudere il banco") >= 0 || len(all) != before+1 {
		t.Errorf("taken back there are %d steps", len(all))
	}
	if _, err := d.AddStep(ctx, id, data.PhaseAct, "\n", 1); data.CodeOf(err) != data.ErrStepTitle {
		t.Errorf("without a title: %v", err)
	}
	if _, err := d.AddStep(ctx, 99, data.PhaseAct, "x", 1); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("an unknown crisis: %v", err)
	}
}

func TestAnotherPlaybookKeepsWhatWasDone(t *testing.T) {
	d, _ := ticker(t)
	id := declared(t, d, "Bignè")
	all := stepsOf(t, d, id)
	done, noted := all[0], all[2]
	_, err := d.DoStep(ctx, done.ID, true)
	must(t, err)
	must(t, d.NoteStep(ctx, noted.ID, "Fatto a metà"))
	_, err = d.AddStep(ctx, id, data.PhaseAct, "Mio", 5)
	must(t, err)
	must(t, d.SetCrisisPlaybook(ctx, id, "data_breach", "en"))
	book, _ := crisis.PlaybookOf("en", "data_breach")
	all = stepsOf(t, d, id)
	for _, title := range []string{done.Title, noted.Title, "Mio"} {
		if titleAt(all, title) < 0 {
			t.Errorf("%q is gone", title)
		}
	}
	keys := map[string]int{}
	for _, s := range all {
		keys[s.Key]++
	}
	for _, s := range book.Steps {
		if keys[s.Key] != 1 {
			t.Errorf("%s is there %d times", s.Key, keys[s.Key])
		}
	}
	if most := len(book.Steps) + 3; len(all) > most {
		t.Errorf("%d steps, at most %d", len(all), most)
	}
	c, err := d.Crisis(ctx, id)
	must(t, err)
	if got := kinds(t, d, id); got[len(got)-1] != data.LogPlaybook || c.Playbook != "data_breach" {
		t.Errorf("the log tells of %v, the playbook is %q", got, c.Playbook)
	}
	if err := d.SetCrisisPlaybook(ctx, id, "boh", "it"); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("an unknown playbook: %v", err)
	}
}

func TestOnesOwnWordingOfAPlaybook(t *testing.T) {
	d, _ := ticker(t)
	built, _ := crisis.PlaybookOf("it", "accident")
	own := data.Playbook{Key: "accident", Lang: "it", Name: " Incidente\nda noi ", Steps: []data.PlaybookStep{
		{Key: "x", Phase: data.PhaseAct, Title: "Poi", Minutes: 1e6},
		{Phase: data.PhaseAssess, Title: " Prima ", Minutes: -1},
		{Phase: data.PhaseAct, Title: " "},
	}}
	undoFirst, err := d.SavePlaybook(ctx, own)
	must(t, err)
	own.Name = "Ancora"
	undo, err := d.SavePlaybook(ctx, own)
	must(t, err)
	names := func() (out []string) {
		t.Helper()
		all, err := d.PlaybookVersions(ctx, "it", "accident")
		must(t, err)
		for _, p := range all {
			out = append(out, p.Name)
		}
		return out
	}
	if got := names(); !slices.Equal(got, []string{"Ancora", "Incidente da noi", built.Name}) {
		t.Errorf("versions %q", got)
	}
	find := func(lang string) data.Playbook {
		t.Helper()
		all, err := d.Playbooks(ctx, lang)
		must(t, err)
		return all[slices.IndexFunc(all, func(p data.Playbook) bool { return p.Key == "accident" })]
	}
	p := find("it")
	if p.Name != "Ancora" || len(p.Steps) != 2 || p.Steps[0].Title != "Prima" || p.Steps[0].Key == "" || p.Steps[0].Minutes != 0 || !slices.Equal(p.Types, built.Types) || p.SavedAt.IsZero() {
		t.Errorf("it reads %+v", p)
	}
	if p = find("en"); !p.SavedAt.IsZero() {
		t.Errorf("in the other language it reads %+v", p)
	}
	id, err := d.Declare(ctx, data.Declaration{Title: "Caduta", Rating: grave, Playbook: "accident", Lang: "it"})
	must(t, err)
	if all := stepsOf(t, d, id); len(all) != 2 || all[0].Title != "Prima" {
		t.Errorf("a crisis has the steps %+v", all)
	}
	must(t, undo(ctx))
	must(t, undoFirst(ctx))
	if got := names(); !slices.Equal(got, []string{built.Name}) {
		t.Errorf("taken back, versions %q", got)
	}
	for _, bad := range []data.Playbook{{Key: "a", Name: "x"}, {Key: "a", Steps: own.Steps}, {Name: "x", Steps: own.Steps}} {
		if _, err := d.SavePlaybook(ctx, bad); data.CodeOf(err) != data.ErrPlaybookEmpty {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}
