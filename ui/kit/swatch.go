package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Swatch is a small square in the strong colour of a tone, for legends.
type Swatch struct {
	widget.BaseWidget
	tone Tone
}

// NewSwatch makes a swatch; only the tones of labels have a strong colour.
func NewSwatch(tone Tone) *Swatch {
	s := &Swatch{tone: tone}
	s.ExtendBaseWidget(s)
	return s
}

var toneFill = map[Tone]fyne.ThemeColorName{
	ToneNegative: ColorNegative, ToneNeutral: ColorNeutral, TonePositive: ColorPositive,
}

// CreateRenderer is Fyne's.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	const edge = 10
	square := box(2)
	r := &painter{objects: []fyne.CanvasObject{square}}
	r.paint = func() { square.FillColor = theme.Color(toneFill[s.tone]) }
	r.min = func() fyne.Size { return fyne.NewSize(edge, edge) }
	r.layout = func(size fyne.Size) { place(square, 0, (size.Height-edge)/2, edge, edge) }
	return r.done()
}
