package desk_test

import (
	"slices"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

// written is a statement as it is stored.
func written(t testing.TB, d *desk.Desk, issue, id int64) data.Statement {
	t.Helper()
	all, err := d.Statements(ctx, issue)
	must(t, err)
	n := slices.IndexFunc(all, func(s data.Statement) bool { return s.ID == id })
	if n < 0 {
		t.Fatalf("statement %d is gone", id)
	}
	return all[n]
}

func draft(t testing.TB, d *desk.Desk, issue int64, kind data.StatementKind, text string) int64 {
	t.Helper()
	id, err := d.SaveStatement(ctx, data.Statement{Issue: issue, Kind: kind, Lang: "it", Text: text})
	must(t, err)
	return id
}

func published(t testing.TB, d *desk.Desk, id int64, at time.Time) desk.Undo {
	t.Helper()
	undo, err := d.PublishStatement(ctx, id, at, " Instagram,\n Facebook ", "https://example.org/p/1", at.Add(2*time.Hour))
	must(t, err)
	return undo
}

func TestAStatementGoesFromDraftToPublished(t *testing.T) {
	d, clock := ticker(t)
	issue := declared(t, d, "Bignè")
	id := draft(t, d, issue, data.StatementHolding, "Stiamo")
	_, err := d.SaveStatement(ctx, data.Statement{ID: id, Issue: issue, Kind: data.StatementHolding, Lang: "it", Text: "Stiamo verificando."})
	must(t, err)
	_, err = d.SetStatementReady(ctx, id, true)
	must(t, err)
	clock.pass(40 * time.Minute)
	back := published(t, d, id, clock.now())
	s := written(t, d, issue, id)
	if s.State != data.ReplySent || s.Text != "Stiamo verificando." || s.Channels != "Instagram, Facebook" || !s.SentAt.Equal(clock.now()) || !s.NextAt.Equal(clock.now().Add(2*time.Hour)) {
		t.Errorf("published %+v", s)
	}
	n, err := d.CrisisNumbers(ctx, issue)
	must(t, err)
	if n.Holding != 40*time.Minute || !n.NextUpdate.Equal(s.NextAt) {
		t.Errorf("holding after %v, next %v", n.Holding, n.NextUpdate)
	}
	_, err = d.SaveStatement(ctx, data.Statement{ID: id, Issue: issue, Kind: data.StatementHolding, Lang: "it", Text: "Altro"})
	if data.CodeOf(err) != data.ErrStatementOut {
		t.Errorf("a published text was changed: %v", err)
	}
	if _, err = d.DropStatement(ctx, id); data.CodeOf(err) != data.ErrStatementOut {
		t.Errorf("a published text was dropped: %v", err)
	}
	must(t, back(ctx))
	if s = written(t, d, issue, id); s.State != data.ReplyReady || !s.SentAt.IsZero() {
		t.Errorf("taken back %+v", s)
	}
	want := []string{data.LogDeclared, data.LogPublished, data.LogWithdrawn}
	if got := kinds(t, d, issue); !slices.Equal(got, want) {
		t.Errorf("the log tells of %v, want %v", got, want)
	}
}

func TestWhatCannotBePublished(t *testing.T) {
	d, clock := ticker(t)
	issue := declared(t, d, "Bignè")
	empty, full := draft(t, d, issue, data.StatementHolding, " "), draft(t, d, issue, data.StatementHolding, "Stiamo verificando.")
	for name, c := range map[string]struct {
		id   int64
		at   time.Time
		want data.Code
	}{
		"nothing":        {empty, clock.now(), data.ErrReplyEmpty},
		"in the future":  {full, clock.now().Add(time.Hour), data.ErrPublishedLater},
		"at no time":     {full, time.Time{}, data.ErrPublishedLater},
		"what is not":    {99, clock.now(), data.ErrNotFound},
		"no crisis at 7": {0, clock.now(), data.ErrNotFound},
	} {
		if _, err := d.PublishStatement(ctx, c.id, c.at, "", "", time.Time{}); data.CodeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	if _, err := d.SaveStatement(ctx, data.Statement{Issue: 7, Kind: data.StatementHolding, Text: "x"}); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("a statement of no crisis: %v", err)
	}
	if got := kinds(t, d, issue); len(got) != 1 {
		t.Errorf("the log tells of %v", got)
	}
}

func TestADroppedDraftComesBackWithItsWordings(t *testing.T) {
	d, _ := ticker(t)
	issue := declared(t, d, "Bignè")
	id := draft(t, d, issue, data.StatementHolding, "Primo")
	must(t, d.KeepStatement(ctx, id))
	must(t, d.KeepStatement(ctx, id)) // the same wording is one
	_, err := d.SaveStatement(ctx, data.Statement{ID: id, Issue: issue, Kind: data.StatementApology, Lang: "it", Text: "Secondo"})
	must(t, err)
	undo, err := d.DropStatement(ctx, id)
	must(t, err)
	if all, err := d.Statements(ctx, issue); err != nil || len(all) != 0 {
		t.Fatalf("still there: %+v, %v", all, err)
	}
	must(t, undo(ctx))
	versions, err := d.StatementVersions(ctx, id)
	must(t, err)
	if s := written(t, d, issue, id); s.Text != "Secondo" || s.Kind != data.StatementApology || len(versions) != 1 || versions[0].Text != "Primo" {
		t.Errorf("back %+v, versions %+v", s, versions)
	}
}

func TestTheCheckOfAStatementKnowsTheCrisis(t *testing.T) {
	d, clock := ticker(t)
	issue := declared(t, d, "Bignè")
	_, _, err := d.SaveClaim(ctx, data.Claim{Issue: issue, Text: "Tre bambini sono in ospedale", Finding: data.FindingOpen})
	must(t, err)
	published(t, d, draft(t, d, issue, data.StatementApology, "Ci scusiamo: abbiamo sbagliato noi la conservazione dei bignè."), clock.now())
	check, err := d.StatementChecker(ctx, issue)
	must(t, err)
	for name, c := range map[string]struct {
		text, rule string
		want       bool
	}{
		"an open claim told as a fact":    {"Sappiamo che tre bambini sono in ospedale per i nostri bignè.", "open_claim", true},
		"an open claim told as open":      {"Non sappiamo ancora se tre bambini sono in ospedale.", "open_claim", false},
		"denied after an apology":         {"Non è colpa nostra: i bignè erano perfetti.", "contradiction", true},
		"the same line as before":         {"Ci scusiamo ancora con chi è stato male.", "contradiction", false},
		"a placeholder that is left":      {"Vi aggiorniamo entro le […].", "unfilled", true},
		"a promise that is filled in":     {"Vi aggiorniamo entro le 18.", "unfilled", false},
		"a holding statement that is all": {"Abbiamo letto le segnalazioni sui bignè. Stiamo verificando. Vi aggiorniamo entro le 18.", "open_claim", false},
	} {
		found := slices.ContainsFunc(check(c.text, data.StatementHolding, "it"), func(r data.Remark) bool { return r.Rule == c.rule })
		if found != c.want {
			t.Errorf("%s: %s %v, want %v; all %+v", name, c.rule, found, c.want, check(c.text, data.StatementHolding, "it"))
		}
	}
}

func TestTemplatesAreFilledWithWhatIsKnown(t *testing.T) {
	d, _ := ticker(t)
	_, err := d.SetProfile(ctx, data.Profile{Business: "Forno Aurora", Person: "Anna", Channel: "Instagram"})
	must(t, err)
	issue := declared(t, d, "Bignè")
	all, err := d.StatementTemplates(ctx, issue, "it", data.StatementHolding)
	must(t, err)
	if len(all) < 2 || !slices.ContainsFunc(all, func(s data.StatementTemplate) bool { return s.Short }) {
		t.Fatalf("%d templates", len(all))
	}
	for _, one := range all {
		if !contains(one.Text, "su Instagram") || !contains(one.Text, "entro le […]") {
			t.Errorf("%s: %q", one.Key, one.Text)
		}
	}
}

func TestWhatChangedAroundAStatement(t *testing.T) {
	d, _ := ticker(t)
	at := now.Add(-7 * time.Hour)
	lines := []string{"date,author,text"}
	for n := range 40 { // before: all angry, after: all grateful
		lines = append(lines,
			at.Add(-time.Duration(n)*8*time.Minute-time.Minute).Format(time.RFC3339)+",a,Vergogna: bignè pessimi e nauseanti numero "+string(rune('a'+n%26)),
			at.Add(time.Duration(n)*8*time.Minute+time.Minute).Format(time.RFC3339)+",b,Grazie di cuore: bignè buonissimi e bravissimi numero "+string(rune('a'+n%26)))
	}
	_, err := d.Import(ctx, data.Plan{Path: file(t, "around.csv", lines...)}, nil)
	must(t, err)
	d.WaitForSearch()
	issue := declared(t, d, "Bignè")
	first := draft(t, d, issue, data.StatementHolding, "Stiamo verificando.")
	published(t, d, first, at)
	published(t, d, draft(t, d, issue, data.StatementInternal, "A tutto il personale: si dice questo."), at)
	published(t, d, draft(t, d, issue, data.StatementApology, "Ci scusiamo."), now) // too young to be measured
	effects, err := d.StatementEffects(ctx, issue)
	must(t, err)
	if len(effects) != 1 || effects[0].Statement != first || effects[0].BeforeN != 40 || effects[0].AfterN != 40 || !effects[0].Clear || effects[0].Change > -0.5 {
		t.Errorf("effects %+v", effects)
	}
	marks, err := d.Marks(ctx, data.Period{From: at.Add(-time.Hour), To: now.Add(time.Hour)})
	must(t, err)
	if len(marks) != 2 || !marks[0].At.Equal(at) || marks[0].Kind != data.StatementHolding {
		t.Errorf("marks %+v", marks)
	}
	if marks, err = d.Marks(ctx, data.Period{From: at.Add(time.Second), To: now}); err != nil || len(marks) != 0 {
		t.Errorf("marks of another time %+v, %v", marks, err)
	}
}
