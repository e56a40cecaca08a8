package report

import (
	"math"

	"vedetta/data"
)

// tile is a number of the period with its change against the one before.
type tile struct{ name, value, change string }

// tiles writes the row of numbers, and against what they are compared.
func (w writer) tiles() {
	const (
		height, indent   = 48.0, 10.0
		nameY, valueY    = 9.5, 29.0
		changeY, barWide = 44.5, 2.25
	)
	w.y += 12
	w.need(height)
	tiles := []tile{w.mentionsTile(), w.netTile(), w.shareTile(), w.replyTile()}
	wide := w.width() / float64(len(tiles))
	s := w.sheet()
	for i, t := range tiles {
		x := marginX + float64(i)*wide
		fit := func(text string, st style) string { return w.doc.set.fit(text, st, wide-2*indent) }
		s.boxes = append(s.boxes, box{x: x, y: w.y, w: barWide, h: height, color: palette.Accent})
		s.left(x+indent, w.y+nameY, fit(t.name, muted), muted)
		s.left(x+indent, w.y+valueY, fit(t.value, figureText), figureText)
		s.left(x+indent, w.y+changeY, fit(t.change, muted), muted)
	}
	w.y += height + 6
	w.paragraph(w.comparison(), small, 12, 1)
}

// comparison says what the changes are against.
func (w writer) comparison() string {
	if before, ok := w.Summary.Filter.Period.Before(w.Zone); ok && w.Summary.HasBefore {
		return w.words.Text("report.compared", "Period", w.words.Range(before.From, before.To, w.Zone))
	}
	return w.words.Text("report.compared.not")
}

func (w writer) mentionsTile() tile {
	now, before := w.Summary.Now.Mentions(), w.Summary.Before.Mentions()
	change := unknown
	if w.Summary.HasBefore && before > 0 {
		change = w.words.Signed(100*float64(now-before)/float64(before)) + "%"
	}
	return tile{w.words.Text("report.tile.mentions"), w.words.Number(int64(now)), change}
}

func (w writer) netTile() tile {
	return tile{w.words.Text("report.tile.net"), w.net(w.Summary.Now), w.points(data.Totals.Net)}
}

func (w writer) shareTile() tile {
	return tile{w.words.Text("report.tile.share"), w.share(w.Summary.Now), w.points(data.Totals.NegativeShare)}
}

// points is the change of a share. It is the difference of the rounded
// numbers, so that it agrees with what is printed now and was printed before.
func (w writer) points(of func(data.Totals) (float64, bool)) string {
	now, okNow := of(w.Summary.Now)
	before, okBefore := of(w.Summary.Before)
	if !w.Summary.HasBefore || !okNow || !okBefore {
		return unknown
	}
	change := math.Round(now) - math.Round(before)
	return w.words.Count("report.points", int(math.Abs(change)), "Change", w.words.Signed(change))
}

func (w writer) replyTile() tile {
	now, before := w.Summary.FirstReply, w.Summary.FirstReplyBefore
	t := tile{name: w.words.Text("report.tile.reply"), value: unknown, change: unknown}
	if now.Replies == 0 {
		return t
	}
	t.value, t.change = w.words.Span(now.Median), w.words.Text("report.median")
	if !w.Summary.HasBefore || before.Replies == 0 {
		return t
	}
	sign, change := "+", now.Median-before.Median
	if change < 0 {
		sign, change = "−", -change
	}
	t.change = w.words.Text("report.median.change", "Change", sign+w.words.Span(change))
	return t
}
