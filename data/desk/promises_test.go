package desk_test

import (
	"slices"
	"testing"
	"time"

	"vedetta/data"
)

func TestThoseWhoMustHearItFromUsComeBeforeThePress(t *testing.T) {
	d, clock := ticker(t)
	first, second := declared(t, d, "Bignè"), declared(t, d, "Scontrino")
	all, err := d.Stakeholders(ctx, first)
	must(t, err)
	at := func(group string) int {
		return slices.IndexFunc(all, func(s data.Stakeholder) bool { return s.Group == group })
	}
	if len(all) != 11 || at("staff") > at("press") || at("harmed") != 0 || at("press") != 10 {
		t.Fatalf("map %+v", all)
	}
	staff := all[at("staff")]
	undo, err := d.Told(ctx, first, staff.ID, clock.now())
	must(t, err)
	told := func(issue int64) time.Time {
		all, err := d.Stakeholders(ctx, issue)
		must(t, err)
		return all[at("staff")].ToldAt
	}
	if !told(first).Equal(clock.now()) || !told(second).IsZero() {
		t.Errorf("told %v and %v", told(first), told(second))
	}
	must(t, undo(ctx))
	if !told(first).IsZero() {
		t.Error("still told")
	}
	_, err = d.Told(ctx, first, staff.ID, clock.now())
	must(t, err)
	back, err := d.DropStakeholder(ctx, staff.ID)
	must(t, err)
	must(t, back(ctx))
	if !told(first).Equal(clock.now()) {
		t.Error("back, but it is forgotten when they were told")
	}
	id, _, err := d.SaveStakeholder(ctx, data.Stakeholder{Name: " Avv. Rossi ", Influence: 9})
	must(t, err)
	if all, err = d.Stakeholders(ctx, first); err != nil || all[11].ID != id || all[11].Name != "Avv. Rossi" || all[11].Influence != 5 || all[11].Interest != 1 {
		t.Errorf("the last is %+v, %v", all[11], err)
	}
	if _, _, err := d.SaveStakeholder(ctx, data.Stakeholder{}); data.CodeOf(err) != data.ErrStakeholderEmpty {
		t.Errorf("nobody is taken: %v", err)
	}
	want := []string{data.LogDeclared, data.LogTold, data.LogUntold, data.LogTold}
	if got := kinds(t, d, first); !slices.Equal(got, want) {
		t.Errorf("the log tells of %v, want %v", got, want)
	}
}

func TestAPromiseIsMadeKeptAndMissed(t *testing.T) {
	d, clock := ticker(t)
	issue := declared(t, d, "Bignè")
	id, _, err := d.SavePromise(ctx, issue, data.Promise{Text: "Frigo nuovo", DueAt: clock.now().Add(24 * time.Hour)})
	must(t, err)
	back, err := d.KeepPromise(ctx, id, true)
	must(t, err)
	all, err := d.Promises(ctx, issue)
	must(t, err)
	if len(all) != 1 || !all[0].DoneAt.Equal(clock.now()) || all[0].Kind != data.PromiseChange || all[0].Issue != issue {
		t.Errorf("kept %+v", all)
	}
	must(t, back(ctx))
	if all, err = d.Promises(ctx, issue); err != nil || !all[0].DoneAt.IsZero() {
		t.Errorf("taken back %+v, %v", all, err)
	}
	for name, p := range map[string]data.Promise{"no words": {DueAt: now}, "no date": {Text: "Frigo"}} {
		if _, _, err := d.SavePromise(ctx, issue, p); data.CodeOf(err) != data.ErrPromiseEmpty {
			t.Errorf("%s: %v", name, err)
		}
	}
	want := []string{data.LogDeclared, data.LogPromised, data.LogKept, data.LogUnkept}
	if got := kinds(t, d, issue); !slices.Equal(got, want) {
		t.Errorf("the log tells of %v, want %v", got, want)
	}
}

func TestALaptopThatSleptFindsWhatFellDue(t *testing.T) {
	d, clock := ticker(t)
	issue := declared(t, d, "Bignè")
	list := func() (out []string) {
		all, err := d.CrisisDue(ctx, clock.now())
		must(t, err)
		if !slices.IsSortedFunc(all, func(a, b data.CrisisDue) int { return a.At.Compare(b.At) }) {
			t.Errorf("not in order: %+v", all)
		}
		for _, one := range all {
			if one.Crisis != "Bignè" || one.Issue != issue {
				t.Errorf("due %+v", one)
			}
			out = append(out, string(one.Kind))
		}
		return out
	}
	if got := list(); slices.Contains(got, string(data.DueUpdate)) {
		t.Errorf("due at once: %v", got)
	}
	published(t, d, draft(t, d, issue, data.StatementHolding, "Stiamo verificando."), clock.now()) // next word in 2 h
	_, _, err := d.SavePromise(ctx, issue, data.Promise{Text: "Frigo nuovo", DueAt: clock.now().Add(3 * time.Hour)})
	must(t, err)
	clock.pass(109 * time.Minute)
	if got := list(); slices.Contains(got, string(data.DueUpdate)) {
		t.Errorf("eleven minutes before: %v", got)
	}
	clock.pass(2 * time.Minute)
	if got := list(); !slices.Contains(got, string(data.DueUpdate)) || slices.Contains(got, string(data.DuePromise)) {
		t.Errorf("nine minutes before: %v", got)
	}
	clock.pass(10 * time.Hour) // asleep
	if got := list(); !slices.Contains(got, string(data.DueUpdate)) || !slices.Contains(got, string(data.DuePromise)) || !slices.Contains(got, string(data.DueStep)) {
		t.Errorf("after a night: %v", got)
	}
	must(t, d.CloseCrisis(ctx, issue, ""))
	if got := list(); !slices.Equal(got, []string{string(data.DuePromise)}) {
		t.Errorf("closed: %v", got)
	}
	clock.pass(8 * 24 * time.Hour)
	if got := list(); !slices.Equal(got, []string{string(data.DuePromise), string(data.DueCheck)}) {
		t.Errorf("a week later: %v", got)
	}
}
