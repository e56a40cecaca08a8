package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// NavItem is a line of the rail: the name of a screen and a count.
type NavItem struct {
	pressable
	text, badge string
	chosen      bool
	urgent      bool // what is counted cannot wait
}

// NewNavItem makes a line.
func NewNavItem(text string, tapped func()) *NavItem {
	n := &NavItem{text: text}
	n.onTapped = tapped
	n.ExtendBaseWidget(n)
	return n
}

// SetBadge shows a count; "" shows none.
func (n *NavItem) SetBadge(text string) {
	if n.badge != text {
		n.badge = text
		n.Refresh()
	}
}

// SetUrgent sets the count in red.
func (n *NavItem) SetUrgent(on bool) { n.set(&n.urgent, on) }

// SetChosen marks the screen that is shown.
func (n *NavItem) SetChosen(on bool) { n.set(&n.chosen, on) }

func (n *NavItem) style() Style {
	if n.chosen {
		return Strong.In(ColorAccentText)
	}
	return Body
}

// CreateRenderer is Fyne's.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	back, pill := box(8), box(chipHeight/2)
	text, badge := canvas.NewText("", nil), canvas.NewText("", nil)
	r := &painter{objects: []fyne.CanvasObject{back, text, pill, badge}}
	r.paint = func() {
		fill := ColorNone
		switch {
		case n.chosen:
			fill = ColorAccentTint
		case n.hovered:
			fill = ColorNeutralTint
		}
		back.FillColor = theme.Color(fill)
		n.ring(back, fill)
		n.style().dress(text, n.text)
		counted := Caption.Center()
		pill.FillColor = theme.Color(ColorNeutralTint)
		if n.urgent {
			pill.FillColor, counted.Color = theme.Color(ColorNegative), ColorOnNegative
		}
		counted.dress(badge, n.badge)
		pill.Hidden, badge.Hidden = n.badge == "", n.badge == ""
		r.layout(n.Size())
	}
	r.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		h := n.style().measure(n.text).Height
		place(text, 10, (s.Height-h)/2, s.Width-20, h)
		size := Caption.measure(n.badge)
		w := max(size.Width+14, chipHeight)
		place(pill, s.Width-10-w, (s.Height-chipHeight)/2, w, chipHeight)
		place(badge, s.Width-10-w, (s.Height-size.Height)/2, w, size.Height)
	}
	r.min = func() fyne.Size { return fyne.NewSize(120, 37) }
	return r.done()
}
