package desk_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/desk"
)

// templateAt is a template by its key; nil if there is none.
func templateAt(t *testing.T, d *desk.Desk, key string) *data.Template {
	t.Helper()
	all, err := d.Templates(ctx)
	must(t, err)
	for _, each := range all {
		if each.Key == key {
			return &each
		}
	}
	return nil
}

const apology = "it.apology.experience.lei"

func TestTemplatesChangeAndChangeBack(t *testing.T) {
	d := open(t)
	fired := 0
	defer d.Events().TemplatesChanged.Add(func(struct{}) { fired++ })()
	built := *templateAt(t, d, apology)
	mine := built
	mine.Name, mine.Body = "Le mie scuse", "Buongiorno {nome}, ci dispiace."
	changed := mine
	changed.Changed = true
	renamed := built
	renamed.Name, renamed.Changed = "Scuse", true
	hidden := built
	hidden.Hidden = true
	hiddenMine := changed
	hiddenMine.Hidden = true
	for _, step := range []struct {
		name string
		do   func() (desk.Undo, error)
		want data.Template
	}{
		{"renamed", func() (desk.Undo, error) { return d.RenameTemplate(ctx, apology, "Scuse") }, renamed},
		{"hidden", func() (desk.Undo, error) { return d.HideTemplate(ctx, apology, true) }, hidden},
		{"deleted", func() (desk.Undo, error) { return d.DeleteTemplate(ctx, apology) }, hidden},
		{"restored as it is", func() (desk.Undo, error) { return d.RestoreTemplate(ctx, apology) }, built},
		{"shown as it is", func() (desk.Undo, error) { return d.HideTemplate(ctx, apology, false) }, built},
		{"worded anew", func() (desk.Undo, error) {
			key, undo, err := d.SaveTemplate(ctx, mine)
			if key != apology {
				t.Errorf("saved as %q", key)
			}
			return undo, err
		}, changed},
	} {
		before := fired
		undo, err := step.do()
		must(t, err)
		if diff := cmp.Diff(step.want, *templateAt(t, d, apology)); diff != "" || fired != before+1 {
			t.Errorf("%s (%d events): %s", step.name, fired-before, diff)
		}
		must(t, undo(ctx))
		if diff := cmp.Diff(built, *templateAt(t, d, apology)); diff != "" || fired != before+2 {
			t.Errorf("%s, taken back: %s", step.name, diff)
		}
	}
	_, _, err := d.SaveTemplate(ctx, mine)
	must(t, err)
	hide, err := d.HideTemplate(ctx, apology, true)
	must(t, err)
	if diff := cmp.Diff(hiddenMine, *templateAt(t, d, apology)); diff != "" {
		t.Error(diff)
	}
	restore, err := d.RestoreTemplate(ctx, apology)
	must(t, err)
	if diff := cmp.Diff(built, *templateAt(t, d, apology)); diff != "" {
		t.Error(diff)
	}
	must(t, restore(ctx))
	must(t, hide(ctx))
	if diff := cmp.Diff(changed, *templateAt(t, d, apology)); diff != "" {
		t.Error(diff)
	}
}

func TestOwnTemplatesComeAndGo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	d := openAt(t, path)
	own := data.Template{Situation: data.SituationRefund, Name: " Reso ", Lang: "it", Body: " Ciao {nome} \n"}
	key, undo, err := d.SaveTemplate(ctx, own)
	must(t, err)
	want := data.Template{Key: key, Situation: data.SituationRefund, Name: "Reso", Lang: "it", Body: "Ciao {nome}"}
	if diff := cmp.Diff(&want, templateAt(t, d, key)); diff != "" {
		t.Error(diff)
	}
	again, _, err := d.SaveTemplate(ctx, own)
	must(t, err)
	if again == key {
		t.Error("two new templates have one key")
	}
	must(t, undo(ctx))
	if got := templateAt(t, d, key); got != nil {
		t.Errorf("still there: %+v", got)
	}
	back, err := d.DeleteTemplate(ctx, again)
	must(t, err)
	must(t, back(ctx))
	must(t, d.Close())
	d = openAt(t, path)
	if templateAt(t, d, again) == nil {
		t.Error("gone after the workspace was opened again")
	}
	all, err := d.Templates(ctx)
	must(t, err)
	place := slices.IndexFunc(all, func(t data.Template) bool { return t.Key == again })
	if all[place-1].Situation != data.SituationRefund || all[place+1].Situation != data.SituationFault {
		t.Error("not among those of its situation")
	}
}

