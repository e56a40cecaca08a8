package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Logical pixels of Steps.
const (
	stepWidth, stepHeight, stepGap float32 = 26, 10, 4

	steps = 4
)

// Steps shows how serious something is: so many of four segments are filled.
type Steps struct {
	widget.BaseWidget
	filled int
	tone   Tone
}

// NewSteps makes segments of which none is filled.
func NewSteps() *Steps {
	s := &Steps{}
	s.ExtendBaseWidget(s)
	return s
}

// Set fills the first n segments.
func (s *Steps) Set(n int, tone Tone) {
	if s.filled != n || s.tone != tone {
		s.filled, s.tone = n, tone
		s.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	var parts [steps]*canvas.Rectangle
	for i := range parts {
		parts[i] = box(3)
		r.objects = append(r.objects, parts[i])
	}
	r.paint = func() {
		for i, p := range parts {
			p.FillColor = theme.Color(s.tone.Edge())
			if i < s.filled {
				p.FillColor = theme.Color(s.tone.strong())
			}
		}
	}
	r.min = func() fyne.Size { return fyne.NewSize(steps*(stepWidth+stepGap)-stepGap, stepHeight) }
	r.layout = func(size fyne.Size) {
		for i, p := range parts {
			place(p, float32(i)*(stepWidth+stepGap), (size.Height-stepHeight)/2, stepWidth, stepHeight)
		}
	}
	return r.done()
}
