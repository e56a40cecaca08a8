package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// SearchEntry is a line to search with. Enter submits; Escape empties it and,
// when it is empty, gives the focus back.
type SearchEntry struct {
	widget.Entry
	onLeave func()
}

// NewSearchEntry makes a search line; leave may be nil.
func NewSearchEntry(hint string, submit func(string), leave func()) *SearchEntry {
	s := &SearchEntry{onLeave: leave}
	s.PlaceHolder, s.OnSubmitted = hint, submit
	s.Wrapping, s.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey handles Escape.
func (s *SearchEntry) TypedKey(e *fyne.KeyEvent) {
	switch {
	case HelpKey(s, e):
	case e.Name != fyne.KeyEscape:
		s.Entry.TypedKey(e)
	case s.Text != "":
		s.SetText("")
	case s.onLeave != nil:
		s.onLeave()
	}
}

// TypedShortcut edits, and leaves the shortcuts of the window to the window.
func (s *SearchEntry) TypedShortcut(shortcut fyne.Shortcut) {
	s.Entry.TypedShortcut(shortcut)
	PassShortcut(s, shortcut)
}

// PassShortcut hands a shortcut that no editing means to the window of what has
// the focus: Fyne hands it to what has the focus and nowhere else.
func PassShortcut(focused fyne.CanvasObject, shortcut fyne.Shortcut) {
	if _, ok := shortcut.(*desktop.CustomShortcut); !ok {
		return
	}
	if canvas, ok := fyne.CurrentApp().Driver().CanvasForObject(focused).(fyne.Shortcutable); ok {
		canvas.TypedShortcut(shortcut)
	}
}