func TestTemplatesThatCannotBeAreRefused(t *testing.T) {
	d := open(t)
	fired := 0
	defer d.Events().TemplatesChanged.Add(func(struct{}) { fired++ })()
	save := func(tm data.Template) error { _, _, err := d.SaveTemplate(ctx, tm); return err }
	_, unknown := d.RestoreTemplate(ctx, "own.nowhere")
	_, gone := d.FillTemplate(ctx, 1, "own.nowhere")
	_, nobody := d.FillTemplate(ctx, 1, apology)
	_, nameless := d.RenameTemplate(ctx, apology, "  ")
	for name, c := range map[string]struct {
		err  error
		want data.Code
	}{
		"no name":            {save(data.Template{Body: "x"}), data.ErrTemplateEmpty},
		"no text":            {save(data.Template{Name: "x", Body: " \n"}), data.ErrTemplateEmpty},
		"a novel":            {save(data.Template{Name: "x", Body: strings.Repeat("à", 4001)}), data.ErrTemplateLong},
		"a name like a text": {save(data.Template{Name: strings.Repeat("à", 81), Body: "x"}), data.ErrTemplateLong},
		"renamed to nothing": {nameless, data.ErrTemplateEmpty},
		"unknown":            {unknown, data.ErrNotFound},
		"filled, unknown":    {gone, data.ErrNotFound},
		"filled for nobody":  {nobody, data.ErrNotFound},
	} {
		if data.CodeOf(c.err) != c.want {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	if fired != 0 {
		t.Errorf("%d events", fired)
	}
}

func TestATemplateIsFilledForItsMention(t *testing.T) {
	d := open(t)
	must(t, d.SetName(ctx, "Forno Aurora"))
	path := file(t, "r.csv", "id,data,autore,testo,fonte", `1,2026-11-20 10:00:00,Marta R.,"Attesa infinita",google`, `2,2026-11-21 10:00:00,"=cmd|' /C calc'!A0","Pessimo",facebook`)
	_, err := d.Import(ctx, data.Plan{Path: path}, nil)
	must(t, err)
	undo, err := d.SetProfile(ctx, data.Profile{Person: " Nina ", Email: "info@forno.it", Phone: "02 12", Own: []string{"@forno", "Forno", " "}})
	must(t, err)
	p, err := d.Profile(ctx)
	must(t, err)
	want := data.Profile{Business: "Forno Aurora", Person: "Nina", Email: "info@forno.it", Phone: "02 12", Own: []string{"forno"}}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Error(diff)
	}
	key, _, err := d.SaveTemplate(ctx, data.Template{Name: "x", Lang: "it", Situation: data.SituationApology, Body: "Buongiorno {nome}, su {fonte} il {data}: {prodotto}, {boh}. {contatto}"})
	must(t, err)
	rows, err := d.Page(ctx, data.Filter{}, 0, 10)
	must(t, err)
	var got []data.Filled
	for _, row := range rows {
		f, err := d.FillTemplate(ctx, row.ID, key)
		must(t, err)
		got = append(got, f)
	}
	unknown, missing := []string{"boh"}, []string{"product"}
	filled := []data.Filled{
		{Text: "Buongiorno, su Facebook il 21 nov 2026: […], {boh}. info@forno.it, 02 12\nNina, Forno Aurora", Unknown: unknown, Missing: missing},
		{Text: "Buongiorno Marta, su Google il 20 nov 2026: […], {boh}. info@forno.it, 02 12\nNina, Forno Aurora", Unknown: unknown, Missing: missing},
	}
	if diff := cmp.Diff(filled, got); diff != "" {
		t.Error(diff)
	}
	must(t, undo(ctx))
	if p, err := d.Profile(ctx); err != nil || cmp.Diff(data.Profile{Business: "Forno Aurora"}, p) != "" {
		t.Errorf("taken back: %+v, %v", p, err)
	}
}

func TestBuiltInTemplatesLeaveNothingUnknownOpen(t *testing.T) {
	d := open(t)
	all, err := d.Templates(ctx)
	must(t, err)
	profile := data.Profile{Business: "Forno Aurora", Person: "Nina", Email: "info@fornoaurora.it", Web: "fornoaurora.it", Address: "via Larga 4", Channel: "Instagram"}
	for _, each := range all {
		f := d.Preview(each, data.Mention{Author: data.Author{Name: "Marta R."}, Source: "x", PublishedAt: now}, profile)
		if f.Unknown != nil || !strings.HasSuffix(f.Text, "\nNina, Forno Aurora") || !strings.Contains(f.Text, "Marta") {
			t.Errorf("%s: %+v", each.Key, f)
		}
		if size := d.CountText("x", f.Text); strings.Contains(each.Key, ".short") && size.Over {
			t.Errorf("%s has %d characters on X", each.Key, size.Used)
		}
	}
}
