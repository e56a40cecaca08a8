package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// sideRow is a name with a count that can be chosen.
type sideRow struct {
	widget.BaseWidget
	name, count      *kit.Text
	back             *canvas.Rectangle
	chosen, hovering bool
	focused          bool
	onTap            func()
	onMenu           func(at fyne.Position) // may be nil
}

var (
	_ fyne.Focusable         = (*sideRow)(nil)
	_ fyne.SecondaryTappable = (*sideRow)(nil)
	_ desktop.Hoverable      = (*sideRow)(nil)
)

func newSideRow(name string, onTap func()) *sideRow {
	r := &sideRow{name: kit.NewLine(kit.Body, name), count: kit.NewText(kit.Caption, ""), back: canvas.NewRectangle(nil), onTap: onTap}
	r.back.CornerRadius = 6
	r.ExtendBaseWidget(r)
	return r
}

// Set shows the count and whether the row is chosen.
func (r *sideRow) Set(count string, chosen bool) {
	r.count.SetText(count)
	r.chosen = chosen
	r.Refresh()
}

// Tapped chooses the row.
func (r *sideRow) Tapped(*fyne.PointEvent) { r.onTap() }

// TappedSecondary shows what can be done with the row.
func (r *sideRow) TappedSecondary(e *fyne.PointEvent) { r.menu(e.AbsolutePosition) }

func (r *sideRow) menu(at fyne.Position) {
	if r.onMenu != nil {
		r.onMenu(at)
	}
}

// MouseIn lights the row up.
func (r *sideRow) MouseIn(*desktop.MouseEvent) { r.hovering = true; r.Refresh() }

// MouseMoved changes nothing.
func (r *sideRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the light away.
func (r *sideRow) MouseOut() { r.hovering = false; r.Refresh() }

// FocusGained shows where the keyboard is.
func (r *sideRow) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost takes that away.
func (r *sideRow) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune asks for help at most: letters belong to the list.
func (r *sideRow) TypedRune(letter rune) { kit.HelpRune(r, letter) }

// TypedKey chooses the row with space or return; the menu key shows its menu.
func (r *sideRow) TypedKey(k *fyne.KeyEvent) {
	if kit.HelpKey(r, k) {
		return
	}
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		r.onTap()
	case desktop.KeyMenu, fyne.KeyF2:
		r.menu(fyne.CurrentApp().Driver().AbsolutePositionForObject(r).AddXY(0, r.Size().Height))
	}
}

// CreateRenderer lays the name out before the count.
func (r *sideRow) CreateRenderer() fyne.WidgetRenderer { return &sideRowRenderer{r} }

type sideRowRenderer struct{ row *sideRow }

const (
	sideRowHeight = 30
	sideRowMargin = 6
)

// Destroy has nothing to let go of.
func (s *sideRowRenderer) Destroy() {}

// Objects are drawn in this order.
func (s *sideRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.row.back, s.row.name, s.row.count}
}

// MinSize leaves the width to the column.
func (s *sideRowRenderer) MinSize() fyne.Size { return fyne.NewSize(80, sideRowHeight) }

// Layout gives the count what it needs and the name the rest.
func (s *sideRowRenderer) Layout(size fyne.Size) {
	count := s.row.count.MinSize()
	s.row.back.Resize(size)
	s.row.count.Resize(fyne.NewSize(count.Width, size.Height))
	s.row.count.Move(fyne.NewPos(size.Width-count.Width-sideRowMargin, 0))
	s.row.name.Resize(fyne.NewSize(size.Width-count.Width-3*sideRowMargin, size.Height))
	s.row.name.Move(fyne.NewPos(sideRowMargin, 0))
}

// Refresh takes the colours of the theme.
func (s *sideRowRenderer) Refresh() {
	r := s.row
	fill, style := kit.ColorNone, kit.Body
	switch {
	case r.chosen:
		fill, style = kit.ColorAccentTint, kit.Body.In(kit.ColorAccentText)
	case r.hovering:
		fill = kit.ColorNeutralTint
	}
	r.name.SetStyle(style)
	r.back.FillColor, r.back.StrokeWidth = theme.Color(fill), 0
	if r.focused {
		r.back.StrokeColor, r.back.StrokeWidth = theme.Color(kit.ColorAccent), 2
	}
	s.Layout(r.Size())
	r.back.Refresh()
	r.name.Refresh()
	r.count.Refresh()
}
