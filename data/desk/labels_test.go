package desk_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"vedetta/data"
	"vedetta/data/desk"
)

// asShipped waits for learning to end and goes back to the model as it came.
func asShipped(t testing.TB, d *desk.Desk) {
	t.Helper()
	d.WaitForLabels()
	models, err := d.Models(ctx)
	must(t, err)
	must(t, d.UseModel(ctx, models[len(models)-1]))
	d.WaitForLabels()
}

// notes is a workspace with n neutral mentions that say "nota" and as many
// that say "la solita".
func notes(t testing.TB, n int) *desk.Desk {
	t.Helper()
	var csv strings.Builder
	csv.WriteString("id,date,text\n")
	for i := range n {
		fmt.Fprintf(&csv, "a%d,2026-11-%02d 10:00,nota numero %d del tavolo\n", i, i%20+1, i)
		fmt.Fprintf(&csv, "b%d,2026-11-%02d 11:00,la solita numero %d al tavolo\n", i, i%20+1, i)
	}
	d := openAt(t, filepath.Join(t.TempDir(), "w.db"))
	_, err := d.Import(ctx, data.Plan{Path: file(t, "notes.csv", csv.String())}, nil)
	must(t, err)
	return d
}

func search(t testing.TB, d *desk.Desk, n int, words string) []data.Row {
	t.Helper()
	d.WaitForSearch()
	rows, err := d.Page(ctx, data.Filter{Text: data.TextQuery{Clauses: []data.Clause{{Terms: []data.Term{{Text: words}}}}}}, 0, n)
	must(t, err)
	return rows
}

func TestCorrectionsTeachAndMentionsAreLabelledAnew(t *testing.T) {
	d := notes(t, 60)
	told := make(chan data.ModelInfo, 9)
	d.Events().Taught.Add(func(m data.ModelInfo) { told <- m })
	positive, neutral := data.Positive, data.Neutral
	taught := search(t, d, 15, "solita")
	for i, other := range search(t, d, 15, "nota") {
		_, err := d.SetLabel(ctx, []data.ID{taught[i].ID}, &positive)
		must(t, err)
		_, err = d.SetLabel(ctx, []data.ID{other.ID}, &neutral)
		must(t, err)
	}
	d.WaitForLabels()
	m := <-told
	if !m.Adapted() || m.Corrections < data.EnoughCorrections || m.After <= m.Before {
		t.Fatalf("learnt %+v", m)
	}
	rows := search(t, d, 100, "solita")
	for _, r := range rows {
		if r.Label != data.Positive {
			t.Fatalf("%q is %v after %d corrections", r.Snippet, r.Label, m.Corrections)
		}
	}
	sound(t, d)
	state, err := d.ModelState(ctx)
	must(t, err)
	if state.Model.ID != m.ID || state.Rescoring.Total != 0 {
		t.Errorf("state %+v", state)
	}

	asShipped(t, d)
	kept := 0
	for _, r := range search(t, d, 100, "solita") {
		if r.Overridden != (r.Label == data.Positive) {
			t.Errorf("%q is %v, corrected %v, after going back", r.Snippet, r.Label, r.Overridden)
		}
		if r.Overridden {
			kept++
		}
	}
	if kept != len(taught) {
		t.Errorf("%d of %d corrections are left", kept, len(taught))
	}
	sound(t, d)
}

func TestLabellingAnewCanBePausedAndSurvivesAClose(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	d := openAt(t, path)
	_, err := d.Import(ctx, data.Plan{Path: file(t, "reviews.csv", "id,date,text\n1,2026-11-01,orribile\n2,2026-11-02,ottimo\n")}, nil)
	must(t, err)
	must(t, d.SetWatchList(ctx, "it", "salute: orribile"))
	must(t, d.PauseRescoring(ctx, true))
	must(t, d.Close())

	d = openAt(t, path)
	d.WaitForLabels()
	must(t, d.PauseRescoring(ctx, false))
	d.WaitForLabels()
	rows, err := d.Page(ctx, data.Filter{}, 0, 9)
	must(t, err)
	if got := rows[1].Watched.Risks(); len(got) != 1 || got[0] != "health" {
		t.Errorf("groups of the first mention: %v", got)
	}
}

func TestAListOfWordsThatCannotBeReadChangesNothing(t *testing.T) {
	d := openAt(t, filepath.Join(t.TempDir(), "w.db"))
	before, own, err := d.WatchList(ctx, "it")
	must(t, err)
	err = d.SetWatchList(ctx, "it", "salute: vomito\nsenza gruppo")
	var e *data.Error
	if !errors.As(err, &e) || e.Args["Line"] != 2 {
		t.Errorf("error %v", err)
	}
	if after, _, _ := d.WatchList(ctx, "it"); after != before || own {
		t.Error("the list changed")
	}
}

func TestAnAuditMeasuresAndIsNotLearntFrom(t *testing.T) {
	d := notes(t, 40)
	id, err := d.BeginAudit(ctx)
	must(t, err)
	wrong := 0
	for place := 0; ; {
		step, err := d.AuditStep(ctx, id, place)
		if data.CodeOf(err) == data.ErrNotFound {
			break
		}
		must(t, err)
		label := step.Mention.Sentiment.Label
		if place%5 == 0 {
			label = (label + 1) % 3
			wrong++
		}
		must(t, d.LabelAudited(ctx, id, step, &label))
		place = step.Place + 1
	}
	must(t, d.EndAudit(ctx, id))
	d.WaitForLabels()
	state, err := d.ModelState(ctx)
	must(t, err)
	if a := state.Audit; a == nil || a.Labelled != data.AuditSize || a.Wrong() != wrong {
		t.Fatalf("audit %+v, want %d wrong", a, wrong)
	}
	share, low, high := state.Audit.Error()
	if share != 0.2 || low < 0.11 || low > 0.12 || high < 0.33 || high > 0.34 {
		t.Errorf("error %.3f, between %.3f and %.3f", share, low, high)
	}
	if given, missing, err := d.Corrections(ctx); err != nil || given != 0 || missing != data.EnoughCorrections {
		t.Errorf("%d corrections, %d missing, error %v: what measures must not teach", given, missing, err)
	}
	sum, err := d.Summary(ctx, data.Filter{})
	must(t, err)
	if sum.Overridden != data.AuditSize {
		t.Errorf("%d mentions carry the person's label", sum.Overridden)
	}
	sound(t, d)
}

func TestAnAuditOfNothingHasNoPlace(t *testing.T) {
	d := openAt(t, filepath.Join(t.TempDir(), "w.db"))
	id, err := d.BeginAudit(context.Background())
	must(t, err)
	if _, err := d.AuditStep(ctx, id, 0); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("error %v", err)
	}
}
