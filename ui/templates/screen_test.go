package templates

import (
	"context"
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

// shown is a screen in a window, and where it led.
type shown struct {
	*Screen
	env    *kit.Env
	window fyne.Window
	ways   []string
}

func show(t *testing.T, d Desk, lang string, size fyne.Size) *shown {
	t.Helper()
	app := test.NewApp()
	theme := kit.NewTheme(kit.LookLight)
	app.Settings().SetTheme(theme)
	s := &shown{window: test.NewWindow(nil)}
	t.Cleanup(s.window.Close)
	s.env = &kit.Env{
		Words: assets.WordsFor(lang), Dispatcher: job.Inline{}, Theme: theme, Window: s.window, History: &job.History{},
		Toast: kit.NewToast(), Tip: kit.NewTip(), Zone: func() *time.Location { return time.UTC },
	}
	s.Screen = New(s.env, d, Ways{
		Back:    func() { s.ways = append(s.ways, "back") },
		Profile: func() { s.ways = append(s.ways, "profile") },
	})
	s.window.SetContent(container.NewStack(s.Content(), s.env.Toast, s.env.Tip))
	s.window.Resize(size)
	s.Start()
	t.Cleanup(s.Stop)
	return s
}

var small = fyne.NewSize(1024-195, 700)

// variable is the chip of a variable.
func (s *shown) variable(t *testing.T, text string) *kit.Chip {
	t.Helper()
	for _, chip := range kittest.All[*kit.Chip](s.editor.vars) {
		if chip.Text == text {
			return chip
		}
	}
	t.Fatalf("there is no such variable: %s", text)
	return nil
}

func TestAVariableIsPutWhereTheCursorIs(t *testing.T) {
	s := show(t, open(t), "en", small)
	s.editor.body.SetText("Hello, ")
	s.editor.body.CursorColumn = len("Hello")
	test.Tap(s.variable(t, "{name}"))
	test.Type(s.editor.body, "!")
	if got := s.presenter.Draft().Body; got != "Hello{name}!, " {
		t.Errorf("the text is %q", got)
	}
	if s.window.Canvas().Focused() != s.editor.body {
		t.Error("the cursor is gone")
	}
	chip := s.variable(t, "{day}")
	chip.MouseIn(nil)
	if !s.env.Tip.Visible() {
		t.Error("the variable is not explained")
	}
	chip.MouseOut()
	if s.env.Tip.Visible() {
		t.Error("the explanation stays")
	}
}

func TestTheEditorSavesAndSaysSo(t *testing.T) {
	d := open(t)
	s := show(t, d, "en", small)
	s.editor.name.SetText("Mine")
	s.editor.body.SetText("Hello {nobody}")
	if !s.editor.unknown.Visible() {
		t.Error("an unknown variable is not marked")
	}
	kittest.Press(t, s.Content(), "Save")
	if !s.env.Toast.Visible() || !s.editor.restore.Visible() {
		t.Error("not said, or not to be restored")
	}
	kittest.Press(t, s.env.Toast, "Undo")
	if s.editor.name.Text != "Apology for a bad experience" || s.editor.restore.Visible() {
		t.Errorf("taken back: %q", s.editor.name.Text)
	}
	s.list.search.SetText("allergens")
	if rows := kittest.All[*kit.Press](s.list.rows); len(rows) != 1 {
		t.Errorf("%d rows", len(rows))
	} else {
		test.Tap(rows[0])
	}
	if s.editor.name.Text != "Allergens" {
		t.Errorf("shown %q", s.editor.name.Text)
	}
	kittest.Press(t, s.Content(), "Duplicate")
	kittest.Press(t, s.Content(), "Save")
	kittest.Press(t, s.Content(), "Delete")
	templates, err := d.Templates(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, each := range templates {
		if !each.BuiltIn {
			t.Errorf("still there: %+v", each)
		}
	}
}

func TestKeysAndButtonsLeadOn(t *testing.T) {
	s := show(t, open(t), "it", small)
	kittest.Press(t, s.Content(), "Completa il profilo")
	s.TypedRune('j')
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if s.editor.name.Text != "Scuse per un errore accertato" {
		t.Errorf("moved to %q", s.editor.name.Text)
	}
	s.FocusSearch()
	if s.window.Canvas().Focused() != s.list.search {
		t.Error("the search has no cursor")
	}
	s.TypedRune('n')
	if s.window.Canvas().Focused() != s.editor.name || s.editor.name.Text != "" {
		t.Error("no new template is begun")
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := strings.Join(s.ways, " "); got != "profile back" {
		t.Errorf("led to %q", got)
	}
}

func TestHostileTemplatesAreShownAsText(t *testing.T) {
	d := open(t)
	hostile := "Ciao\u202e **x** <b> {nome} " + strings.Repeat("à", 3000)
	if _, _, err := d.SaveTemplate(context.Background(), data.Template{Name: "=cmd|\u202e" + strings.Repeat("m", 60), Lang: "it", Situation: "altrove", Body: hostile}); err != nil {
		t.Fatal(err)
	}
	for _, size := range []fyne.Size{small, fyne.NewSize(1300, 900)} {
		s := show(t, d, "it", size)
		s.presenter.Move(1000)
		if s.presenter.Draft().Situation != "altrove" {
			t.Fatalf("shown %+v", s.presenter.Draft())
		}
		if got := s.Content().MinSize(); got.Width > size.Width || got.Height > size.Height {
			t.Errorf("wants %v of %v", got, size)
		}
		if n := len(kittest.All[*widget.Entry](s.Content())); n < 2 {
			t.Errorf("%d entries", n)
		}
	}
}
