package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// suggestEntry is a search line that says how the search may go on, in a list
// below it which never takes the focus.
type suggestEntry struct {
	kit.SearchEntry
	list     *suggestList
	suggest  func(text string, cursor int) []data.Suggestion
	leave    func()
	focusing func(fyne.Focusable)
	focused  bool
}

func newSuggestEntry(hint string, p *Presenter, leave func()) *suggestEntry {
	e := &suggestEntry{suggest: p.Suggest, leave: leave, focusing: func(fyne.Focusable) {}}
	e.list = newSuggestList(p.Explain, e.take)
	e.list.left = e.closeUnused
	e.PlaceHolder, e.OnSubmitted = hint, func(string) { leave() }
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab keeps Tab for the list while there is one.
func (e *suggestEntry) AcceptsTab() bool { return e.list.Visible() }

// TypedRune types, and suggests.
func (e *suggestEntry) TypedRune(r rune) {
	e.SearchEntry.TypedRune(r)
	e.look()
}

// TypedKey moves in the list, takes from it and closes it; else it edits.
func (e *suggestEntry) TypedKey(k *fyne.KeyEvent) {
	if e.list.Visible() && e.typedInList(k.Name) {
		return
	}
	switch k.Name {
	case fyne.KeyEscape:
		if e.Text != "" {
			e.SetText("")
		} else {
			e.leave()
		}
	case fyne.KeyDown:
		e.look()
	case fyne.KeyTab: // the list that wanted it has gone meanwhile
	default:
		e.SearchEntry.TypedKey(k)
		if e.list.Visible() || k.Name == fyne.KeyBackspace || k.Name == fyne.KeyDelete {
			e.look()
		}
	}
}

// TypedShortcut edits, and leaves the shortcuts of the window to the window.
func (e *suggestEntry) TypedShortcut(shortcut fyne.Shortcut) {
	e.Entry.TypedShortcut(shortcut)
	kit.PassShortcut(e, shortcut)
}

func (e *suggestEntry) typedInList(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyDown:
		e.list.move(1)
	case fyne.KeyUp:
		e.list.move(-1)
	case fyne.KeyEscape:
		e.list.close()
	case fyne.KeyTab:
		e.take(e.list.shown[max(e.list.chosen, 0)])
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.list.chosen < 0 {
			e.list.close()
			return false
		}
		e.take(e.list.shown[e.list.chosen])
	default:
		return false
	}
	return true
}

// FocusGained is told to the line; the list opens with typing.
func (e *suggestEntry) FocusGained() {
	e.focused = true
	e.SearchEntry.FocusGained()
}

// FocusLost closes the list, unless the pointer is about to take from it.
func (e *suggestEntry) FocusLost() {
	e.focused = false
	e.SearchEntry.FocusLost()
	e.closeUnused()
}

func (e *suggestEntry) closeUnused() {
	if !e.focused && !e.list.pointed {
		e.list.close()
	}
}

// look suggests for what stands before the cursor.
func (e *suggestEntry) look() { e.list.set(e.suggest(e.Text, e.CursorColumn)) }

// take puts a suggestion into the line and goes on suggesting.
func (e *suggestEntry) take(s data.Suggestion) {
	e.focusing(e)
	e.SetText(s.Text)
	e.CursorColumn = s.Cursor
	e.Refresh()
	e.look()
}

// below is a layer over the screen with the list under the entry. It is laid
// out whenever the list opens: until then nobody knows where the entry stands.
func (e *suggestEntry) below() *fyne.Container {
	layer := container.New(&belowEntry{entry: e}, e.list.panel)
	e.list.changed = layer.Refresh
	return layer
}

type belowEntry struct{ entry *suggestEntry }

// MinSize asks for no room: the list lies over what is there.
func (b *belowEntry) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

const listWidth, listMargin = 420, 4

// Layout sets the list under the entry, at its left edge where the window
// leaves room.
func (b *belowEntry) Layout(o []fyne.CanvasObject, size fyne.Size) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(b.entry)
	if layer := b.entry.list.layer; layer != nil {
		at = at.Subtract(driver.AbsolutePositionForObject(layer))
	}
	width := max(b.entry.Size().Width, listWidth)
	o[0].Resize(fyne.NewSize(width, o[0].MinSize().Height))
	o[0].Move(fyne.NewPos(min(at.X, max(0, size.Width-width)), at.Y+b.entry.Size().Height+listMargin))
}
