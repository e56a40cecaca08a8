package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Press makes any content one thing to press, by pointer or keyboard.
type Press struct {
	pressable
	content fyne.CanvasObject
}

// NewPress wraps content.
func NewPress(content fyne.CanvasObject, tapped func()) *Press {
	p := &Press{content: content}
	p.onTapped = tapped
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is Fyne's.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	back := box(8)
	r := &painter{objects: []fyne.CanvasObject{back, p.content}}
	r.paint = func() {
		back.FillColor = theme.Color(ColorNone)
		if p.hovered {
			back.FillColor = theme.Color(ColorNeutralTint)
		}
		p.ring(back, ColorNone)
	}
	r.min = func() fyne.Size { return p.content.MinSize() }
	r.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(p.content, 0, 0, s.Width, s.Height)
	}
	return r.done()
}
