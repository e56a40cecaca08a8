package kit

import "fyne.io/fyne/v2"

// HelpKey hands F1 to the window of what has the focus, where it opens the
// sheet of shortcuts: Fyne hands keys to what has the focus and nowhere else.
// False for every other key.
func HelpKey(focused fyne.CanvasObject, e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyF1 {
		return false
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(focused); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
	return true
}

// HelpRune does the same with the question mark, for what nothing is written
// into.
func HelpRune(focused fyne.CanvasObject, r rune) bool {
	if r != '?' {
		return false
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(focused); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
	return true
}
