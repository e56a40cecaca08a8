package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// chipHeight and chipMargin give a chip room around its caption.
const (
	chipHeight float32 = 20
	chipMargin float32 = 8
)

// ChipText is what a chip says, and in which tone.
type ChipText struct {
	Text string
	Tone Tone
}

// Chip is a short word on a tint. It can be tapped if it has something to do,
// and carries a × if it can be removed.
type Chip struct {
	pressable
	ChipText
	onRemove func()
	tip      *Tip // shows why while the pointer is on the chip
	why      string
}

// NewChip makes a chip; tapped and remove may be nil. With remove a tap on
// the right end removes, and so do Delete and Backspace.
func NewChip(text string, tone Tone, tapped, remove func()) *Chip {
	c := &Chip{ChipText: ChipText{text, tone}, onRemove: remove}
	c.onTapped = tapped
	c.disabled = tapped == nil && remove == nil
	c.ExtendBaseWidget(c)
	return c
}

// Set changes text and tone.
func (c *Chip) Set(t ChipText) {
	if c.ChipText != t {
		c.ChipText = t
		c.Refresh()
	}
}

// Tapped taps the chip or, on its ×, removes it.
func (c *Chip) Tapped(e *fyne.PointEvent) {
	if c.onRemove != nil && (c.onTapped == nil || e != nil && e.Position.X > c.Size().Width-20) {
		c.onRemove()
		return
	}
	c.pressable.Tapped(e)
}

// TypedKey taps or removes.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	if c.onRemove != nil && (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) {
		c.onRemove()
		return
	}
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		passKey(e)
	}
}

func (c *Chip) shown() string { return c.Text + c.sign() }

// sign stands at the right end of what can be removed, however short the text
// is cut.
func (c *Chip) sign() string {
	if c.onRemove != nil {
		return " ×"
	}
	return ""
}

// CreateRenderer is Fyne's.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	back, text := box(6), canvas.NewText("", nil)
	r := &painter{objects: []fyne.CanvasObject{back, text}}
	r.paint = func() {
		back.FillColor = theme.Color(c.Tone.Tint())
		back.StrokeWidth = 0
		if c.focused || c.hovered && !c.disabled {
			back.StrokeColor, back.StrokeWidth = theme.Color(c.Tone.Text()), 1
		}
		style := Caption.In(c.Tone.Text())
		room := max(c.Size().Width-2*chipMargin+1, 40)
		if style.measure(c.shown()).Width > room {
			style.dress(text, style.fit(c.Text, room-style.measure(c.sign()).Width)+c.sign())
		} else {
			style.dress(text, c.shown())
		}
	}
	r.min = func() fyne.Size {
		return fyne.NewSize(Caption.measure(c.shown()).Width+2*chipMargin, chipHeight)
	}
	r.layout = func(s fyne.Size) {
		r.paint()
		y := (s.Height - chipHeight) / 2
		place(back, 0, y, s.Width, chipHeight)
		h := text.MinSize().Height
		place(text, chipMargin, (s.Height-h)/2, s.Width-chipMargin, h)
	}
	return r.done()
}
