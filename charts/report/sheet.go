package report

import (
	"image/color"
	"time"

	"vedetta/charts"
)

// document is a laid-out report, ready to be played as PDF or as pictures.
type document struct {
	paper               Paper
	set                 *typesetter
	title, author, lang string
	made                time.Time
	sheets              []*sheet
}

// sheet is one page. Places are in points from the top left corner; boxes lie
// below figures, figures below text.
type sheet struct {
	boxes   []box
	figures []figure
	lines   []line
	marks   []mark
}

// box is a filled rectangle.
type box struct {
	x, y, w, h float64
	color      color.NRGBA
}

// figure is a chart in its place.
type figure struct {
	chart      charts.Chart
	x, y, w, h float64
}

// line is clean text that begins at x on the baseline y.
type line struct {
	x, y  float64
	text  string
	style style
}

// mark is an entry of the table of contents.
type mark struct {
	title string
	y     float64
}

func (s *sheet) left(x, y float64, text string, st style) {
	if text != "" {
		s.lines = append(s.lines, line{x: x, y: y, text: text, style: st})
	}
}

// right writes text that ends at x.
func (s *sheet) right(set *typesetter, x, y float64, text string, st style) {
	s.left(x-set.width(text, st), y, text, st)
}
