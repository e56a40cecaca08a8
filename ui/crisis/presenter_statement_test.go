package crisis

import (
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/job"
)

// statements are those of the crisis that is shown, as they are stored.
func statements(t testing.TB, p *Presenter) []data.Statement {
	t.Helper()
	all, err := p.desk.Statements(ctx, p.shown.crisis.Issue)
	must(t, err)
	return all
}

func TestAStatementIsSavedAtEachKeyAndInOrder(t *testing.T) {
	p, _, _ := declared(t)
	slow := &held{}
	w := p.Write(data.Statement{})
	p.dispatcher = slow
	for _, text := range []string{"W", "We", "We are sorry"} {
		w.SetText(text)
	}
	if w.Saved() || len(slow.pending) != 1 {
		t.Fatalf("saved %v, %d savings at once", w.Saved(), len(slow.pending))
	}
	slow.one()
	if all := statements(t, p); len(all) != 1 || all[0].Text != "W" || w.Saved() {
		t.Errorf("first %+v", all)
	}
	for len(slow.pending) > 0 {
		slow.one()
	}
	if all := statements(t, p); len(all) != 1 || all[0].Text != "We are sorry" || !w.Saved() {
		t.Errorf("saved %v: %+v", w.Saved(), all)
	}
}

func TestRemarksFollowTheText(t *testing.T) {
	p, _, _ := declared(t)
	w := p.Write(data.Statement{})
	w.SetText("We apologise to the customers who were affected.")
	if !slices.ContainsFunc(w.Remarks(), func(r Remark) bool { return r.Good && r.Quote == "We apologise" && r.Why != "" }) {
		t.Errorf("remarks %+v", w.Remarks())
	}
	w.SetText("")
	if r := w.Remarks(); len(r) != 0 {
		t.Errorf("remarks %+v", r)
	}
}

func TestRemarksKnowWhatIsNotConfirmed(t *testing.T) {
	p, _, _ := declared(t)
	p.SaveClaim(data.Claim{Text: "The baker fired the apprentice", Finding: data.FindingOpen})
	w := p.Write(data.Statement{})
	w.SetText("Yesterday the baker fired the apprentice because of the sign.")
	warned := p.words.Remark("open_claim")
	if !slices.ContainsFunc(w.Remarks(), func(r Remark) bool { return r.Text == warned }) {
		t.Errorf("remarks %+v", w.Remarks())
	}
}

func TestATemplateKeepsWhatWasWritten(t *testing.T) {
	p, _, _ := declared(t)
	w := p.Write(data.Statement{})
	if w.Statement.Kind != data.StatementHolding || len(w.Templates) == 0 {
		t.Fatalf("kind %s, %d templates", w.Statement.Kind, len(w.Templates))
	}
	w.SetText("My own words")
	w.Use(w.Templates[0].Text)
	if w.Statement.Text != w.Templates[0].Text || len(w.Versions) != 1 || w.Versions[0].Text != "My own words" {
		t.Errorf("text %q, versions %+v", w.Statement.Text, w.Versions)
	}
}

func TestPublishingWaitsUntilAllIsSaved(t *testing.T) {
	p, h, _ := declared(t)
	slow := &held{}
	w := p.Write(data.Statement{})
	p.dispatcher = slow
	w.SetText("We are")
	w.SetText("We are sorry")
	w.Publish(now, "  Instagram,  Facebook ", "https://example.org/1", now.Add(2*time.Hour))
	slow.one()
	if all := statements(t, p); all[0].State == data.ReplySent {
		t.Fatal("published before it was saved")
	}
	for len(slow.pending) > 0 {
		slow.one()
	}
	all := statements(t, p)
	if len(all) != 1 || all[0].State != data.ReplySent || all[0].Text != "We are sorry" || all[0].Channels != "Instagram, Facebook" || len(h.done) != 1 {
		t.Errorf("sent %+v, told %q", all, h.done)
	}
}

func TestWhatWentOutIsMarkedUntilItIsTakenBack(t *testing.T) {
	p, _, clock := declared(t)
	w := p.Write(data.Statement{})
	w.SetText("We are sorry")
	w.Publish(clock.now(), "Instagram", "", time.Time{})
	if m := p.Marks(); len(m) != 1 || m[0].Title != "Holding statement" || !m[0].At.Equal(clock.now()) {
		t.Errorf("marks %+v", m)
	}
	p.Undo()
	if m := p.Marks(); len(m) != 0 {
		t.Errorf("taken back, marks %+v", m)
	}
	if log := p.Log(); log[0].Text != "Holding statement not published after all" {
		t.Errorf("log %q", log[0].Text)
	}
}

func TestThePublicSideInWords(t *testing.T) {
	p, _, _ := declared(t)
	sent := p.StatementItem(data.Statement{Kind: data.StatementHolding, State: data.ReplySent, SentAt: now})
	claim := p.ClaimItem(data.Claim{Text: "They fired her", Finding: data.FindingFalse, Mentions: 9})
	uncounted := p.ClaimItem(data.Claim{Text: "It is still there", Finding: data.FindingOutOfDate, Mentions: -1})
	late := p.PromiseItem(data.Promise{Text: "New sign", DueAt: now.Add(-time.Hour)})
	staff := p.PersonItem(data.Stakeholder{Group: "staff", Sentence: "Come in at six.", Influence: 4, Interest: 5})
	check := p.PromiseItem(data.Promise{Kind: data.PromiseCheck, DueAt: now.Add(time.Hour)})
	for _, c := range []struct{ got, want Item }{
		{sent, Item{Chip: "published 18:00", Mood: Good, Head: "Holding statement", Done: true}},
		{claim, Item{Chip: "false", Mood: Bad, Head: "“They fired her” · 9 mentions"}},
		{uncounted, Item{Chip: "out of date", Mood: Bad, Head: "“It is still there”"}},
		{late, Item{Mood: Bad, Head: "New sign", Text: "due 17:00, overdue by 1 h 00 min"}},
		{staff, Item{Chip: "not told", Mood: Warn, Head: "Staff", Text: "Come in at six.", Note: "influence 4, interest 5"}},
		{check, Item{Head: "look again after the crisis", Text: "due 19:00"}},
	} {
		if c.got != c.want {
			t.Errorf("%+v, want %+v", c.got, c.want)
		}
	}
}

func TestClaimsAreCountedOnceTheRoomIsThere(t *testing.T) {
	p, _, _ := declared(t)
	slow := &held{}
	p.counting = job.NewLoader(slow)
	p.SaveClaim(data.Claim{Text: "Una frase razzista in vetrina", Finding: data.FindingConfirmed})
	said := func() string { return p.ClaimItem(p.shown.said.claims[0]).Head }
	if got := said(); got != "“Una frase razzista in vetrina”" {
		t.Errorf("not counted yet: %q", got)
	}
	for len(slow.pending) > 0 {
		slow.one()
	}
	if got := said(); got != "“Una frase razzista in vetrina” · 2 mentions" {
		t.Errorf("counted: %q", got)
	}
	p.WriteLog("Something else", "") // and a refresh: the count stands
	if got := said(); got != "“Una frase razzista in vetrina” · 2 mentions" {
		t.Errorf("while it is counted again: %q", got)
	}
}
