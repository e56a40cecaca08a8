package charts

import (
	"image"
	"image/color"
	"time"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// BandKind is what a band means.
type BandKind int

// The kinds of bands. Where labels compete for room, the earlier kind gets it.
const (
	BandIncident BandKind = iota // tinted in the colour of negatives
	BandExpected                 // tinted grey: more than usual was to be expected
	BandGap                      // hatched: no data; the net line is interrupted
	BandMark                     // a line: something that we did at From; To is not looked at
)

// Band marks a stretch of time behind the bars.
type Band struct {
	Kind     BandKind
	From, To time.Time
	Label    string
	Short    string // for where Label has no room; "" if nothing says it shorter
}

// Logical pixels.
const (
	leastBand   = 3.0 // an incident of an hour is still seen among months
	bandPadding = 4.0 // from the edge of a band to its label
	hatchPitch  = 7.0 // between the lines of a gap
	hatchWidth  = 1.0
	markWidth   = 2.0
)

// bands shades stretches of time behind the bars.
type bands struct{ plot }

func (bands) GetName() string             { return "bands" }
func (bands) GetYAxis() gochart.YAxisType { return gochart.YAxisPrimary }
func (bands) GetStyle() gochart.Style     { return gochart.Style{} }
func (bands) Validate() error             { return nil }

// Render takes tints up behind the labels; the hatching leaves those alone.
func (s bands) Render(r gochart.Renderer, box gochart.Box, _, _ gochart.Range, _ gochart.Style) {
	placed := s.placed(box)
	for _, b := range placed {
		r.ResetStyle()
		area := image.Rect(b.left, box.Top, b.right, box.Bottom)
		if b.Kind == BandMark {
			area.Min.Y, area.Max.X = area.Min.Y-s.px(bandLabel), area.Min.X+max(s.px(markWidth), 1)
			fillRectangle(r, area, s.Palette.Accent)
			continue
		}
		if b.Kind == BandGap {
			s.hatch(r, area)
			continue
		}
		area.Min.Y -= s.px(bandLabel)
		fillRectangle(r, area, s.Palette.tint(b.Kind))
	}
	for _, l := range s.bandLabels(placed, box) {
		s.write(r, ink(s.Palette.labelOf(l.kind)))
		r.Text(l.text, l.left, box.Top-s.px(bandPadding+0.5))
	}
}

// tint is what a band that is no gap is filled with.
func (p Palette) tint(k BandKind) color.NRGBA {
	c, alpha := p.Negative, uint8(34)
	if k == BandExpected {
		c, alpha = p.Neutral, 52
	}
	c.A = alpha
	return c
}

func (p Palette) labelOf(k BandKind) color.NRGBA {
	switch k {
	case BandIncident:
		return p.Negative
	case BandMark:
		return p.Accent
	}
	return p.Muted
}

// placedBand is a band where it lies in the plot.
type placedBand struct {
	Band
	left, right int
}

// placed are the bands that lie in the plot, in pixels.
func (p plot) placed(box gochart.Box) (out []placedBand) {
	buckets := p.Timeline.Buckets
	for _, b := range p.Bands {
		if b.Kind == BandMark {
			b.To = b.From.Add(time.Second)
		}
		if len(buckets) == 0 || !b.From.Before(b.To) || !b.To.After(buckets[0].Start) || !b.From.Before(buckets[len(buckets)-1].End) {
			continue
		}
		left := p.x(box, p.slotOf(b.From))
		right := max(p.x(box, p.slotOf(b.To)), left+p.px(leastBand))
		if right > box.Right {
			left, right = left-(right-box.Right), box.Right
		}
		out = append(out, placedBand{b, max(left, box.Left), right})
	}
	return out
}

// hatch fills an area with slanting lines, which are seen without colours too.
func (p plot) hatch(r gochart.Renderer, area image.Rectangle) {
	c := p.Palette.Muted
	c.A = 110
	r.SetStrokeColor(ink(c))
	r.SetStrokeWidth(hatchWidth * p.scale)
	high, pitch := area.Dy(), max(p.px(hatchPitch), 1)
	// All lines of all gaps lie on one grid, so that the edges of neighbours meet.
	for x := area.Min.X - area.Min.X%pitch; x-high < area.Max.X; x += pitch {
		from, to := max(x-high, area.Min.X), min(x, area.Max.X)
		if from >= to {
			continue
		}
		r.MoveTo(to, area.Min.Y+x-to)
		r.LineTo(from, area.Min.Y+x-from)
		r.Stroke()
	}
}

// gapAfter tells whether a gap of half a bucket or more lies between the
// middles of a bucket and the next.
func (p plot) gapAfter(i int) bool {
	if i+1 >= len(p.Timeline.Buckets) {
		return false
	}
	from, to := float64(i)+0.5, float64(i)+1.5
	for _, b := range p.Bands {
		if b.Kind == BandGap && min(p.slotOf(b.To), to)-max(p.slotOf(b.From), from) >= 0.5 {
			return true
		}
	}
	return false
}
