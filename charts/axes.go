package charts

import (
	"image"
	"sort"
	"time"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// axes draws the grid lines and the labels of both axes and of the x axis.
type axes struct{ plot }

func (axes) GetName() string             { return "axes" }
func (axes) GetYAxis() gochart.YAxisType { return gochart.YAxisPrimary }
func (axes) GetStyle() gochart.Style     { return gochart.Style{} }
func (axes) Validate() error             { return nil }

// Render fills the lines as thin rectangles: a stroke on a whole pixel would
// be smeared over two rows.
func (s axes) Render(r gochart.Renderer, box gochart.Box, _, _ gochart.Range, _ gochart.Style) {
	left, right := leftTicks(s.top, s.Words), rightTicks()
	r.ResetStyle()
	for i := range left {
		y := s.y(box, float64(i)/intervals)
		fillRectangle(r, image.Rect(box.Left, y, box.Right, y+max(s.px(1), 1)), s.Palette.Grid)
	}
	s.write(r, ink(s.Palette.Muted))
	for i := range left {
		middle := s.y(box, float64(i)/intervals) + s.px(fontSize*capHeight/2)
		r.Text(left[i], box.Left-s.px(labelGap+textWidth(left[i])), middle)
		r.Text(right[i], box.Right+s.px(labelGap), middle)
	}
	for _, l := range s.labels {
		r.Text(l.text, s.px(l.x), box.Bottom+s.px(marginBottom-5))
	}
}

// capHeight is the height of Inter's figures as a share of the font size.
const capHeight = 0.73

// slotOf is where a moment lies on the x axis, in slots from its beginning.
func (p plot) slotOf(t time.Time) float64 {
	buckets := p.Timeline.Buckets
	i := sort.Search(len(buckets), func(i int) bool { return buckets[i].End.After(t) })
	if i == len(buckets) {
		return float64(i)
	}
	b := buckets[i]
	return float64(i) + max(0, float64(t.Sub(b.Start))/float64(b.End.Sub(b.Start)))
}
