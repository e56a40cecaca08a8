package report

import (
	"math"

	"codeberg.org/go-pdf/fpdf"
)

// MoveTo begins a part of the path.
func (r *chartRenderer) MoveTo(x, y int) {
	r.add(func(f *fpdf.Fpdf) { f.MoveTo(r.x(x), r.y(y)) })
}

// LineTo goes on straight; it begins a path that has not begun.
func (r *chartRenderer) LineTo(x, y int) {
	if len(r.path) == 0 {
		r.MoveTo(x, y)
		return
	}
	r.add(func(f *fpdf.Fpdf) { f.LineTo(r.x(x), r.y(y)) })
}

// QuadCurveTo goes on in a curve with one control point.
func (r *chartRenderer) QuadCurveTo(cx, cy, x, y int) {
	r.add(func(f *fpdf.Fpdf) { f.CurveTo(r.x(cx), r.y(cy), r.x(x), r.y(y)) })
}

// ArcTo goes on along an ellipse, angles in radians, in straight steps of two
// degrees, which no printer shows.
func (r *chartRenderer) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	const step = math.Pi / 90
	n := int(math.Ceil(math.Abs(delta) / step))
	for i := range n + 1 {
		angle := start + delta*float64(i)/float64(max(n, 1))
		r.LineTo(cx+int(math.Round(rx*math.Cos(angle))), cy+int(math.Round(ry*math.Sin(angle))))
	}
}

// Circle is a path of its own.
func (r *chartRenderer) Circle(radius float64, x, y int) {
	r.path = nil
	r.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
	r.Close()
}

// Close goes back to where the part of the path began.
func (r *chartRenderer) Close() { r.add(func(f *fpdf.Fpdf) { f.ClosePath() }) }

func (r *chartRenderer) add(step func(*fpdf.Fpdf)) { r.path = append(r.path, step) }
