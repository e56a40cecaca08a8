package sources

import (
	"strings"
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

// shownScreen is a screen in a window, and what it led to.
type shownScreen struct {
	*Screen
	window fyne.Window
	sought []string
}

// rail is what the window's rail takes of the width.
const rail = 195

var smallest = fyne.NewSize(1024, 700)

func show(t *testing.T, lang string) *shownScreen {
	t.Helper()
	d := workspace(t)
	app := test.NewApp()
	theme := kit.NewTheme(kit.LookLight)
	app.Settings().SetTheme(theme)
	s := &shownScreen{window: test.NewWindow(nil)}
	t.Cleanup(s.window.Close)
	env := &kit.Env{
		Words: assets.WordsFor(lang), Dispatcher: job.Inline{}, History: &job.History{}, Theme: theme, Window: s.window,
		Toast: kit.NewToast(), Tip: kit.NewTip(), Zone: func() *time.Location { return d.Zone() },
	}
	s.Screen = New(env, d, func(f data.Filter, _ string) { s.sought = append(s.sought, f.Sources...) })
	s.window.SetContent(container.NewStack(kit.Inset(16, 16, 20, 20, s.Content()), env.Toast, env.Tip))
	s.window.Resize(fyne.NewSize(smallest.Width-rail, smallest.Height))
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

func (s *shownScreen) dialog() fyne.CanvasObject { return s.window.Canvas().Overlays().Top() }

func TestAFeedIsAddedByHand(t *testing.T) {
	s := show(t, "en")
	kittest.Press(t, s.Content(), "Add a source…")
	if s.dialog() == nil {
		t.Fatal("no network is asked for")
	}
	s.window.Canvas().Overlays().Remove(s.dialog())
	s.askSource(data.Connection{Network: data.NetworkFeed})
	entries := kittest.All[*widget.Entry](s.dialog())
	entries[1].SetText("not an address")
	kittest.Press(t, s.dialog(), "Test")
	if !strings.Contains(s.form.form.Result, "Address") {
		t.Errorf("the test says %q", s.form.form.Result)
	}
	entries[1].SetText("https://127.0.0.1:1/feed")
	kittest.Press(t, s.dialog(), "Save")
	if s.dialog() != nil || len(s.presenter.Sources()) != 1 {
		t.Errorf("dialog %v, sources %+v", s.dialog(), s.presenter.Sources())
	}
	kittest.Press(t, s.Content(), "Fetch now")
	if got := s.presenter.Sources()[0].Chip; got != "offline" {
		t.Errorf("the source is %q", got)
	}
}

func TestScreenAndFormsFitTheSmallestWindow(t *testing.T) {
	for _, lang := range []string{"en", "it"} {
		s := show(t, lang)
		f := s.presenter.NewForm(data.Connection{Network: data.NetworkFeed})
		f.Source.Settings["url"] = "https://127.0.0.1:1/feed"
		f.Save()
		want := s.window.Canvas().Size().SubtractWidthHeight(40, 32)
		if got := s.root.MinSize(); got.Width > want.Width || got.Height > want.Height {
			t.Errorf("%s: needs %v of %v", lang, got, want)
		}
		s.askNetwork()
		s.window.Canvas().Overlays().Remove(s.dialog())
		for _, g := range s.presenter.Groups() {
			for _, n := range g.Networks {
				s.askSource(data.Connection{Network: n})
				if got := s.dialog().MinSize(); got.Width > smallest.Width-40 || got.Height > smallest.Height-40 {
					t.Errorf("%s, %s needs %v", lang, n, got)
				}
				s.window.Canvas().Overlays().Remove(s.dialog())
			}
		}
	}
}
