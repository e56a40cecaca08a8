package charts

import (
	"image/color"

	"github.com/wcharczuk/go-chart/v2/drawing"

	"vedetta/data"
)

// Palette holds the colours of a drawing. The label colours differ in
// lightness too, so they can be told apart in greyscale.
type Palette struct {
	Negative, Neutral, Positive color.NRGBA
	Accent                      color.NRGBA
	Ink, Muted, Grid            color.NRGBA
	Background                  color.NRGBA // transparent on paper
}

// The palettes of the light window, the dark window and paper.
var (
	Light = Palette{
		Negative: rgb(0xC8372D), Neutral: rgb(0xA9B2C0), Positive: rgb(0x1B8E83), Accent: rgb(0x2457D6),
		Ink: rgb(0x1B212C), Muted: rgb(0x66708A), Grid: rgb(0xE6E9EF), Background: rgb(0xFFFFFF),
	}
	Dark = Palette{
		Negative: rgb(0xE0574C), Neutral: rgb(0x7C8698), Positive: rgb(0x3DB5A8), Accent: rgb(0x7FA2FF),
		Ink: rgb(0xF1F3F8), Muted: rgb(0x9AA4B8), Grid: rgb(0x323947), Background: rgb(0x1C212B),
	}
	Print = onPaper(Light)
)

func onPaper(p Palette) Palette {
	p.Background = color.NRGBA{}
	return p
}

// Of is the colour of a label.
func (p Palette) Of(l data.Label) color.NRGBA {
	return [...]color.NRGBA{p.Negative, p.Neutral, p.Positive}[l]
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

// ink makes a colour of ours one of go-chart's, which takes the zero Color
// for "not set".
func ink(c color.NRGBA) drawing.Color {
	if c.A == 0 {
		return drawing.ColorTransparent
	}
	return drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A}
}
