package inbox

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

// BenchmarkMoveAmong100000 measures what a key press costs on the UI
// goroutine, list and detail included; it must stay under a frame of 16 ms.
func BenchmarkMoveAmong100000(b *testing.B) {
	test.NewTempApp(b)
	theme := kit.NewTheme(kit.LookLight)
	fyne.CurrentApp().Settings().SetTheme(theme)
	w := test.NewTempWindow(b, kit.NewText(kit.Body, ""))
	env := &kit.Env{Words: assets.WordsFor("en"), Dispatcher: job.Inline{}, Theme: theme, Window: w, Toast: kit.NewToast(), History: &job.History{}}
	s := New(env, mentions(Cap), Ways{})
	s.presenter.pauses = pauses{}
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(1164, 828))
	s.Start()
	defer s.Stop()
	s.presenter.Row(Cap - 1)
	s.presenter.Move(Cap / 2)
	for b.Loop() {
		s.list.TypedRune('j')
	}
}
