package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// RowFold is what can be done with the copies that are folded into a row.
type RowFold struct {
	Open   bool   // they stand below it
	Tapped func() // its badge was tapped; nil: they cannot be shown
}

// underIndent is by how much a row is set in below the one it belongs to.
const underIndent float32 = 20

// SetFold says what its badge does; Set shows it.
func (r *MentionRow) SetFold(f RowFold) { r.fold = f }

// rowBadge is the part of a row that unfolds it. It is no place for the focus:
// the keys belong to the list.
type rowBadge struct {
	widget.BaseWidget
	text   string
	tapped func()
	over   bool
}

var (
	_ fyne.Tappable     = (*rowBadge)(nil)
	_ desktop.Hoverable = (*rowBadge)(nil)
)

func newRowBadge() *rowBadge {
	b := &rowBadge{}
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// set shows a text, or hides the badge when it is empty.
func (b *rowBadge) set(text string, f RowFold) {
	switch {
	case f.Tapped == nil:
	case f.Open:
		text += " ▾"
	default:
		text += " ▸"
	}
	b.text, b.tapped = text, f.Tapped
}

// Tapped unfolds, or folds.
func (b *rowBadge) Tapped(*fyne.PointEvent) {
	if b.tapped != nil {
		b.tapped()
	}
}

// MouseIn shows that the badge can be pressed.
func (b *rowBadge) MouseIn(*desktop.MouseEvent) { b.over = true; b.Refresh() }

// MouseMoved is of no interest.
func (b *rowBadge) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hover colour away.
func (b *rowBadge) MouseOut() { b.over = false; b.Refresh() }

// CreateRenderer is Fyne's.
func (b *rowBadge) CreateRenderer() fyne.WidgetRenderer {
	back, text := box(6), canvas.NewText("", nil)
	r := &painter{objects: []fyne.CanvasObject{back, text}}
	r.paint = func() {
		back.FillColor, back.StrokeWidth = theme.Color(ToneAccent.Tint()), 0
		if b.over {
			back.StrokeColor, back.StrokeWidth = theme.Color(ToneAccent.Text()), 1
		}
		Caption.In(ToneAccent.Text()).dress(text, b.text)
	}
	r.min = func() fyne.Size {
		return fyne.NewSize(Caption.measure(b.text).Width+2*chipMargin, chipHeight)
	}
	r.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		h := text.MinSize().Height
		place(text, chipMargin, (s.Height-h)/2, s.Width-chipMargin, h)
	}
	return r.done()
}
