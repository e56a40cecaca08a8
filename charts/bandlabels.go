package charts

import (
	"slices"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// placedLabel is the label of a band where it is written.
type placedLabel struct {
	text        string
	kind        BandKind
	left, right int
}

// bandLabels are the labels for which there is room: in full, else short, else
// not at all. A label begins at its band and may run on where no other band is.
func (p plot) bandLabels(placed []placedBand, box gochart.Box) (out []placedLabel) {
	byKind := slices.Clone(placed)
	slices.SortStableFunc(byKind, func(a, b placedBand) int { return int(a.Kind - b.Kind) })
	for _, b := range byKind {
		left, right := roomOf(b, placed, box)
		for _, text := range []string{b.Label, b.Short} {
			if l, ok := p.labelIn(b, text, left, right); ok && !touches(l, out, p.px(bandPadding)) {
				out = append(out, l)
				break
			}
		}
	}
	return out
}

// roomOf is from where to where the label of a band may reach: to the next
// band on each side, or to the edge of the plot.
func roomOf(b placedBand, all []placedBand, box gochart.Box) (left, right int) {
	left, right = box.Left, box.Right
	for _, o := range all {
		if o.right <= b.left {
			left = max(left, o.right)
		}
		if o.left > b.left {
			right = min(right, o.left)
		}
	}
	return left, right
}

// labelIn sets a text at the beginning of its band, or as far before it as the
// room to its right demands, but never across the line of a mark; false if
// there is no room for it.
func (p plot) labelIn(b placedBand, text string, left, right int) (placedLabel, bool) {
	width, pad := p.px(textWidth(text)), p.px(bandPadding)
	at := min(b.left+pad, right-pad-width)
	if b.Kind == BandMark && at < b.left {
		at = b.left - pad - width
	}
	l := placedLabel{text: text, kind: b.Kind, left: at, right: at + width}
	return l, text != "" && at >= left && l.right >= b.left-2*pad
}

func touches(l placedLabel, others []placedLabel, apart int) bool {
	return slices.ContainsFunc(others, func(o placedLabel) bool { return l.left < o.right+apart && o.left < l.right+apart })
}
