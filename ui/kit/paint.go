package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// painter is a renderer made of functions: most of our widgets are some
// rectangles and texts at computed places.
type painter struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	paint   func() // takes texts and colours from widget and theme
}

func (p *painter) Destroy()                     {}
func (p *painter) Layout(s fyne.Size)           { p.layout(s) }
func (p *painter) MinSize() fyne.Size           { return p.min() }
func (p *painter) Objects() []fyne.CanvasObject { return p.objects }

func (p *painter) Refresh() {
	p.paint()
	for _, o := range p.objects {
		o.Refresh()
	}
}

// done takes the colours for the first time.
func (p *painter) done() fyne.WidgetRenderer {
	p.paint()
	return p
}

// pressable is what can be tapped and reached by keyboard.
type pressable struct {
	widget.BaseWidget
	onTapped                   func()
	disabled, hovered, focused bool
}

var (
	_ fyne.Tappable      = (*pressable)(nil)
	_ fyne.Focusable     = (*pressable)(nil)
	_ fyne.Disableable   = (*pressable)(nil)
	_ desktop.Hoverable  = (*pressable)(nil)
	_ desktop.Cursorable = (*pressable)(nil)
)

// Tapped does what the widget is there for.
func (p *pressable) Tapped(*fyne.PointEvent) {
	if !p.disabled && p.onTapped != nil {
		p.onTapped()
	}
}

// TypedKey taps with Space and Enter.
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Tapped(nil)
	default:
		passKey(e)
	}
}

// TypedRune leaves letters to the window.
func (p *pressable) TypedRune(r rune) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if take := w.Canvas().OnTypedRune(); take != nil && r != ' ' {
			take(r)
		}
	}
}

// passKey hands a key for which a widget has no use to the window, as if
// nothing had the focus.
func passKey(e *fyne.KeyEvent) {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if take := w.Canvas().OnTypedKey(); take != nil {
			take(e)
		}
	}
}

// FocusGained shows the focus ring.
func (p *pressable) FocusGained() { p.set(&p.focused, true) }

// FocusLost hides the focus ring.
func (p *pressable) FocusLost() { p.set(&p.focused, false) }

// MouseIn shows that the widget can be pressed.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.set(&p.hovered, true) }

// MouseMoved is of no interest.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hover colour away.
func (p *pressable) MouseOut() { p.set(&p.hovered, false) }

// Enable lets the widget be pressed.
func (p *pressable) Enable() { p.set(&p.disabled, false) }

// Disable greys the widget out.
func (p *pressable) Disable() { p.set(&p.disabled, true) }

// Disabled tells whether the widget is greyed out.
func (p *pressable) Disabled() bool { return p.disabled }

// Cursor is the hand where there is something to press.
func (p *pressable) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (p *pressable) set(flag *bool, on bool) {
	if *flag != on {
		*flag = on
		p.Refresh()
	}
}

// ring draws the focus: a thicker edge in the accent colour.
func (p *pressable) ring(r *canvas.Rectangle, edge fyne.ThemeColorName) {
	r.StrokeColor, r.StrokeWidth = theme.Color(edge), 1
	if p.focused {
		r.StrokeColor, r.StrokeWidth = theme.Color(ColorAccent), 2
	}
}

// box is a rounded rectangle; colours are set when painting.
func box(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.CornerRadius = radius
	return r
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
