package charts

import (
	"math"
	"sync"
	"time"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
	"golang.org/x/image/math/fixed"

	"vedetta/assets"
)

// UnitsPerInch is the resolution at which a font size is a height in units.
// It is not 72: go-chart's raster renderer takes size x DPI for a number of
// 64ths of a pixel.
const UnitsPerInch = 64.0

// Logical pixels.
const (
	fontSize     = 11.0
	marginTop    = 8.0
	marginBottom = 22.0
	bandLabel    = 16.0 // room for the labels of bands, above the bars
	labelGap     = 8.0  // between the axis labels and the bars
	tickGap      = 16.0 // between neighbouring labels of the x axis
	lineWidth    = 2.0
	barGap       = 0.12 // between the bars, as a share of a bucket's width
)

var font = sync.OnceValue(func() *truetype.Font {
	f, err := truetype.Parse(assets.FontRegular)
	if err != nil {
		panic("charts: the embedded font does not parse: " + err.Error())
	}
	return f
})

// textWidth is measured from the font's own units, not from pixels, so that
// margins do not depend on the scale.
func textWidth(s string) float64 {
	const em = 1000
	f, width := font(), 0.0
	for _, r := range s {
		width += float64(f.HMetric(fixed.I(em), f.Index(r)).AdvanceWidth) / 64
	}
	return width / em * fontSize
}

// plot is a chart laid out for a size in device pixels.
type plot struct {
	Chart
	w, h   int
	scale  float64
	top    float64 // value at the upper end of the left axis
	labels []xLabel
}

func (c Chart) plotIn(w, h int, scale float64) plot {
	if c.Zone == nil {
		c.Zone = time.UTC
	}
	p := plot{Chart: c, w: w, h: h, scale: scale, top: niceTop(c.tallest())}
	left, right := c.margins()
	logical := float64(w) / scale
	p.labels = c.xLabels(left, logical-left-right, logical)
	return p
}

// slots is the number of equal parts of the x axis, at least one.
func (p plot) slots() int { return max(len(p.Timeline.Buckets), 1) }

func (p plot) px(logical float64) int { return int(math.Round(logical * p.scale)) }

func (p plot) padding() gochart.Box {
	left, right := p.margins()
	box := gochart.Box{Left: p.px(left), Right: p.px(right), Top: p.px(marginTop), Bottom: p.px(marginBottom), IsSet: true}
	if len(p.Bands) > 0 {
		box.Top += p.px(bandLabel)
	}
	// A box too small for its labels gives up the plot, not the program.
	box.Right = min(box.Right, max(p.w-box.Left-1, 0))
	box.Bottom = min(box.Bottom, max(p.h-box.Top-1, 0))
	return box
}

// x is the pixel at which slot i begins; fractions lie inside the slot.
func (p plot) x(box gochart.Box, i float64) int {
	return box.Left + int(math.Round(i*float64(box.Width())/float64(p.slots())))
}

// y is the pixel row of a share of the plot's height, counted from below.
func (p plot) y(box gochart.Box, share float64) int {
	return box.Bottom - int(math.Round(share*float64(box.Height())))
}

// margins are the widths kept left and right of the bars for the labels.
func (c Chart) margins() (left, right float64) {
	for _, t := range leftTicks(niceTop(c.tallest()), c.Words) {
		left = max(left, textWidth(t))
	}
	for _, t := range rightTicks() {
		right = max(right, textWidth(t))
	}
	return math.Ceil(left + labelGap), math.Ceil(right + labelGap)
}

func (c Chart) tallest() int {
	most := 0
	for _, b := range c.Timeline.Buckets {
		most = max(most, b.Mentions())
	}
	return most
}

// write makes the renderer ready to write labels.
func (p plot) write(r gochart.Renderer, c drawing.Color) {
	r.ResetStyle()
	r.SetFont(font())
	r.SetFontSize(fontSize)
	r.SetFontColor(c)
}
