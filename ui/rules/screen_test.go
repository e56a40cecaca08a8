package rules

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

var (
	ctx  = context.Background()
	noon = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// workspace has three mentions, two of them tagged.
func workspace(t *testing.T) *desk.Desk {
	t.Helper()
	dir := t.TempDir()
	d, err := desk.Open(ctx, filepath.Join(dir, "w.db"), data.At(noon))
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	lines := []string{"Data;Nome;Testo"}
	for i, text := range []string{"Rimborso mai arrivato", "Pane buono", "Attesa lunga"} {
		lines = append(lines, "21/11/2026 10:0"+strconv.Itoa(i)+";Utente "+strconv.Itoa(i)+";"+text)
	}
	path := filepath.Join(dir, "a.csv")
	must(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600))
	_, err = d.Import(ctx, data.Plan{Path: path}, nil)
	must(t, err)
	d.WaitForRules()
	rows, err := d.Page(ctx, data.Filter{}, 0, 9)
	must(t, err)
	for i, tag := range []string{"attesa", "coda"} {
		_, err := d.AddTag(ctx, []data.ID{rows[i].ID}, tag)
		must(t, err)
	}
	return d
}

func shown(t *testing.T, d *desk.Desk, lang string) *Screen {
	t.Helper()
	app := test.NewApp()
	theme := kit.NewTheme(kit.LookLight)
	app.Settings().SetTheme(theme)
	window := test.NewWindow(nil)
	t.Cleanup(window.Close)
	env := &kit.Env{
		Words: assets.WordsFor(lang), Dispatcher: job.Inline{}, History: &job.History{}, Theme: theme, Window: window,
		Toast: kit.NewToast(), Tip: kit.NewTip(), Zone: func() *time.Location { return d.Zone() },
	}
	s := New(env, d, Ways{Back: func() {}, Mention: func(data.ID) {}, Inbox: func(data.Filter, string) {}})
	window.SetContent(container.NewStack(s.Content(), env.Toast, env.Tip))
	window.Resize(fyne.NewSize(1024-195, 700))
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

func TestARuleIsWrittenTriedAppliedAndTakenBack(t *testing.T) {
	d := workspace(t)
	s := shown(t, d, "it")
	p := s.presenter
	s.ask(data.TriageRule{Enabled: true})
	s.form.name.SetText("Rimborsi")
	s.form.query.SetText("rimborso")
	if says, first := p.Preview(); says != "1 menzione degli ultimi 90 giorni" || len(first) != 1 {
		t.Errorf("preview %q with %d", says, len(first))
	}
	s.form.save()
	if !s.form.errors.Visible() || len(p.Rules()) != 0 {
		t.Error("a rule that does nothing was stored")
	}
	s.form.tag.SetText("rimborso")
	s.form.save()
	if s.form != nil || len(p.Rules()) != 1 {
		t.Fatalf("%d rules, form %v", len(p.Rules()), s.form)
	}
	p.Apply(p.Rules()[0])
	if len(p.Tags()) != 3 || p.Rules()[0].Touched != 1 {
		t.Errorf("tags %+v, rules %+v", p.Tags(), p.Rules())
	}
	p.Undo()
	if p.Rules()[0].Touched != 0 {
		t.Errorf("taken back: %+v", p.Rules())
	}
	p.Undo()
	if len(p.Rules()) != 0 {
		t.Errorf("the rule is still there: %+v", p.Rules())
	}
}

func TestTagsAreKeptInOrder(t *testing.T) {
	d := workspace(t)
	s := shown(t, d, "en")
	p := s.presenter
	p.EditTag("attesa", "wait", data.TagAmber)
	p.MergeTag("coda", "wait")
	if tags := p.Tags(); len(tags) != 1 || tags[0].Mentions != 2 || tags[0].Color != data.TagAmber {
		t.Errorf("%+v", tags)
	}
	p.Undo()
	p.EditTag("coda", "wait", data.TagPlain)
	if !s.errors.Visible() || len(p.Tags()) != 2 {
		t.Errorf("a name that is taken: %+v", p.Tags())
	}
}

func TestTheScreenFitsTheSmallestWindow(t *testing.T) {
	for _, lang := range []string{"it", "en"} {
		s := shown(t, workspace(t), lang)
		if w := s.Content().MinSize().Width; w > 1024-195-40 {
			t.Errorf("%s: %v wide", lang, w)
		}
	}
}
