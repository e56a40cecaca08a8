package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shortcut is a key with what it does. Without do it belongs to a screen and
// is only listed.
type shortcut struct {
	key      fyne.KeyName
	modifier fyne.KeyModifier
	shown    string // as it stands on the sheet
	says     string // translation key
	do       func(*Window)
	takes    string // the keys themselves, for those that a screen's code takes
}

// control is Ctrl, or Command on a Mac.
const control = fyne.KeyModifierShortcutDefault

// shortcuts are the keys of the window, in the order of the sheet.
func shortcuts() []shortcut {
	return []shortcut{
		{fyne.Key1, control, "Ctrl+1", "ui.nav.overview", func(w *Window) { w.Go(Overview) }, ""},
		{fyne.Key2, control, "Ctrl+2", "ui.nav.inbox", func(w *Window) { w.Go(Inbox) }, ""},
		{fyne.Key3, control, "Ctrl+3", "ui.nav.issues", func(w *Window) { w.Go(Issues) }, ""},
		{fyne.Key4, control, "Ctrl+4", "ui.nav.crisis", func(w *Window) { w.Go(Crisis) }, ""},
		{fyne.Key5, control, "Ctrl+5", "ui.nav.import", func(w *Window) { w.Go(Import) }, ""},
		{fyne.Key6, control, "Ctrl+6", "ui.nav.sources", func(w *Window) { w.goUnlessDrill(Sources) }, ""},
		{fyne.Key7, control, "Ctrl+7", "ui.nav.reports", func(w *Window) { w.Go(Reports) }, ""},
		{fyne.Key8, control, "Ctrl+8", "ui.nav.drills", func(w *Window) { w.goUnlessDrill(Drills) }, ""},
		{fyne.Key9, control, "Ctrl+9", "ui.nav.settings", func(w *Window) { w.Go(Settings) }, ""},
		{fyne.KeyK, control, "Ctrl+K", "ui.key.search", (*Window).FocusSearch, ""},
		{fyne.KeyI, control, "Ctrl+I", "ui.key.import", func(w *Window) { w.Go(Import) }, ""},
		{fyne.KeyN, control, "Ctrl+N", "ui.key.mention", (*Window).AddMention, ""},
		{fyne.KeyP, control, "Ctrl+P", "ui.key.reports", func(w *Window) { w.Go(Reports) }, ""},
		{fyne.KeyLeft, fyne.KeyModifierAlt, "Alt+←", "ui.key.back", (*Window).Back, ""},
		{fyne.KeyF1, 0, "F1  ?", "ui.key.sheet", (*Window).showSheet, "?"},
		{shown: "Ctrl+V", says: "ui.key.paste"},
		{shown: "Esc", says: "shortcuts.close", takes: "Escape"},
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
