package desk_test

import (
	"slices"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

func TestAReviewIsFilledFromTheLog(t *testing.T) {
	d, clock := ticker(t)
	issue := declared(t, d, "Bignè")
	steps := stepsOf(t, d, issue)
	_, err := d.DoStep(ctx, steps[0].ID, true)
	must(t, err)
	clock.pass(50 * time.Minute)
	published(t, d, draft(t, d, issue, data.StatementHolding, "Stiamo verificando."), clock.now())
	late := slices.IndexFunc(steps, func(s data.CrisisStep) bool { return s.Minutes > 0 && s.Minutes <= 30 && s.ID != steps[0].ID })
	_, err = d.DoStep(ctx, steps[late].ID, true)
	must(t, err)
	_, err = d.AddStep(ctx, issue, data.PhaseAct, "Chiamare il fornitore", 45)
	must(t, err)
	_, _, err = d.SavePromise(ctx, issue, data.Promise{Text: "Frigo nuovo", DueAt: clock.now().AddDate(0, 1, 0)})
	must(t, err)
	r, err := d.Review(ctx, issue, assets.WordsFor("it"))
	must(t, err)
	for _, c := range []struct{ in, want string }{
		{r.Happened, "Dichiarata la crisi"},
		{r.Happened, "Stiamo verificando."},
		{r.Worked, "Primo comunicato dopo 50 min"},
		{r.Failed, steps[late].Title},
		{r.Failed, "non fatto"},
		{r.Changes, "Frigo nuovo"},
	} {
		if !contains(c.in, c.want) {
			t.Errorf("%q lacks %q", c.in, c.want)
		}
	}
	why := map[string]int{}
	for _, e := range r.Edits {
		why[e.Why]++
		if e.Accept || e.Why == "late" && (e.Step != steps[late].Key || e.Minutes < 50) {
			t.Errorf("edit %+v", e)
		}
	}
	if why["late"] != 1 || why["added"] != 1 || why["skipped"] != len(steps)-2 {
		t.Errorf("edits %v of %d steps", why, len(steps))
	}
}

func TestAcceptedEditsAreTheNextVersionOfThePlaybook(t *testing.T) {
	d, clock := ticker(t)
	issue := declared(t, d, "Bignè")
	steps := stepsOf(t, d, issue)
	clock.pass(3 * time.Hour)
	_, err := d.DoStep(ctx, steps[0].ID, true)
	must(t, err)
	_, err = d.AddStep(ctx, issue, data.PhaseAct, "Chiamare il fornitore", 45)
	must(t, err)
	r, err := d.Review(ctx, issue, assets.WordsFor("it"))
	must(t, err)
	r.Worked = "Il personale sapeva tutto"
	for n := range r.Edits {
		e := &r.Edits[n]
		e.Accept = e.Why != "skipped" || e.Step == steps[3].Key
	}
	must(t, d.SaveReview(ctx, issue, r))
	undo, err := d.AcceptEdits(ctx, issue, r.Edits)
	must(t, err)
	books, err := d.Playbooks(ctx, "it")
	must(t, err)
	book := books[slices.IndexFunc(books, func(p data.Playbook) bool { return p.Key == "food_safety" })]
	has := func(title string) bool {
		return slices.ContainsFunc(book.Steps, func(s data.PlaybookStep) bool { return s.Title == title })
	}
	if len(book.Steps) != len(steps) || !has("Chiamare il fornitore") || has(steps[3].Title) || !has(steps[4].Title) || book.Steps[0].Minutes < 180 || book.SavedAt.IsZero() {
		t.Errorf("steps %+v", book.Steps)
	}
	if again, err := d.Review(ctx, issue, assets.WordsFor("en")); err != nil || again.Worked != "Il personale sapeva tutto" || len(again.Edits) != len(r.Edits) {
		t.Errorf("stored %+v, %v", again, err)
	}
	must(t, undo(ctx))
	if books, err = d.Playbooks(ctx, "it"); err != nil || !slices.ContainsFunc(books, func(p data.Playbook) bool { return p.Key == "food_safety" && p.SavedAt.IsZero() }) {
		t.Errorf("taken back, %v", err)
	}
	if got := kinds(t, d, issue); got[len(got)-1] != data.LogReviewed {
		t.Errorf("the log tells of %v", got)
	}
}
