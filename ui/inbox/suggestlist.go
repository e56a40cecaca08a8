package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// suggestList shows suggestions, one of which the arrow keys choose. Its rows
// are kept: it changes with every letter.
type suggestList struct {
	explain func(data.Suggestion) string
	rows    []*suggestRow
	down    *fyne.Container
	panel   *kit.Panel
	layer   *fyne.Container // that it lies on
	shown   []data.Suggestion
	chosen  int // -1: none
	take    func(data.Suggestion)
	changed func()
	toggled func() // it opened or closed
	left    func() // the pointer left it
	pointed bool   // the pointer is on it
}

func newSuggestList(explain func(data.Suggestion) string, take func(data.Suggestion)) *suggestList {
	l := &suggestList{explain: explain, take: take, down: kit.NewDown(0), chosen: -1, changed: func() {}, toggled: func() {}, left: func() {}}
	l.panel = kit.NewPanel(kit.Inset(4, 4, 4, 4, l.down))
	l.panel.Hide()
	return l
}

// Visible tells whether there is something to choose from.
func (l *suggestList) Visible() bool { return len(l.shown) > 0 }

func (l *suggestList) close() { l.set(nil) }

func (l *suggestList) set(list []data.Suggestion) {
	if len(list) == 0 && len(l.shown) == 0 {
		return
	}
	l.pointed = l.pointed && len(list) > 0
	toggles := l.Visible() != (len(list) > 0)
	l.shown, l.chosen = list, -1
	for len(l.rows) < len(list) {
		row := newSuggestRow(len(l.rows), l)
		l.rows = append(l.rows, row)
		l.down.Add(row)
	}
	for i, row := range l.rows {
		if row.Hidden = i >= len(list); !row.Hidden {
			row.set(list[i].Shown, l.explain(list[i]))
		}
	}
	l.panel.Hidden = len(list) == 0
	l.down.Refresh()
	l.changed()
	l.panel.Refresh()
	if toggles {
		l.toggled()
	}
}

// move chooses another one; beyond the ends none is.
func (l *suggestList) move(by int) {
	l.chosen += by
	switch {
	case l.chosen >= len(l.shown):
		l.chosen = -1
	case l.chosen < -1:
		l.chosen = len(l.shown) - 1
	}
	for _, row := range l.rows {
		row.Refresh()
	}
}

func (l *suggestList) takeAt(i int) {
	if i < len(l.shown) {
		l.take(l.shown[i])
	}
}

// suggestRow is one suggestion: as it is typed, and what it means.
type suggestRow struct {
	widget.BaseWidget
	at           int
	list         *suggestList
	typed, means *kit.Text
	back         *canvas.Rectangle
}

var (
	_ fyne.Tappable     = (*suggestRow)(nil)
	_ desktop.Hoverable = (*suggestRow)(nil)
)

func newSuggestRow(at int, l *suggestList) *suggestRow {
	r := &suggestRow{at: at, list: l, typed: kit.NewLine(kit.Body, ""), means: kit.NewLine(kit.Caption.Trailing(), ""), back: canvas.NewRectangle(nil)}
	r.back.CornerRadius = 6
	r.ExtendBaseWidget(r)
	return r
}

func (r *suggestRow) set(typed, means string) {
	r.typed.SetText(kit.Plain(typed))
	r.means.SetText(kit.Plain(means))
	r.Refresh()
}

// Tapped takes the suggestion.
func (r *suggestRow) Tapped(*fyne.PointEvent) { r.list.takeAt(r.at) }

// MouseIn chooses the row. The list stays while the pointer is on it: pressing
// takes the focus away from the line before the press becomes a tap.
func (r *suggestRow) MouseIn(*desktop.MouseEvent) {
	r.list.pointed = true
	r.list.move(r.at - r.list.chosen)
}

// MouseMoved changes nothing.
func (r *suggestRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut leaves the row chosen.
func (r *suggestRow) MouseOut() {
	r.list.pointed = false
	r.list.left()
}

// CreateRenderer lays out what is typed before what it means.
func (r *suggestRow) CreateRenderer() fyne.WidgetRenderer { return &suggestRowRenderer{r} }

type suggestRowRenderer struct{ row *suggestRow }

// Destroy has nothing to let go of.
func (s *suggestRowRenderer) Destroy() {}

// Objects are drawn in this order.
func (s *suggestRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.row.back, s.row.typed, s.row.means}
}

// MinSize leaves the width to the list.
func (s *suggestRowRenderer) MinSize() fyne.Size { return fyne.NewSize(80, sideRowHeight) }

// Layout gives what is typed a good half.
func (s *suggestRowRenderer) Layout(size fyne.Size) {
	const typedShare = 0.5
	room := size.Width - 3*sideRowMargin
	s.row.back.Resize(size)
	s.row.typed.Move(fyne.NewPos(sideRowMargin, 0))
	s.row.typed.Resize(fyne.NewSize(typedShare*room, size.Height))
	s.row.means.Move(fyne.NewPos(typedShare*room+2*sideRowMargin, 0))
	s.row.means.Resize(fyne.NewSize((1-typedShare)*room, size.Height))
}

// Refresh takes the colours of the theme.
func (s *suggestRowRenderer) Refresh() {
	fill := kit.ColorNone
	if s.row.at == s.row.list.chosen {
		fill = kit.ColorAccentTint
	}
	s.row.back.FillColor = theme.Color(fill)
	s.row.back.Refresh()
	s.row.typed.Refresh()
	s.row.means.Refresh()
}
