package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Kind is the weight of a button.
type Kind int

// The kinds. A screen has one primary button.
const (
	Secondary Kind = iota
	Primary
	Danger
	Quiet
)

// controlHeight is that of buttons, choices and fields in a line.
const controlHeight float32 = 36

// Button is a button with a text. Space and Enter press it.
type Button struct {
	pressable
	text  string
	kind  Kind
	small bool
}

// NewButton makes a button.
func NewButton(kind Kind, text string, tapped func()) *Button {
	b := &Button{text: text, kind: kind}
	b.onTapped = tapped
	b.ExtendBaseWidget(b)
	return b
}

// NewSmallButton makes a lower button, for rows.
func NewSmallButton(kind Kind, text string, tapped func()) *Button {
	b := NewButton(kind, text, tapped)
	b.small = true
	return b
}

// Text is what stands on the button.
func (b *Button) Text() string { return b.text }

// SetText changes what stands on the button.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// SetEnabled enables or disables.
func (b *Button) SetEnabled(on bool) { b.set(&b.disabled, !on) }

func (b *Button) style() Style {
	s := Body.Center()
	switch {
	case b.disabled:
		s.Color = ColorMuted
	case b.kind == Primary:
		s.Color, s.Bold = ColorOnAccent, true
	case b.kind == Danger:
		s.Color, s.Bold = ColorOnNegative, true
	case b.kind == Quiet:
		s.Color = ColorAccentText
	}
	if b.small {
		s.Size = theme.SizeNameCaptionText
	}
	return s
}

func (b *Button) fill() (fill, edge fyne.ThemeColorName) {
	switch {
	case b.disabled && b.kind != Quiet:
		return ColorNeutralTint, ColorHairline
	case b.kind == Primary:
		return ColorAccent, ColorAccent
	case b.kind == Danger:
		return ColorNegative, ColorNegative
	case b.hovered && !b.disabled:
		return ColorNeutralTint, ColorHairline
	case b.kind == Quiet:
		return ColorNone, ColorNone
	}
	return ColorCard, ColorHairline
}

// CreateRenderer is Fyne's.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	back, text := box(theme.Size(theme.SizeNameButtonRadius)), canvas.NewText("", nil)
	r := &painter{objects: []fyne.CanvasObject{back, text}}
	r.paint = func() {
		fill, edge := b.fill()
		back.FillColor = theme.Color(fill)
		b.ring(back, edge)
		if b.focused && (b.kind == Primary || b.kind == Danger) {
			back.StrokeColor = theme.Color(ColorInk)
		}
		b.style().dress(text, b.text)
	}
	r.min = func() fyne.Size {
		margin, height := float32(14), controlHeight
		if b.small {
			margin, height = 10, 28
		}
		return fyne.NewSize(b.style().measure(b.text).Width+2*margin, height)
	}
	r.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		h := text.MinSize().Height
		place(text, 0, (s.Height-h)/2, s.Width, h)
	}
	return r.done()
}
