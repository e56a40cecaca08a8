package inbox

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

// shownIn puts the inbox into a window of the smallest size.
func shownIn(t *testing.T, m *memory) (*Screen, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	theme := kit.NewTheme(kit.LookLight)
	fyne.CurrentApp().Settings().SetTheme(theme)
	w := test.NewTempWindow(t, kit.NewText(kit.Body, ""))
	env := &kit.Env{Words: assets.WordsFor("en"), Dispatcher: job.Inline{}, Theme: theme, Window: w, Toast: kit.NewToast(), History: &job.History{}}
	s := New(env, m, Ways{})
	s.presenter.pauses = pauses{}
	w.SetContent(s.Content())
	w.Resize(fyne.NewSize(828, 660))
	s.Start()
	t.Cleanup(s.Stop)
	s.focusList()
	return s, w
}

func TestKeysInTheList(t *testing.T) {
	m := mentions(40)
	s, w := shownIn(t, m)
	test.Type(w.Canvas().Focused(), "jje")
	if m.rows[2].Status != data.StatusArchived || s.presenter.Len() != 39 {
		t.Errorf("third mention %v, %d rows", m.rows[2].Status, s.presenter.Len())
	}
	test.Type(w.Canvas().Focused(), "z")
	if m.rows[2].Status != data.StatusNew || s.presenter.Len() != 40 {
		t.Errorf("after undo: third mention %v, %d rows", m.rows[2].Status, s.presenter.Len())
	}
}

func TestShiftExtendsTheMarks(t *testing.T) {
	s, _ := shownIn(t, mentions(40))
	s.list.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
	for range 3 {
		s.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	s.list.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
	if s.presenter.MarkedCount() != 4 {
		t.Errorf("%d marked, want 4", s.presenter.MarkedCount())
	}
	s.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.presenter.MarkedCount() != 0 {
		t.Error("Esc left marks")
	}
}

func TestTaggingByKey(t *testing.T) {
	m := mentions(3)
	m.rows[1].Tags = []string{"rimborso"}
	_, w := shownIn(t, m)
	test.Type(w.Canvas().Focused(), "t")
	test.Type(w.Canvas().Focused(), "rim")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !hasTag(m.rows[0].Tags, "rimborso") {
		t.Errorf("tags %q", m.rows[0].Tags)
	}
	test.Type(w.Canvas().Focused(), "j")
	if _, ok := w.Canvas().Focused().(*mentionList); !ok {
		t.Error("the keys do not belong to the list again")
	}
}

func TestSearchField(t *testing.T) {
	s, w := shownIn(t, mentions(9))
	test.Type(w.Canvas().Focused(), "/")
	test.Type(w.Canvas().Focused(), "is:negative")
	if s.presenter.Len() != 3 || s.bar.fault.Visible() {
		t.Errorf("%d rows, error visible %v", s.presenter.Len(), s.bar.fault.Visible())
	}
	test.Type(w.Canvas().Focused(), " is:bad")
	if !s.bar.fault.Visible() || s.presenter.Len() != 3 {
		t.Errorf("%d rows, error visible %v", s.presenter.Len(), s.bar.fault.Visible())
	}
}

func TestScrollPlaceIsKeptWhenNewMentionsCome(t *testing.T) {
	m := mentions(100)
	s, _ := shownIn(t, m)
	s.list.ScrollToOffset(20 * s.list.pitch)
	newer := m.rows[0]
	newer.ID += 1 << 30
	m.rows = append([]data.Row{newer}, m.rows...)
	m.events.MentionsChanged.Fire(struct{}{})
	if got := s.list.GetScrollOffset() / s.list.pitch; got < 20.9 || got > 21.1 {
		t.Errorf("the list stands at row %.1f, want 21: the same mention on top", got)
	}
}

func TestLongTextIsCutUntilAskedFor(t *testing.T) {
	m := mentions(1)
	m.rows[0].Snippet = longText()
	s, _ := shownIn(t, m)
	if got := len(s.detail.text.Objects); got != 1 || !s.detail.more.Visible() {
		t.Errorf("%d pieces shown, button visible %v", got, s.detail.more.Visible())
	}
	test.Tap(s.detail.more)
	if got := len(s.detail.text.Objects); got != 3 || s.detail.more.Visible() {
		t.Errorf("%d pieces shown after asking for all, button visible %v", got, s.detail.more.Visible())
	}
}

func longText() string {
	text := make([]byte, 2*TextShown+1)
	for i := range text {
		text[i] = "parola "[i%7]
	}
	return string(text)
}
