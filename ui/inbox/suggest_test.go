package inbox

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// searching gives the keys to the search line of an inbox.
func searching(t *testing.T, text string) (*Screen, func(...fyne.KeyName)) {
	t.Helper()
	s, w := shownIn(t, mentions(9))
	test.Type(w.Canvas().Focused(), "/")
	test.Type(w.Canvas().Focused(), text)
	return s, func(keys ...fyne.KeyName) {
		for _, k := range keys {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

func TestKeysInTheSuggestions(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		keys  []fyne.KeyName
		want  string
		open  bool
	}{
		"Tab takes the first":                    {"so", []fyne.KeyName{fyne.KeyTab}, "source:", true},
		"Down chooses, Enter takes":              {"source:", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "source:facebook ", false},
		"Up from the line chooses the last":      {"is:ne", []fyne.KeyName{fyne.KeyUp, fyne.KeyTab}, "is:needs_reply ", false},
		"Enter takes nothing that is unchosen":   {"so", []fyne.KeyName{fyne.KeyReturn}, "so", false},
		"Escape closes the list, not the search": {"so", []fyne.KeyName{fyne.KeyEscape}, "so", false},
		"Escape again empties the search":        {"so", []fyne.KeyName{fyne.KeyEscape, fyne.KeyEscape}, "", false},
		"Down opens the list":                    {"so", []fyne.KeyName{fyne.KeyEscape, fyne.KeyDown}, "so", true},
		"taking the letters back suggests":       {"sox", []fyne.KeyName{fyne.KeyBackspace}, "so", true},
	} {
		t.Run(name, func(t *testing.T) {
			s, press := searching(t, c.typed)
			press(c.keys...)
			if s.bar.entry.Text != c.want || s.bar.entry.list.panel.Visible() != c.open {
				t.Errorf("%q, list open %v", s.bar.entry.Text, s.bar.entry.list.panel.Visible())
			}
		})
	}
}

func TestASuggestionTakenByPointer(t *testing.T) {
	s, _ := searching(t, "source:")
	row := s.bar.entry.list.rows[1]
	row.MouseIn(nil)
	test.Tap(row)
	if s.bar.entry.Text != "source:facebook " || s.presenter.Query() != s.bar.entry.Text {
		t.Errorf("%q, searched %q", s.bar.entry.Text, s.presenter.Query())
	}
	if s.env.Window.Canvas().Focused() != s.bar.entry {
		t.Error("the line lost the focus")
	}
	test.Type(s.env.Window.Canvas().Focused(), "-is:")
	row.MouseIn(nil)
	s.env.Window.Canvas().Unfocus()
	row.MouseOut()
	if s.bar.entry.list.Visible() {
		t.Error("the list stays when the pointer and the keys have left")
	}
}

func TestTheListStandsUnderTheLine(t *testing.T) {
	s, _ := searching(t, "so")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	entry, list := s.bar.entry, s.bar.entry.list.panel
	if got, want := at(list).Y, at(entry).Y+entry.Size().Height; got < want || got > want+10 {
		t.Errorf("the list begins at %v, the line ends at %v", got, want)
	}
	if right := at(list).X + list.Size().Width; right > s.root.Size().Width || list.Size().Height < sideRowHeight {
		t.Errorf("the list ends at %v, is %v high", right, list.Size().Height)
	}
}

func TestAMistakeIsShownOnceNothingIsSuggested(t *testing.T) {
	s, press := searching(t, "pane source:")
	if s.bar.fault.Visible() {
		t.Error("a field that waits for its value is a mistake")
	}
	press(fyne.KeyEscape)
	if !s.bar.fault.Visible() || s.bar.place.parts[1].Text != "source:" {
		t.Errorf("mistake shown %v at %q", s.bar.fault.Visible(), s.bar.place.parts[1].Text)
	}
}

func BenchmarkKeystroke(b *testing.B) {
	p := mentions(9)
	known, _ := p.Askable(b.Context())
	for range 2000 {
		known.Authors = append(known.Authors, "Àuthor of something")
	}
	pr := &Presenter{}
	pr.side.known = known
	for b.Loop() {
		pr.Suggest("pane author:some", 16)
	}
}
