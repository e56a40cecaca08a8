package inbox

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"vedetta/assets"
	"vedetta/data/job"
)

// onWorkspace starts a presenter on a real workspace.
func onWorkspace(t *testing.T) (*Presenter, *heard) {
	t.Helper()
	h := &heard{}
	p := NewPresenter(workspace(t), assets.WordsFor("en"), job.Inline{}, &job.History{}, h)
	p.pauses = pauses{}
	p.Start()
	t.Cleanup(p.Stop)
	return p, h
}

func savedList(p *Presenter) (out []string) {
	for _, v := range p.SavedViews() {
		out = append(out, v.Name+" = "+v.Query+" "+p.SavedCount(v))
	}
	return out
}

func wantSaved(t *testing.T, p *Presenter, want ...string) {
	t.Helper()
	if d := cmp.Diff(want, savedList(p)); d != "" {
		t.Error(d)
	}
}

func TestSavingWhatTheListShows(t *testing.T) {
	p, h := onWorkspace(t)
	p.SetQuery("attesa OR domenica")
	p.SaveView(" Attese ")
	wantSaved(t, p, "Attese = attesa OR domenica is:unanswered -is:snoozed -is:muted 3")
	if p.View() != ViewAll || !p.SavedChosen(p.SavedViews()[0]) || p.Len() != 3 || p.NameToSave() != "Attese" {
		t.Errorf("view %v, %d rows, would be saved as %q", p.View(), p.Len(), p.NameToSave())
	}
	p.SetQuery("attesa")
	p.SaveView("ATTESE")
	wantSaved(t, p, "Attese = attesa 2")
	typed(p, "z")
	wantSaved(t, p, "Attese = attesa OR domenica is:unanswered -is:snoozed -is:muted 3")
	typed(p, "z")
	wantSaved(t, p)
	if len(h.undone) != 2 || h.err != nil {
		t.Errorf("undone %q, error %v", h.undone, h.err)
	}
}

func TestWorkingOnSavedViews(t *testing.T) {
	p, h := onWorkspace(t)
	for _, query := range []string{"attesa", "focaccia", "domenica"} {
		p.SetView(ViewAll)
		p.SetQuery(query)
		p.SaveView(query)
	}
	views := p.SavedViews()
	p.MoveView(views[2].SavedView, -1)
	p.MoveView(views[0].SavedView, -1)
	p.RenameView(views[1].SavedView, "Forno")
	p.RenameView(views[2].SavedView, "attesa")
	if h.err == nil {
		t.Error("two views have one name")
	}
	p.DeleteView(views[0].SavedView)
	wantSaved(t, p, "domenica = domenica 1", "Forno = focaccia 1")
	typed(p, "zzz")
	wantSaved(t, p, "attesa = attesa 2", "focaccia = focaccia 1", "domenica = domenica 1")
}

func TestAFixedViewTakesThePlaceOfASavedOne(t *testing.T) {
	p, _ := onWorkspace(t)
	p.SetQuery("attesa")
	p.SaveView("Attese")
	p.SetView(ViewOpen)
	if p.Query() != "" || p.Len() != 4 {
		t.Errorf("search %q, %d rows", p.Query(), p.Len())
	}
	p.SetQuery("focaccia")
	p.SetView(ViewAll)
	if p.Query() != "focaccia" {
		t.Error("a search of its own is gone")
	}
}

func TestWhatCannotBeSaved(t *testing.T) {
	for name, prepare := range map[string]func(p *Presenter){
		"everything":              func(p *Presenter) { p.SetView(ViewAll) },
		"a search with a mistake": func(p *Presenter) { p.SetQuery("is:angry") },
		"what another screen means": func(p *Presenter) {
			p.SetFilter(ViewOpen.filter(), "Yesterday")
			p.SetQuery("attesa")
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, _ := onWorkspace(t)
			prepare(p)
			p.SaveView("x")
			if p.CanSave() || len(p.SavedViews()) > 0 {
				t.Errorf("saved %v", savedList(p))
			}
		})
	}
}

func TestSuggestionsComeFromTheWorkspace(t *testing.T) {
	p, _ := onWorkspace(t)
	p.AddTag("attesa lunga")
	got := p.Suggest("tag:lun", 7)
	if len(got) != 1 || got[0].Shown != `tag:"attesa lunga"` || p.Explain(got[0]) != "tag" {
		t.Errorf("%+v", got)
	}
	if got := p.Suggest("after:", 6); len(got) != 4 || p.Explain(got[2]) != "7 days ago" {
		t.Errorf("%+v", got)
	}
}
