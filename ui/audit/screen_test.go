package audit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

func TestKeysLabelOnScreen(t *testing.T) {
	app := test.NewApp()
	theme := kit.NewTheme(kit.LookLight)
	app.Settings().SetTheme(theme)
	env := &kit.Env{Words: assets.WordsFor("it"), Dispatcher: job.Inline{}, Theme: theme, Toast: kit.NewToast()}
	left := false
	s := New(env, workspace(t, 60), func() { left = true }, func() {})
	w := test.NewWindow(s.Content())
	defer w.Close()
	w.Resize(fyne.NewSize(1024, 700))
	s.Start()
	defer s.Stop()
	s.TypedRune('1')
	s.TypedRune('x')
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if step := s.presenter.Step(); step.Place != 0 || step.Label == nil || *step.Label != data.Negative {
		t.Errorf("after 1 and back: %+v", step)
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !left {
		t.Error("Escape does not leave")
	}
}
