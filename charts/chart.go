package charts

import (
	"fmt"
	"image"
	"image/draw"
	"io"
	"time"

	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"vedetta/assets"
	"vedetta/data"
)

// Chart is sentiment over time: a bar of negative, neutral and positive
// mentions for each bucket (left axis) and the line of net sentiment (right
// axis, -100..100). Buckets without mentions have no bar and interrupt the
// line. Zone nil means UTC.
type Chart struct {
	Timeline data.Timeline
	Zone     *time.Location
	Words    *assets.Words
	Palette  Palette
	Bands    []Band
}

// Image draws the chart in w x h device pixels; scale is how many of those
// make a logical pixel (a 2x display: 2). It takes some milliseconds: call it
// away from the UI goroutine.
func (c Chart) Image(w, h int, scale float64) image.Image {
	var out gochart.ImageWriter
	if w > 0 && h > 0 {
		if err := c.Draw(onPixels(c.Palette.Background), &out, w, h, scale); err == nil {
			if img, err := out.Image(); err == nil {
				return img
			}
		}
	}
	return c.blank(w, h)
}

// Draw renders the chart, without its background, through a renderer of
// go-chart's: w x h of the renderer's units, of which scale make a logical
// pixel. Font sizes are to be read as size x DPI / UnitsPerInch.
func (c Chart) Draw(to gochart.RendererProvider, out io.Writer, w, h int, scale float64) error {
	p := c.plotIn(w, h, scale)
	hidden := gochart.Style{Hidden: true}
	clear := gochart.Style{FillColor: drawing.ColorTransparent, StrokeColor: drawing.ColorTransparent, Padding: p.padding()}
	g := gochart.Chart{
		Width: w, Height: h, DPI: UnitsPerInch * scale, Font: font(),
		Background:     clear,
		Canvas:         clear,
		XAxis:          gochart.XAxis{Style: hidden, Range: &gochart.ContinuousRange{Max: float64(p.slots())}},
		YAxis:          gochart.YAxis{Style: hidden, Range: &gochart.ContinuousRange{Max: p.top}},
		YAxisSecondary: gochart.YAxis{Style: hidden, Range: &gochart.ContinuousRange{Min: -100, Max: 100}},
		Series:         []gochart.Series{axes{p}, bands{p}, bars{p}, netLine{p}},
	}
	if err := g.Render(to, out); err != nil {
		return fmt.Errorf("drawing the timeline: %w", err)
	}
	return nil
}

// BucketAt tells over which bucket x lies in a chart w wide, both in logical
// pixels; false beside the bars.
func (c Chart) BucketAt(x, w float64) (i int, ok bool) {
	n := len(c.Timeline.Buckets)
	left, right := c.margins()
	width := w - left - right
	if n == 0 || width <= 0 || x < left || x >= left+width {
		return 0, false
	}
	return min(int((x-left)/width*float64(n)), n-1), true
}

// blank stands in for a chart in a box too small to draw in.
func (c Chart) blank(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 0), max(h, 0)))
	draw.Draw(img, img.Bounds(), image.NewUniform(c.Palette.Background), image.Point{}, draw.Src)
	return img
}
