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

func TestAllSureFilesAreImportedByOneButton(t *testing.T) {
	d := &table{}
	s, _ := shownIn(t, d)
	s.Drop([]string{"/exports/a.csv", "/exports/b.csv"})
	press(t, s.root, "Import all")
	if len(d.imports) != 2 || s.presenter.Stage() != StageSummary {
		t.Errorf("%d imports, stage %v", len(d.imports), s.presenter.Stage())
	}
	press(t, s.root, "Done")
}

func TestFilesOfAnArchiveAreChosen(t *testing.T) {
	s, _ := shownIn(t, &table{boxes: map[string][]string{"x.zip": {"one.csv", "two.csv"}}})
	s.Drop([]string{"x.zip"})
	press(t, s.root, "None")
	s.box.list.Select(1)
	press(t, s.root, "Look at 1 file")
	if s.presenter.File() != "two.csv" || s.presenter.Files() != 1 {
		t.Errorf("%d files, the first is %s", s.presenter.Files(), s.presenter.File())
	}
}

func TestAChoiceKeepsTheFocusWhileTheFileIsLookedAtAgain(t *testing.T) {
	s, _ := shownIn(t, &table{})
	s.Drop([]string{"a.csv"})
	choice := s.columns.rows[1].choice
	s.env.Window.Canvas().Focus(choice)
	s.presenter.SetField(0, data.FieldURL)
	if s.env.Window.Canvas().Focused() != fyne.Focusable(choice) || s.columns.rows[1].choice != choice {
		t.Error("the focus is lost")
	}
}

func TestFormSaysWhatIsMissing(t *testing.T) {
	d := &table{}
	s, _ := shownIn(t, d)
	s.AddMention()
	overlays := s.env.Window.Canvas().Overlays()
	press(t, overlays.Top(), "Add")
	if overlays.Top() == nil || d.typed.Text != "" {
		t.Fatal("a mention without text is added")
	}
	test.Type(s.env.Window.Canvas().Focused(), "Due ore di attesa")
	press(t, overlays.Top(), "Add")
	if overlays.Top() != nil || d.typed.Text != "Due ore di attesa" {
		t.Errorf("added %+v", d.typed)
	}
	s.AddMention()
	s.env.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if overlays.Top() != nil {
		t.Error("Escape does not close the form")
	}
}

func TestManyColumnsAreShownBitByBit(t *testing.T) {
	s, _ := shownIn(t, &table{inspect: func(p *data.Preview) {
		for range 300 {
			p.Columns = append(p.Columns, data.Column{Name: "x", Field: data.FieldExtra})
		}
	}})
	s.Drop([]string{"a.csv"})
	if n := len(s.columns.rows); n != columnsFirst {
		t.Errorf("%d columns at first", n)
	}
	press(t, s.root, "Show 292 more columns, kept as extra fields")
	if n := len(s.columns.rows); n != columnsFirst+columnsMore {
		t.Errorf("%d columns after asking for more", n)
	}
}
