package report

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// pen takes the outline of a glyph; a page and a picture are pens.
type pen interface {
	MoveTo(x, y float64)
	LineTo(x, y float64)
	QuadTo(cx, cy, x, y float64)
	CubeTo(cx0, cy0, cx1, cy1, x, y float64)
	Close()
}

// outline is the contour of a glyph in ems, its y axis pointing down.
type outline []sfnt.Segment

// outline loads the contour of a glyph; nil for one that has none.
func (t *typesetter) outline(g glyph) outline {
	if o, ok := t.outlines[g]; ok {
		return o
	}
	segments, err := fonts()[g.font].LoadGlyph(&t.buf, g.index, fixed.I(em), nil)
	if err != nil {
		segments = nil
	}
	o := append(outline(nil), segments...) // the buffer is used again
	t.outlines[g] = o
	return o
}

// draw leads a pen along the outline, its origin at x, y and an em size long.
func (o outline) draw(p pen, x, y, size float64) {
	at := func(q fixed.Point26_6) (float64, float64) {
		return x + float64(q.X)/64/em*size, y + float64(q.Y)/64/em*size
	}
	for i, s := range o {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				p.Close()
			}
			p.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			p.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			p.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			p.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	if len(o) > 0 {
		p.Close()
	}
}
