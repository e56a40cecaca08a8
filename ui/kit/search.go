package kit

import (
	"fyne.io/fyne/v2"
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
	case e.Name != fyne.KeyEscape:
		s.Entry.TypedKey(e)
	case s.Text != "":
		s.SetText("")
	case s.onLeave != nil:
		s.onLeave()
	}
}
