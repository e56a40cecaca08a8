package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"

	"vedetta/ui/kit"
)

// shortcut is a key with what it does. Without do it belongs to a screen and
// is only listed.
type shortcut struct {
	key      fyne.KeyName
	modifier fyne.KeyModifier
	shown    string // as it stands on the sheet
	says     string // translation key
	do       func(*Window)
}

// control is Ctrl, or Command on a Mac.
const control = fyne.KeyModifierShortcutDefault

// shortcuts are all keys of the program, in the order of the sheet.
func shortcuts() []shortcut {
	return []shortcut{
		{fyne.Key1, control, "Ctrl+1", "ui.nav.overview", func(w *Window) { w.Go(Overview) }},
		{fyne.Key2, control, "Ctrl+2", "ui.nav.inbox", func(w *Window) { w.Go(Inbox) }},
		{fyne.Key3, control, "Ctrl+3", "ui.nav.import", func(w *Window) { w.Go(Import) }},
		{fyne.Key4, control, "Ctrl+4", "ui.nav.reports", func(w *Window) { w.Go(Reports) }},
		{fyne.Key5, control, "Ctrl+5", "ui.nav.settings", func(w *Window) { w.Go(Settings) }},
		{fyne.KeyK, control, "Ctrl+K", "ui.key.search", (*Window).FocusSearch},
		{fyne.KeyI, control, "Ctrl+I", "ui.key.import", func(w *Window) { w.Go(Import) }},
		{fyne.KeyN, control, "Ctrl+N", "ui.key.mention", (*Window).AddMention},
		{fyne.KeyP, control, "Ctrl+P", "ui.key.reports", func(w *Window) { w.Go(Reports) }},
		{fyne.KeyLeft, fyne.KeyModifierAlt, "Alt+←", "ui.key.back", (*Window).Back},
		{fyne.KeyF1, 0, "F1  ?", "ui.key.sheet", (*Window).showSheet},
		{shown: "Ctrl+V", says: "ui.key.paste"},
		{shown: "Tab", says: "ui.key.tab"},
		{shown: "Space  Enter", says: "ui.key.press"},
		{shown: "j  k", says: "ui.key.move"},
		{shown: "x", says: "ui.key.mark"},
		{shown: "c", says: "copies.key"},
		{shown: "C", says: "copies.key.all"},
		{shown: "t", says: "ui.key.tag"},
		{shown: "e", says: "ui.key.archive"},
		{shown: "z", says: "ui.key.undo"},
	}
}

// addShortcuts lets the keys of the list work everywhere in the window.
func (w *Window) addShortcuts() {
	canvas := w.window.Canvas()
	for _, s := range shortcuts() {
		if s.do != nil && s.modifier != 0 {
			canvas.AddShortcut(&desktop.CustomShortcut{KeyName: s.key, Modifier: s.modifier},
				func(fyne.Shortcut) { w.unlessCovered(func() { s.do(w) }) })
		}
	}
	canvas.AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { w.unlessCovered(w.paste) })
	canvas.SetOnTypedKey(w.typedKey)
	canvas.SetOnTypedRune(w.typedRune)
}

// unlessCovered acts unless a dialog or a list lies over the window.
func (w *Window) unlessCovered(act func()) {
	if w.window.Canvas().Overlays().Top() == nil {
		act()
	}
}

// typedKey takes keys that nothing with the focus wanted. Escape closes what
// lies over the window.
func (w *Window) typedKey(k *fyne.KeyEvent) {
	if overlays := w.window.Canvas().Overlays(); overlays.Top() != nil {
		if k.Name == fyne.KeyEscape {
			overlays.Remove(overlays.Top())
		}
		return
	}
	for _, s := range shortcuts() {
		if s.do != nil && s.modifier == 0 && s.key == k.Name {
			s.do(w)
			return
		}
	}
	if t, ok := w.screens[w.history.now].(typist); ok {
		t.TypedKey(k)
	}
}

func (w *Window) typedRune(r rune) {
	if w.window.Canvas().Overlays().Top() != nil {
		return
	}
	if r == '?' {
		w.showSheet()
		return
	}
	if t, ok := w.screens[w.history.now].(typist); ok {
		t.TypedRune(r)
	}
}

// showSheet lists the shortcuts.
func (w *Window) showSheet() {
	rows := kit.NewDown(6)
	for _, s := range shortcuts() {
		rows.Add(kit.Columns(kit.Edge, []float32{1, 3}, kit.NewText(kit.Strong, s.shown), kit.NewText(kit.Body, w.env.Words.Text(s.says))))
	}
	d := dialog.NewCustom(w.env.Words.Text("ui.key.sheet"), w.env.Words.Text("ui.key.close"),
		kit.Sized(440, 0, container.NewVBox(rows)), w.window)
	d.Show()
}
