package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panel is a rounded surface with a hairline around it.
type Panel struct {
	widget.BaseWidget
	content      fyne.CanvasObject
	fill, stroke fyne.ThemeColorName
	radius       float32
}

// NewPanel puts content, without any margin, on a card's surface.
func NewPanel(content fyne.CanvasObject) *Panel {
	return newPanel(content, ColorCard, ColorHairline, theme.Size(theme.SizeNameCardRadius))
}

func newPanel(content fyne.CanvasObject, fill, stroke fyne.ThemeColorName, radius float32) *Panel {
	p := &Panel{content: content, fill: fill, stroke: stroke, radius: radius}
	p.ExtendBaseWidget(p)
	return p
}

// NewCard is a panel with a margin, and a title above the content unless that
// is empty. beside stands at the right end of the title line; it may be nil.
func NewCard(title string, beside, content fyne.CanvasObject) *Panel {
	if title != "" || beside != nil {
		head := Between(Gap, nil, NewLine(Strong, title), beside)
		content = container.NewBorder(Inset(0, 10, 0, 0, head), nil, nil, nil, content)
	}
	return NewPanel(Inset(16, 16, 16, 16, content))
}

// SetColors changes surface and hairline.
func (p *Panel) SetColors(fill, stroke fyne.ThemeColorName) {
	p.fill, p.stroke = fill, stroke
	p.Refresh()
}

// CreateRenderer is Fyne's.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	back := box(p.radius)
	r := &painter{objects: []fyne.CanvasObject{back, p.content}}
	r.paint = func() {
		back.FillColor, back.StrokeColor, back.StrokeWidth = theme.Color(p.fill), theme.Color(p.stroke), 1
	}
	r.min = func() fyne.Size { return p.content.MinSize() }
	r.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(p.content, 0, 0, s.Width, s.Height)
	}
	return r.done()
}

// Hairline is a thin separating line, as wide as it is laid out.
type Hairline struct{ widget.BaseWidget }

// NewHairline makes a hairline.
func NewHairline() *Hairline {
	h := &Hairline{}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is Fyne's.
func (h *Hairline) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(nil)
	r := &painter{objects: []fyne.CanvasObject{line}}
	r.paint = func() { line.FillColor = theme.Color(ColorHairline) }
	r.min = func() fyne.Size { return fyne.NewSize(1, 1) }
	r.layout = func(s fyne.Size) { place(line, 0, 0, s.Width, s.Height) }
	return r.done()
}
