package templates

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
)

// heard remembers what the presenter told.
type heard struct {
	lists, drafts int
	err           error
	done, undone  []string
}

func (h *heard) ListChanged()       { h.lists++ }
func (h *heard) DraftChanged()      { h.drafts++ }
func (h *heard) Failed(err error)   { h.err = err }
func (h *heard) Done(what string)   { h.done = append(h.done, what) }
func (h *heard) Undone(what string) { h.undone = append(h.undone, what) }

func open(t *testing.T) *desk.Desk {
	t.Helper()
	d, err := desk.Open(context.Background(), filepath.Join(t.TempDir(), "w.db"), data.At(time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func start(t *testing.T, d Desk, lang string) (*Presenter, *heard) {
	t.Helper()
	face := &heard{}
	p := NewPresenter(d, assets.WordsFor(lang), job.Inline{}, &job.History{}, face)
	p.Start()
	t.Cleanup(p.Stop)
	return p, face
}

// keys are those in the list.
func (p *Presenter) keys() (keys []string) {
	for _, g := range p.Groups() {
		for _, e := range g.Entries {
			keys = append(keys, e.Key)
		}
	}
	return keys
}

func TestTheListIsOfOneFormAndCanBeSearched(t *testing.T) {
	p, face := start(t, open(t), "it")
	if p.Form() != Tu || p.Chosen() != "it.apology.experience.tu" || face.err != nil {
		t.Fatalf("form %d, chosen %q, %v", p.Form(), p.Chosen(), face.err)
	}
	if groups := p.Groups(); len(groups) != len(data.Situations) || groups[0].Title != "Scuse" || len(p.keys()) < 35 {
		t.Errorf("%d groups, %d templates, first %q", len(groups), len(p.keys()), groups[0].Title)
	}
	p.Choose("it.refund.progress.tu")
	p.SetForm(Lei)
	if p.Chosen() != "it.refund.progress.lei" {
		t.Errorf("the same template in the other form is not chosen: %q", p.Chosen())
	}
	p.SetForm(English)
	if p.Chosen() != "en.refund.progress" {
		t.Errorf("nor in English: %q", p.Chosen())
	}
	p.Search("REFUND way")
	if got := p.keys(); !slices.Equal(got, []string{"en.refund.progress"}) {
		t.Errorf("found %q", got)
	}
	p.Search("zzz")
	if p.Groups() != nil || p.Query() != "zzz" {
		t.Errorf("found %q", p.keys())
	}
	p.Search("")
	p.Move(1)
	p.Move(-2)
	if p.Chosen() != "en.refund.request" {
		t.Errorf("moved to %q", p.Chosen())
	}
	p.Move(-1000)
	if p.Chosen() != "en.apology.experience" {
		t.Errorf("moved to %q", p.Chosen())
	}
}

func TestTheFormFollowsTheProfileUntilOneIsChosen(t *testing.T) {
	d := open(t)
	p, _ := start(t, d, "it")
	set := func(formal bool) {
		if _, err := d.SetProfile(context.Background(), data.Profile{Formal: formal}); err != nil {
			t.Fatal(err)
		}
	}
	set(true)
	if p.Form() != Lei || p.DraftForm() != Lei {
		t.Errorf("form %d, draft %d", p.Form(), p.DraftForm())
	}
	p.SetForm(English)
	if set(false); p.Form() != English {
		t.Errorf("the chosen form is lost: %d", p.Form())
	}
}

func TestWhatIsWrittenIsNeverLost(t *testing.T) {
	d := open(t)
	p, face := start(t, d, "it")
	p.SetBody("Ciao {nome}, eccoci. {contatto}")
	if !p.Dirty() {
		t.Fatal("nothing to save")
	}
	p.Choose("it.delay.queue.tu") // stores it
	if p.Chosen() != "it.delay.queue.tu" || p.Dirty() || len(face.done) != 1 {
		t.Fatalf("chosen %q, done %q, %v", p.Chosen(), face.done, face.err)
	}
	p.Choose("it.apology.experience.tu")
	if p.Draft().Body != "Ciao {nome}, eccoci. {contatto}" || !p.Draft().Changed {
		t.Errorf("draft %+v", p.Draft())
	}
	p.SetBody(" ")
	p.Choose("it.delay.queue.tu") // cannot be stored
	if p.Chosen() != "it.apology.experience.tu" || data.CodeOf(face.err) != data.ErrTemplateEmpty {
		t.Errorf("chosen %q, %v", p.Chosen(), face.err)
	}
	p.SetBody("Ciao!")
	if p.Retry(); face.err != nil || p.Chosen() != "it.delay.queue.tu" {
		t.Errorf("went on to %q, %v", p.Chosen(), face.err)
	}
	p.SetName("A metà")
	p.Stop()
	q, _ := start(t, d, "it")
	q.Choose("it.delay.queue.tu")
	if q.Draft().Name != "A metà" {
		t.Errorf("lost when the window was closed: %+v", q.Draft())
	}
}

func TestATemplateIsBegunCopiedAndDeleted(t *testing.T) {
	d := open(t)
	p, face := start(t, d, "it")
	p.Choose("it.refund.request.tu")
	p.Duplicate()
	if draft := p.Draft(); draft.Key != "" || draft.BuiltIn || draft.Name != "Richiesta di rimborso (copia)" || !p.Dirty() {
		t.Errorf("copy %+v", draft)
	}
	p.Save()
	copied := p.Chosen()
	if copied == "" || p.Dirty() || !slices.Contains(p.keys(), copied) {
		t.Fatalf("copied as %q, %v", copied, face.err)
	}
	p.New()
	if draft := p.Draft(); draft.Situation != data.SituationRefund || draft.Lang != "it" || draft.Formal || p.Chosen() != "" {
		t.Errorf("new %+v", draft)
	}
	p.SetDraftForm(English)
	p.SetSituation(data.SituationThanks)
	p.SetName("Mine")
	p.SetBody("Thank you {name}")
	p.Save()
	if p.Form() != English || !slices.Contains(p.keys(), p.Chosen()) || p.Draft().Name != "Mine" {
		t.Errorf("form %d, %+v, %v", p.Form(), p.Draft(), face.err)
	}
	p.SetForm(Tu)
	p.Choose(copied)
	p.SetBody("Ultime parole")
	p.Delete()
	if slices.Contains(p.keys(), copied) {
		t.Error("still there")
	}
	p.Undo()
	p.Choose(copied)
	if p.Draft().Body != "Ultime parole" || len(face.undone) != 1 {
		t.Errorf("%+v, %q", p.Draft(), face.undone)
	}
	p.New()
	p.Delete()
	if p.Chosen() == "" || p.Dirty() {
		t.Errorf("nothing is shown: %+v", p.Draft())
	}
}

func TestABuiltInTemplateIsHiddenAndRestored(t *testing.T) {
	p, face := start(t, open(t), "en")
	first := p.Draft()
	p.SetDraftForm(Lei)
	if p.Draft() != first {
		t.Error("the language of a built-in template changed")
	}
	p.Hide()
	if !p.Draft().Hidden || !p.Groups()[0].Entries[0].Hidden {
		t.Error("not hidden")
	}
	p.Hide()
	if p.Draft() != first {
		t.Errorf("shown again: %+v", p.Draft())
	}
	p.SetBody("Mine")
	p.Restore()
	if p.Draft() != first {
		t.Errorf("restored: %+v", p.Draft())
	}
	p.Undo()
	if p.Draft().Body != "Mine" || !p.Draft().Changed {
		t.Errorf("taken back: %+v", p.Draft())
	}
	want := []string{"hidden", "shown", "saved", "restored"}
	for n, what := range face.done {
		if !strings.Contains(what, want[n]) {
			t.Errorf("said %q", face.done)
		}
	}
}

func TestThePreviewTellsWhatIsOpenAndWhatDoesNotFit(t *testing.T) {
	d := open(t)
	p, _ := start(t, d, "it")
	if !p.Unreachable() {
		t.Error("an empty profile is not told")
	}
	if _, err := d.SetProfile(context.Background(), data.Profile{Email: "info@forno.it", Person: "Nina"}); err != nil {
		t.Fatal(err)
	}
	p.SetBody("Ciao {nome}: {prodotto} {giorno} {boh} {contatto} {firma}" + strings.Repeat(" pane", 50))
	if got := p.Preview().Text; !strings.HasPrefix(got, "Ciao Marta: […] […] {boh} info@forno.it Nina pane") {
		t.Errorf("preview %q", got)
	}
	if p.Open() != "Da completare in ogni risposta: {prodotto}, {giorno}." || !strings.Contains(p.Unknown(), ": {boh}.") || p.Unreachable() {
		t.Errorf("%q, %q", p.Open(), p.Unknown())
	}
	over := map[string]bool{}
	for n, c := range p.Counts() {
		over[counted[n]] = c.Over
		if c.Over != strings.Contains(c.Text, "troppo lungo") {
			t.Errorf("%+v", c)
		}
	}
	if !over["x"] || !over["tiktok"] || over["google"] || over["facebook"] {
		t.Errorf("too long for %v", over)
	}
	for n := range p.Variables() {
		if p.Explained(n) == "" {
			t.Errorf("{%s} is not explained", p.Variables()[n])
		}
	}
}

// broken is a desk whose file cannot be read for a while.
type broken struct {
	*desk.Desk
	err error
}

func (b *broken) Templates(ctx context.Context) ([]data.Template, error) {
	if b.err != nil {
		return nil, b.err
	}
	return b.Desk.Templates(ctx)
}

func TestWhatCannotBeReadCanBeTriedAgain(t *testing.T) {
	d := &broken{open(t), errors.New("disk")}
	p, face := start(t, d, "it")
	if p.Loaded() || face.err == nil {
		t.Fatalf("loaded, %v", face.err)
	}
	d.err = nil
	if p.Retry(); !p.Loaded() || face.err != nil {
		t.Errorf("not loaded, %v", face.err)
	}
}
