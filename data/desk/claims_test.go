package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

func contains(text, part string) bool { return strings.Contains(text, part) }

// talked is a workspace in which people say several things.
func talked(t testing.TB) (d *desk.Desk, issue int64) {
	t.Helper()
	d, _ = ticker(t)
	at := func(before time.Duration) string { return now.Add(-before).Format(time.RFC3339) }
	_, err := d.Import(ctx, data.Plan{Path: file(t, "talk.csv", "date,author,text",
		at(60*24*time.Hour)+",old,Licenziata la commessa del bar accanto",
		at(5*time.Hour)+",a,Hanno licenziato la commessa per la frase!",
		at(4*time.Hour)+",b,Ma la commessa licenziata non c'entra niente",
		at(3*time.Hour)+",c,Licenziano una commessa e basta? Vergogna",
		at(2*time.Hour)+",d,La commessa è gentilissima",
		at(time.Hour)+",e,La frase in vetrina è ancora lì",
	)}, nil)
	must(t, err)
	d.WaitForSearch()
	issue, err = d.Declare(ctx, data.Declaration{Title: "Frase", Rating: grave, Type: data.CrisisHumanHarm, Onset: now.Add(-6 * time.Hour), Lang: "it"})
	must(t, err)
	return d, issue
}

func claimOf(t testing.TB, d *desk.Desk, issue, id int64) data.Claim {
	t.Helper()
	all, err := d.CountedClaims(ctx, issue)
	must(t, err)
	n := slices.IndexFunc(all, func(c data.Claim) bool { return c.ID == id })
	if n < 0 {
		t.Fatalf("claim %d is gone", id)
	}
	return all[n]
}

func TestMentionsThatSayAClaimAreFoundAndCounted(t *testing.T) {
	d, issue := talked(t)
	alike, _, err := d.SaveClaim(ctx, data.Claim{Issue: issue, Text: "È stata licenziata la commessa"})
	must(t, err)
	asked, _, err := d.SaveClaim(ctx, data.Claim{Issue: issue, Text: "La frase è ancora lì", Query: `"ancora lì"`})
	must(t, err)
	unheard, _, err := d.SaveClaim(ctx, data.Claim{Issue: issue, Text: "Xyzzy quux"})
	must(t, err)
	for id, want := range map[int64]int{alike: 3, asked: 1, unheard: -1} {
		if c := claimOf(t, d, issue, id); c.Mentions != want || c.Finding != data.FindingOpen {
			t.Errorf("%q: %d mentions, want %d (%s)", c.Text, c.Mentions, want, c.Query)
		}
	}
	f, ok, err := d.ClaimMentions(ctx, claimOf(t, d, issue, alike))
	must(t, err)
	rows, err := d.Page(ctx, f, 0, 10)
	if err != nil || !ok || len(rows) != 3 {
		t.Errorf("%d rows, %v, %v", len(rows), ok, err)
	}
	if _, _, err := d.SaveClaim(ctx, data.Claim{Issue: issue, Text: "x", Query: "(rotta"}); data.CodeOf(err) != data.ErrQuery {
		t.Errorf("a broken search is taken: %v", err)
	}
	if _, _, err := d.SaveClaim(ctx, data.Claim{Issue: issue, Text: " \n"}); data.CodeOf(err) != data.ErrClaimEmpty {
		t.Errorf("an empty claim is taken: %v", err)
	}
}

func TestFindingsStayInTheLogAndCanBeTakenBack(t *testing.T) {
	d, issue := talked(t)
	id, _, err := d.SaveClaim(ctx, data.Claim{Issue: issue, Text: "È stata licenziata la commessa"})
	must(t, err)
	c := claimOf(t, d, issue, id)
	c.Correction = "Lavora qui" // no decision: not in the log
	_, _, err = d.SaveClaim(ctx, c)
	must(t, err)
	c.Finding = data.FindingFalse
	_, back, err := d.SaveClaim(ctx, c)
	must(t, err)
	must(t, back(ctx))
	if got := claimOf(t, d, issue, id); got.Finding != data.FindingOpen || got.Correction != "Lavora qui" {
		t.Errorf("taken back %+v", got)
	}
	gone, err := d.DropClaim(ctx, id)
	must(t, err)
	if all, err := d.Claims(ctx, issue); err != nil || len(all) != 0 {
		t.Errorf("dropped, there are %+v, %v", all, err)
	}
	must(t, gone(ctx))
	if got := claimOf(t, d, issue, id); got.Mentions != 3 {
		t.Errorf("back %+v", got)
	}
	want := []string{data.LogDeclared, data.LogClaim, data.LogClaim, data.LogClaim, data.LogClaimGone, data.LogClaim}
	if got := kinds(t, d, issue); !slices.Equal(got, want) {
		t.Errorf("the log tells of %v, want %v", got, want)
	}
}

func TestQuestionsKeepTheirOrder(t *testing.T) {
	d, issue := talked(t)
	var ids []int64
	for _, q := range []string{"Chi?", "Quando?", "Perché?"} {
		id, _, err := d.SaveQuestion(ctx, issue, data.Question{Question: q})
		must(t, err)
		ids = append(ids, id)
	}
	_, _, err := d.SaveQuestion(ctx, issue, data.Question{ID: ids[0], Question: "Chi è stato?", Answer: " Noi. "})
	must(t, err)
	back, err := d.DropQuestion(ctx, ids[1])
	must(t, err)
	must(t, back(ctx))
	all, err := d.Questions(ctx, issue)
	must(t, err)
	if len(all) != 3 || all[0].Question != "Chi è stato?" || all[0].Answer != "Noi." || all[1].Question != "Quando?" || all[2].Question != "Perché?" {
		t.Errorf("questions %+v", all)
	}
	if _, _, err := d.SaveQuestion(ctx, issue, data.Question{}); data.CodeOf(err) != data.ErrQuestionEmpty {
		t.Errorf("an empty question is taken: %v", err)
	}
}
