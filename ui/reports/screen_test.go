package reports

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

// shownIn puts the reports screen into a window.
func shownIn(t *testing.T, mentions int, width float32) *Screen {
	t.Helper()
	test.NewTempApp(t)
	theme := kit.NewTheme(kit.LookLight)
	fyne.CurrentApp().Settings().SetTheme(theme)
	w := test.NewTempWindow(t, kit.NewText(kit.Body, ""))
	env := &kit.Env{Words: assets.WordsFor("en"), Dispatcher: job.Inline{}, Theme: theme, Window: w, Toast: kit.NewToast()}
	d := &numbers{workspace: data.Workspace{Path: filepath.Join(t.TempDir(), "w.vedetta"), Last: noon, Mentions: mentions}}
	s := New(env, d, func() {})
	s.presenter.pause, s.presenter.dpi = 0, 24
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(width, 660))
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

func TestPagesAreAsWideAsThePane(t *testing.T) {
	for _, width := range []float32{600, 700} {
		s := shownIn(t, 10, width)
		page := s.pages.sheets.Objects[0].(*fyne.Container).Objects[1].(*canvas.Image)
		if got := page.Size().Width; got < width-100 || got > width {
			t.Errorf("the page is %.0f wide in a window of %.0f", got, width)
		}
	}
}

func TestNothingToReport(t *testing.T) {
	s := shownIn(t, 0, 828)
	if !s.buttons[2].Disabled() || len(s.body.Objects) != 2 {
		t.Errorf("saving disabled %v, %d things shown", s.buttons[2].Disabled(), len(s.body.Objects))
	}
}

func TestPaperIsChosenOnScreen(t *testing.T) {
	s := shownIn(t, 10, 828)
	s.options.paper.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if s.presenter.Paper() != papers[1].paper {
		t.Error("Letter was not taken")
	}
}
