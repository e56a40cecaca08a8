package report

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// pxPoints is a logical pixel of a chart in points: the report prints charts
// as large as a screen of 96 dots an inch shows them.
const pxPoints = 0.75

// images plays the sheets as pictures; scale is pixels to the point.
func (d *document) images(scale float64) []image.Image {
	var out []image.Image
	for _, s := range d.sheets {
		p := picture{scale: scale, set: d.set, z: &vector.Rasterizer{}}
		p.img = image.NewRGBA(image.Rect(0, 0, p.px(d.paper.W), p.px(d.paper.H)))
		draw.Draw(p.img, p.img.Bounds(), image.White, image.Point{}, draw.Src)
		p.play(s)
		out = append(out, p.img)
	}
	return out
}

// picture is a sheet on its way into an image.
type picture struct {
	img   *image.RGBA
	scale float64
	set   *typesetter
	z     *vector.Rasterizer
}

func (p picture) px(points float64) int { return int(math.Round(points * p.scale)) }

func (p picture) play(s *sheet) {
	for _, b := range s.boxes {
		// A hairline stays one whole pixel instead of fading away.
		x, y := p.px(b.x), p.px(b.y)
		area := image.Rect(x, y, x+max(p.px(b.w), 1), y+max(p.px(b.h), 1))
		draw.Draw(p.img, area, image.NewUniform(b.color), image.Point{}, draw.Over)
	}
	for _, f := range s.figures {
		chart := f.chart.Image(p.px(f.w), p.px(f.h), p.scale*pxPoints)
		at := image.Pt(p.px(f.x), p.px(f.y))
		draw.Draw(p.img, chart.Bounds().Add(at), chart, image.Point{}, draw.Over)
	}
	for _, l := range s.lines {
		p.write(l)
	}
}

func (p picture) write(l line) {
	x, y, size := l.x*p.scale, l.y*p.scale, l.style.size*p.scale
	ink := image.NewUniform(l.style.color)
	for _, r := range l.text {
		g := p.set.glyph(l.style.weight, r)
		p.fill(p.set.outline(g), x, y, size, ink)
		x += g.advance * size
	}
}

// fill paints an outline into the cell of its glyph only: a rasterizer as
// large as the page would cost that much for every letter.
func (p picture) fill(o outline, x, y, size float64, ink image.Image) {
	if len(o) == 0 {
		return
	}
	left, top := int(math.Floor(x-size/2)), int(math.Floor(y-1.5*size))
	side := int(math.Ceil(3 * size))
	p.z.Reset(side, side)
	o.draw(rasterPen{p.z}, x-float64(left), y-float64(top), size)
	p.z.Draw(p.img, image.Rect(left, top, left+side, top+side), ink, image.Point{})
}

// rasterPen lets a rasterizer follow an outline.
type rasterPen struct{ z *vector.Rasterizer }

func (p rasterPen) MoveTo(x, y float64) { p.z.MoveTo(float32(x), float32(y)) }
func (p rasterPen) LineTo(x, y float64) { p.z.LineTo(float32(x), float32(y)) }
func (p rasterPen) Close()              { p.z.ClosePath() }

func (p rasterPen) QuadTo(cx, cy, x, y float64) {
	p.z.QuadTo(float32(cx), float32(cy), float32(x), float32(y))
}

func (p rasterPen) CubeTo(cx0, cy0, cx1, cy1, x, y float64) {
	p.z.CubeTo(float32(cx0), float32(cy0), float32(cx1), float32(cy1), float32(x), float32(y))
}
