package charts

import (
	"image"
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"

	"vedetta/data"
)

// bars draws the buckets as stacked bars, negative at the bottom.
type bars struct{ plot }

func (bars) GetName() string             { return "mentions" }
func (bars) GetYAxis() gochart.YAxisType { return gochart.YAxisPrimary }
func (bars) GetStyle() gochart.Style     { return gochart.Style{} }
func (bars) Validate() error             { return nil }

// Render rounds sums, not parts, so that the parts of a bar meet.
func (s bars) Render(r gochart.Renderer, box gochart.Box, _, _ gochart.Range, _ gochart.Style) {
	r.ResetStyle()
	for i, b := range s.Timeline.Buckets {
		left, right := s.barSpan(box, i)
		sum, bottom := 0, box.Bottom
		for _, label := range data.Labels {
			sum += b.Of(label)
			top := s.y(box, float64(sum)/s.top)
			if top < bottom {
				fillRectangle(r, image.Rect(left, top, right, bottom), s.Palette.Of(label))
			}
			bottom = top
		}
	}
}

// barSpan is where bar i lies. The gap is rounded once for all, or the bars
// would stand at uneven distances; between narrow bars it vanishes.
func (p plot) barSpan(box gochart.Box, i int) (left, right int) {
	gap := int(math.Round(barGap * float64(box.Width()) / float64(p.slots())))
	left, right = p.x(box, float64(i))+gap/2, p.x(box, float64(i)+1)-(gap-gap/2)
	return left, max(right, left+1)
}

// netLine draws net sentiment through the middles of the bars.
type netLine struct{ plot }

func (netLine) GetName() string             { return "net sentiment" }
func (netLine) GetYAxis() gochart.YAxisType { return gochart.YAxisSecondary }
func (netLine) GetStyle() gochart.Style     { return gochart.Style{} }
func (netLine) Validate() error             { return nil }

// Render draws each unbroken stretch as one line; a bucket between two empty
// ones or two gaps gets a dot.
func (s netLine) Render(r gochart.Renderer, box gochart.Box, _, _ gochart.Range, _ gochart.Style) {
	r.ResetStyle()
	r.SetStrokeColor(ink(s.Palette.Ink))
	r.SetFillColor(ink(s.Palette.Ink))
	r.SetStrokeWidth(lineWidth * s.scale)
	buckets := s.Timeline.Buckets
	for i := 0; i < len(buckets); {
		first := i
		for i < len(buckets) && buckets[i].Mentions() > 0 {
			x, y := s.netPoint(box, i)
			if i == first {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
			i++
			if s.gapAfter(i - 1) {
				break
			}
		}
		switch i - first {
		case 0:
			i++
		case 1:
			x, y := s.netPoint(box, first)
			r.Circle(1.5*lineWidth*s.scale, x, y)
			r.Fill()
		default:
			r.Stroke()
		}
	}
}

func (p plot) netPoint(box gochart.Box, i int) (x, y int) {
	net, _ := p.Timeline.Buckets[i].Net()
	return p.x(box, float64(i)+0.5), p.y(box, (net+100)/200)
}
