package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
)

const shareBarHeight float32 = 10

// ShareBar shows the shares of negative, neutral and positive.
type ShareBar struct {
	widget.BaseWidget
	totals data.Totals
}

// NewShareBar makes a bar of totals.
func NewShareBar(t data.Totals) *ShareBar {
	b := &ShareBar{totals: t}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the totals.
func (b *ShareBar) Set(t data.Totals) {
	b.totals = t
	b.Refresh()
}

// CreateRenderer is Fyne's.
func (b *ShareBar) CreateRenderer() fyne.WidgetRenderer {
	var parts [len(data.Labels)]*canvas.Rectangle
	r := &painter{}
	for i := range parts {
		parts[i] = canvas.NewRectangle(nil)
		r.objects = append(r.objects, parts[i])
	}
	r.min = func() fyne.Size { return fyne.NewSize(24, shareBarHeight) }
	r.layout = func(s fyne.Size) {
		x, y := float32(0), (s.Height-shareBarHeight)/2
		for _, l := range data.Labels {
			w := float32(0)
			if n := b.totals.Mentions(); n > 0 {
				w = s.Width * float32(b.totals.Of(l)) / float32(n)
			}
			place(parts[l], x, y, w, shareBarHeight)
			parts[l].Hidden = w == 0
			x += w
		}
		b.roundEnds(parts[:])
	}
	r.paint = func() {
		for _, l := range data.Labels {
			parts[l].FillColor = theme.Color(FillOf(l))
		}
		r.layout(b.Size())
	}
	return r.done()
}

// roundEnds rounds the outer corners of the first and last visible part.
func (b *ShareBar) roundEnds(parts []*canvas.Rectangle) {
	const radius = shareBarHeight / 2
	var first, last *canvas.Rectangle
	for _, p := range parts {
		p.TopLeftCornerRadius, p.BottomLeftCornerRadius = 0, 0
		p.TopRightCornerRadius, p.BottomRightCornerRadius = 0, 0
		if p.Hidden {
			continue
		}
		if first == nil {
			first = p
		}
		last = p
	}
	if first != nil {
		first.TopLeftCornerRadius, first.BottomLeftCornerRadius = radius, radius
		last.TopRightCornerRadius, last.BottomRightCornerRadius = radius, radius
	}
}
