package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// replyEntry is where a reply is written. Ctrl+Enter sends it, with Shift it
// goes to the outbox, Esc leaves it as it is.
type replyEntry struct {
	widget.Entry
	leave, send, queue func()
}

func newReplyEntry(hint string, leave, send, queue func()) *replyEntry {
	e := &replyEntry{leave: leave, send: send, queue: queue}
	e.MultiLine, e.Wrapping, e.PlaceHolder = true, fyne.TextWrapWord, hint
	e.SetMinRowsVisible(3)
	e.ExtendBaseWidget(e)
	return e
}

// put shows a text that the person has not typed, the cursor at its end.
func (e *replyEntry) put(text string) {
	changed := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = changed
	e.CursorRow, e.CursorColumn = 0, 0
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
}

// AcceptsTab is false: tab goes on to the next field.
func (e *replyEntry) AcceptsTab() bool { return false }

// TypedKey leaves the field on Esc.
func (e *replyEntry) TypedKey(k *fyne.KeyEvent) {
	if kit.HelpKey(e, k) {
		return
	}
	if k.Name == fyne.KeyEscape {
		e.leave()
		return
	}
	e.Entry.TypedKey(k)
}

// TypedShortcut sends or queues.
func (e *replyEntry) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.KeyName != fyne.KeyReturn && c.KeyName != fyne.KeyEnter || c.Modifier&fyne.KeyModifierShortcutDefault == 0 {
		e.Entry.TypedShortcut(s)
		return
	}
	if c.Modifier&fyne.KeyModifierShift != 0 {
		e.queue()
		return
	}
	e.send()
}
