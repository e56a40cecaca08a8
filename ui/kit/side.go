package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Side is the surface of the rail: a card's colour, a hairline to its right.
type Side struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

// NewSide puts content on the surface.
func NewSide(content fyne.CanvasObject) *Side {
	s := &Side{content: content}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is Fyne's.
func (s *Side) CreateRenderer() fyne.WidgetRenderer {
	back, line := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	r := &painter{objects: []fyne.CanvasObject{back, line, s.content}}
	r.paint = func() {
		back.FillColor, line.FillColor = theme.Color(ColorCard), theme.Color(ColorHairline)
	}
	r.min = func() fyne.Size { return s.content.MinSize() }
	r.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		place(line, size.Width-1, 0, 1, size.Height)
		place(s.content, 0, 0, size.Width-1, size.Height)
	}
	return r.done()
}
