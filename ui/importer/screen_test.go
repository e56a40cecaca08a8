package importer

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

// shownIn puts the import screen into a window of the smallest size.
func shownIn(t *testing.T, d *table) (s *Screen, shown *data.Filter) {
	t.Helper()
	test.NewTempApp(t)
	theme := kit.NewTheme(kit.LookLight)
	fyne.CurrentApp().Settings().SetTheme(theme)
	w := test.NewTempWindow(t, kit.NewText(kit.Body, ""))
	env := &kit.Env{Words: assets.WordsFor("en"), Dispatcher: job.Inline{}, Theme: theme, Window: w, Toast: kit.NewToast()}
	shown = &data.Filter{}
	s = New(env, d, func(f data.Filter, _ string) { *shown = f })
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(828, 660))
	s.Start()
	t.Cleanup(s.Stop)
	return s, shown
}

// press taps the button with a text.
func press(t *testing.T, o fyne.CanvasObject, text string) {
	t.Helper()
	for _, b := range buttons(o) {
		if b.Text() == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %q", text)
}

func buttons(o fyne.CanvasObject) []*kit.Button {
	switch o := o.(type) {
	case *kit.Button:
		return []*kit.Button{o}
	case *fyne.Container:
		var out []*kit.Button
		for _, child := range o.Objects {
			out = append(out, buttons(child)...)
		}
		return out
	case fyne.Widget:
		var out []*kit.Button
		for _, child := range test.WidgetRenderer(o).Objects() {
			out = append(out, buttons(child)...)
		}
		return out
	}
	return nil
}

func TestDroppedFileIsImportedAndShown(t *testing.T) {
	d := &table{}
	s, shown := shownIn(t, d)
	s.Drop([]string{"/exports/recensioni.csv"})
	press(t, s.root, "Import 9 mentions")
	press(t, s.root, "Look at the new mentions")
	if len(d.imports) != 1 || shown.Import != d.imports[0].ID {
		t.Errorf("%d imports; the inbox is asked for %+v", len(d.imports), *shown)
	}
	press(t, s.root, "Done")
	if s.presenter.Stage() != StageIdle {
		t.Errorf("stage %v after Done", s.presenter.Stage())
	}
}

func TestRefusedFileSaysThatNothingChanged(t *testing.T) {
	s, _ := shownIn(t, &table{refuse: map[string]error{"/exports/leer.csv": &data.Error{Code: data.ErrFileEmpty}}})
	s.Drop([]string{"/exports/leer.csv"})
	press(t, s.root, "Try again")
	if s.presenter.Stage() != StageRefused || s.presenter.Stored() {
		t.Errorf("stage %v, stored %v", s.presenter.Stage(), s.presenter.Stored())
	}
	press(t, s.root, "Cancel")
	if s.presenter.Stage() != StageIdle {
		t.Errorf("stage %v after Cancel", s.presenter.Stage())
	}
}
