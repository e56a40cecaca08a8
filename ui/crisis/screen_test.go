package crisis

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
	"vedetta/ui/kit"
	"vedetta/ui/kit/kittest"
)

// shown is a screen in a window, and where it led.
type shown struct {
	*Screen
	window  fyne.Window
	clock   *watch
	replied []int64
	drills  int
}

// rail is what the window's rail takes of the width.
const rail = 195

func show(t *testing.T, lang string, look kit.Look, size fyne.Size) *shown {
	t.Helper()
	d, clock := board(t)
	app := test.NewApp()
	theme := kit.NewTheme(look)
	app.Settings().SetTheme(theme)
	s := &shown{window: test.NewWindow(nil), clock: clock}
	t.Cleanup(s.window.Close)
	env := &kit.Env{
		Words: assets.WordsFor(lang), Dispatcher: job.Inline{}, History: &job.History{}, Theme: theme, Window: s.window,
		Toast: kit.NewToast(), Tip: kit.NewTip(), Zone: func() *time.Location { return d.Zone() },
	}
	s.Screen = New(env, d, Ways{
		Inbox: func(data.Filter, string) {}, Issue: func(int64) {}, Drills: func() { s.drills++ },
		ReplyToAll: func(issue int64) { s.replied = append(s.replied, issue) },
	})
	s.window.SetContent(container.NewStack(kit.Inset(16, 16, 20, 20, s.Content()), env.Toast, env.Tip))
	s.window.Resize(fyne.NewSize(size.Width-rail, size.Height))
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

var smallest = fyne.NewSize(1024, 700)

func (s *shown) dialog() fyne.CanvasObject { return s.window.Canvas().Overlays().Top() }

// declare makes a crisis in which much has happened.
func (s *shown) declare(t *testing.T) {
	t.Helper()
	f, err := s.presenter.newForm(ctx, 0, 0)
	must(t, err)
	f.Title = "Frase in vetrina"
	f.Rate(0, 3)
	f.Rate(1, 3)
	for n, answer := range []int{1, 0, 1, 1} {
		f.Answer(n, answer)
	}
	f.Declare()
	s.clock.at = now.Add(38 * time.Minute)
	steps := s.presenter.Steps()[0].Steps
	s.presenter.DoStep(steps[0].ID, true)
	s.presenter.WriteLog("Tolta la frase, pubblicata la foto come prova", "")
}

// answer fills every section of the public side.
func (s *shown) answer(t *testing.T) {
	t.Helper()
	p := s.presenter
	w := p.Write(data.Statement{})
	w.SetText("Abbiamo visto i vostri messaggi sulla frase in vetrina. L’abbiamo tolta e stiamo capendo come sia successo. Vi aggiorniamo entro le 16.")
	w.Publish(s.clock.now(), "Instagram", "", time.Time{})
	w = p.Write(data.Statement{})
	w.SetText("Abbiamo sbagliato. La frase non doveva essere lì. We are sorry.")
	p.SaveClaim(data.Claim{Text: "Hanno licenziato la commessa", Finding: data.FindingFalse, Correction: "Lavora qui"})
	p.SaveClaim(data.Claim{Text: "La frase è ancora in vetrina", Finding: data.FindingOutOfDate})
	p.SaveQuestion(data.Question{Question: "Chi ha scritto la frase?", Answer: "Un’agenzia; l’abbiamo approvata noi."})
	p.SavePerson(data.Stakeholder{Name: "Avvocata Rossi", Contact: "+39 02 000000", Sentence: "È successo questo, e questo diciamo."})
	p.Tell(p.shown.said.people[1])
	p.SavePromise(data.Promise{Text: "Corso per tutti entro dicembre", DueAt: now.Add(-time.Hour)})
	if s.errors.Visible() {
		t.Fatal("an error is shown")
	}
}

func TestTheRoomFitsTheSmallestWindow(t *testing.T) {
	for _, lang := range []string{"en", "it"} {
		for _, more := range []bool{false, true} {
			s := show(t, lang, kit.LookLight, smallest)
			s.declare(t)
			if more {
				s.answer(t)
			}
			want := s.window.Canvas().Size().SubtractWidthHeight(40, 32)
			if got := s.root.MinSize(); got.Width > want.Width || got.Height > want.Height {
				t.Errorf("%s: needs %v of %v", lang, got, want)
			}
		}
	}
}

func TestCalmSaysWhatTheRoomIsForAndLeadsToDrills(t *testing.T) {
	s := show(t, "en", kit.LookLight, smallest)
	kittest.Press(t, s.Content(), "Practise with a drill")
	if s.drills != 1 || s.room.Visible() {
		t.Errorf("drills %d, room %v", s.drills, s.room.Visible())
	}
	kittest.Press(t, s.Content(), "Declare a crisis…")
	if s.dialog() == nil {
		t.Fatal("nothing is asked")
	}
	kittest.Press(t, s.dialog(), "Declare a crisis") // disabled: nothing is answered yet
	if _, ok := s.presenter.Current(); ok {
		t.Error("declared without an answer")
	}
}

func TestANoteBeingWrittenOutlivesTheClock(t *testing.T) {
	s := show(t, "en", kit.LookLight, smallest)
	s.declare(t)
	id := s.steps.shown[1]
	s.steps.toggle(id)
	row := s.steps.of[id]
	s.window.Canvas().Focus(row.note)
	row.note.SetText("half a not")
	s.clock.at = now.Add(3 * time.Hour)
	s.Ticked()
	s.presenter.DoStep(s.steps.shown[2], true) // and a refresh
	if got := s.steps.of[id].note; got.Text != "half a not" || s.window.Canvas().Focused() != got {
		t.Errorf("the note is %q", got.Text)
	}
	s.window.Canvas().Unfocus()
	if got := s.presenter.Steps()[0].Steps[1].Note; got != "half a not" {
		t.Errorf("stored %q", got)
	}
}

func TestAStatementIsWrittenAndPublished(t *testing.T) {
	s := show(t, "en", kit.LookLight, smallest)
	s.declare(t)
	kittest.Press(t, s.Content(), "New statement…")
	entries := kittest.All[*widget.Entry](s.dialog())
	entries[len(entries)-1].SetText("We are sorry")
	kittest.Press(t, s.dialog(), "Published…")
	kittest.All[*widget.Entry](s.dialog())[0].SetText("Instagram")
	kittest.Press(t, s.dialog(), "Note as published")
	sent := statements(t, s.presenter)
	if len(sent) != 1 || sent[0].State != data.ReplySent || sent[0].Text != "We are sorry" || sent[0].Channels != "Instagram" || sent[0].NextAt.IsZero() || s.dialog() != nil {
		t.Errorf("sent %+v", sent)
	}
}

func TestEveryDialogFitsTheSmallestWindow(t *testing.T) {
	for _, lang := range []string{"en", "it"} {
		s := show(t, lang, kit.LookLight, smallest)
		s.declare(t)
		s.answer(t)
		of := s.presenter.shown.said
		for name, open := range map[string]func(){
			"severity": s.askSeverity, "answer": s.askAnswer, "playbooks": s.askPlaybooks, "playbook": func() { s.presenter.EditPlaybook(s.presenter.shown.books[0]) },
			"hand": s.askHand, "review": s.presenter.AskReview, "onset": s.askOnset, "step": s.askStep,
			"stand down": s.presenter.AskStandDown, "reopen": s.askReopen, "declare": func() { s.presenter.Declare(0, 0) },
			"statement": func() { s.askStatement(of.statements[1]) }, "claim": func() { s.askClaim(of.claims[0]) },
			"question": func() { s.askQuestion(of.questions[0]) }, "person": func() { s.askPerson(of.people[0]) },
			"promise": func() { s.askPromise(of.promises[0]) }, "publish": func() { s.askPublish(s.presenter.Write(of.statements[1])) },
		} {
			open()
			got := s.dialog().MinSize()
			if got.Width > smallest.Width-40 || got.Height > smallest.Height-40 {
				t.Errorf("%s, %s needs %v", lang, name, got)
			}
			s.window.Canvas().Overlays().Remove(s.dialog())
		}
	}
}
