package crisis

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// formWidth and wideForm are the widths of dialogs, formHeight the greatest
// height of what scrolls in one, so that it fits the smallest window.
const formWidth, wideForm, formHeight float32 = 520, 680, 470

// form is a dialog whose height follows what stands in it.
type form struct {
	env    *kit.Env
	rows   *fyne.Container
	column *kit.Column // what scrolls in a wide one; nil otherwise
	dialog *dialog.CustomDialog
}

// open shows the form; what is first may be nil.
func (s *Screen) open(title string, rows *fyne.Container, first fyne.Focusable, buttons ...fyne.CanvasObject) *form {
	f := &form{env: s.env, rows: rows}
	f.show(title, kit.Sized(formWidth, 0, kit.Inset(0, 10, 0, 0, rows)), "kit.cancel", buttons)
	if first != nil {
		s.env.Window.Canvas().Focus(first)
	}
	return f
}

// openPage shows a form in which everything is stored at once: it is only left.
func (s *Screen) openPage(title string, rows *fyne.Container, first fyne.Focusable, buttons ...fyne.CanvasObject) *form {
	f := &form{env: s.env, rows: rows}
	f.show(title, kit.Sized(wideForm, 0, kit.Inset(0, 10, 0, 0, rows)), "room.close", buttons)
	s.env.Window.Canvas().Focus(first)
	return f
}

// openWide shows a form with much in it, which scrolls.
func (s *Screen) openWide(title string, rows *fyne.Container, buttons ...fyne.CanvasObject) *form {
	f := &form{env: s.env, rows: rows, column: kit.NewColumn(0, rows)}
	f.show(title, kit.Sized(wideForm, formHeight, f.column), "kit.cancel", buttons)
	return f
}

func (f *form) show(title string, content fyne.CanvasObject, leave string, buttons []fyne.CanvasObject) {
	f.dialog = dialog.NewCustomWithoutButtons(title, content, f.env.Window)
	cancel := kit.NewButton(kit.Secondary, f.env.Words.Text(leave), f.dialog.Hide)
	f.dialog.SetButtons(append([]fyne.CanvasObject{cancel}, buttons...))
	f.dialog.Show()
	f.fit()
}

// fit gives the dialog the height its rows need.
func (f *form) fit() {
	if f.column != nil {
		f.column.Fit()
		return
	}
	f.rows.Resize(fyne.NewSize(f.rows.Size().Width, 0))
	f.dialog.Resize(f.dialog.MinSize())
	f.dialog.Refresh()
}

// lineEntry is a line that Enter or leaving it stores, and Escape resets.
type lineEntry struct {
	widget.Entry
	store   func(string)
	reset   func()
	focused bool
}

func newLineEntry(hint string, store func(string), reset func()) *lineEntry {
	e := &lineEntry{store: store, reset: reset}
	e.PlaceHolder = hint
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	e.OnSubmitted = store
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained notes that the person is typing.
func (e *lineEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
}

// FocusLost stores what was typed.
func (e *lineEntry) FocusLost() {
	e.Entry.FocusLost()
	if e.focused {
		e.focused = false
		e.store(e.Text)
	}
}

// TypedKey handles Escape.
func (e *lineEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.focused = false
		e.reset()
		return
	}
	e.Entry.TypedKey(k)
}
