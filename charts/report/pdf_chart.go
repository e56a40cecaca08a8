package report

import (
	"fmt"
	"image/color"
	"io"
	"math"

	"codeberg.org/go-pdf/fpdf"
	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"vedetta/charts"
)

// fineness is how many of go-chart's whole units make a logical pixel on
// paper: charts are exact to a tenth of a point.
const fineness = 8

// figure draws a chart as vectors.
func (p *pdfPage) figure(f figure) error {
	r := &chartRenderer{page: p, x0: f.x, y0: f.y, unit: pxPoints / fineness}
	w, h := int(math.Round(f.w/r.unit)), int(math.Round(f.h/r.unit))
	err := f.chart.Draw(func(int, int) (gochart.Renderer, error) { return r, nil }, io.Discard, w, h, fineness)
	if err != nil {
		return fmt.Errorf("drawing the chart on the page: %w", err)
	}
	return nil
}

// chartRenderer is a renderer of go-chart's on a page of a PDF.
type chartRenderer struct {
	page         *pdfPage
	x0, y0, unit float64 // the chart's corner, and its unit in points
	dpi          float64
	fill, stroke drawing.Color
	fontColor    drawing.Color
	lineWidth    float64
	dashes       []float64
	fontSize     float64
	path         []func(*fpdf.Fpdf)
}

func (r *chartRenderer) x(units int) float64 { return r.x0 + float64(units)*r.unit }
func (r *chartRenderer) y(units int) float64 { return r.y0 + float64(units)*r.unit }

// ResetStyle forgets colours, widths and font size.
func (r *chartRenderer) ResetStyle() {
	*r = chartRenderer{page: r.page, x0: r.x0, y0: r.y0, unit: r.unit, dpi: r.dpi, path: r.path}
}

// GetDPI and the setters below are as in gochart.Renderer. There is one font;
// text is never turned, and class names are for the web.
func (r *chartRenderer) GetDPI() float64                   { return r.dpi }
func (r *chartRenderer) SetDPI(dpi float64)                { r.dpi = dpi }
func (r *chartRenderer) SetClassName(string)               {}
func (r *chartRenderer) SetStrokeColor(c drawing.Color)    { r.stroke = c }
func (r *chartRenderer) SetFillColor(c drawing.Color)      { r.fill = c }
func (r *chartRenderer) SetStrokeWidth(w float64)          { r.lineWidth = w }
func (r *chartRenderer) SetStrokeDashArray(dash []float64) { r.dashes = dash }
func (r *chartRenderer) SetFont(*truetype.Font)            {}
func (r *chartRenderer) SetFontColor(c drawing.Color)      { r.fontColor = c }
func (r *chartRenderer) SetFontSize(size float64)          { r.fontSize = size }
func (r *chartRenderer) SetTextRotation(float64)           {}
func (r *chartRenderer) ClearTextRotation()                {}
func (r *chartRenderer) Save(io.Writer) error              { return r.page.f.Error() }

// Fill paints the path and begins a new one.
func (r *chartRenderer) Fill() {
	f := r.page.f
	f.SetFillColor(int(r.fill.R), int(r.fill.G), int(r.fill.B))
	r.paint("F", r.fill.A)
}

// Stroke draws the path as a line and begins a new one.
func (r *chartRenderer) Stroke() {
	f, alpha := r.page.f, r.stroke.A
	if r.lineWidth <= 0 {
		alpha = 0
	}
	dashes := make([]float64, len(r.dashes))
	for i, d := range r.dashes {
		dashes[i] = d * r.unit
	}
	f.SetDrawColor(int(r.stroke.R), int(r.stroke.G), int(r.stroke.B))
	f.SetLineWidth(r.lineWidth * r.unit)
	f.SetLineJoinStyle("round")
	f.SetLineCapStyle("round")
	f.SetDashPattern(dashes, 0)
	r.paint("D", alpha)
}

// FillStroke does both, to the same path.
func (r *chartRenderer) FillStroke() {
	path := r.path
	r.Fill()
	r.path = path
	r.Stroke()
}

func (r *chartRenderer) paint(how string, alpha uint8) {
	path := r.path
	r.path = nil
	if alpha == 0 || len(path) == 0 {
		return
	}
	f := r.page.f
	if alpha < 255 {
		f.SetAlpha(float64(alpha)/255, "Normal")
		defer f.SetAlpha(1, "Normal")
	}
	for _, step := range path {
		step(f)
	}
	f.DrawPath(how)
}

// Text writes a label; its size follows charts.UnitsPerInch.
func (r *chartRenderer) Text(text string, x, y int) {
	c := r.fontColor
	st := style{
		weight: regular, size: r.fontSize * r.dpi / charts.UnitsPerInch * r.unit,
		color: color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A},
	}
	r.page.write(r.x(x), r.y(y), r.page.set.clean(text), st)
}

// MeasureText is the box of a text, in units.
func (r *chartRenderer) MeasureText(text string) gochart.Box {
	size := r.fontSize * r.dpi / charts.UnitsPerInch
	width := r.page.set.width(r.page.set.clean(text), style{weight: regular, size: size})
	return gochart.Box{Right: int(math.Ceil(width)), Bottom: int(math.Ceil(size * capHeight))}
}
