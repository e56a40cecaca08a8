package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// columnsCard lets the person say what each column fills.
func (s *Screen) columnsCard() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	parts := kit.NewDown(6, kit.NewText(kit.Strong, w.Text("importer.columns")))
	names := make([]string, len(data.Fields))
	for i, f := range data.Fields {
		names[i] = p.FieldName(f)
	}
	for i, c := range p.Preview().Columns {
		choice := kit.NewChoice(names, fieldAt(c.Field), func(n int) { p.SetField(i, data.Fields[n]) })
		if !p.CanPlan() {
			choice.Disable()
		}
		parts.Add(mapped(p.ColumnName(i), choice))
	}
	if p.DateOrder() != data.DateOther {
		parts.Add(mapped(w.Text("importer.order"), s.orderChoice()))
	}
	if p.AsksSource() {
		parts.Add(mapped(w.Text("importer.source"), s.newSourceEntry()))
	}
	return kit.NewCard("", nil, parts)
}

func fieldAt(f data.Field) int {
	for i, g := range data.Fields {
		if f == g {
			return i
		}
	}
	return -1
}

// mapped is a column's name, an arrow and what it fills.
func mapped(name string, choice fyne.CanvasObject) fyne.CanvasObject {
	label := kit.NewLine(kit.Body, kit.Plain(name))
	return kit.Columns(kit.Gap, []float32{0.42, 0.58}, kit.Between(kit.Gap, nil, label, kit.NewText(kit.Muted, "→")), choice)
}

var dateOrders = []data.DateOrder{data.DateDayFirst, data.DateMonthDay}

func (s *Screen) orderChoice() fyne.CanvasObject {
	names, at := []string{}, 0
	for i, o := range dateOrders {
		names = append(names, s.env.Words.Text("importer.order."+string(o)))
		if o == s.presenter.DateOrder() {
			at = i
		}
	}
	return kit.NewChoice(names, at, func(i int) { s.presenter.SetDateOrder(dateOrders[i]) })
}

// sourceEntry takes the name of the source when it is left.
type sourceEntry struct {
	widget.Entry
	take func(string)
}

func (s *Screen) newSourceEntry() *sourceEntry {
	e := &sourceEntry{take: s.presenter.SetSource}
	e.PlaceHolder, e.Text = s.env.Words.Text("importer.source.hint"), s.presenter.Preview().Source
	e.OnSubmitted = e.take
	e.ExtendBaseWidget(e)
	return e
}

// FocusLost takes the name.
func (e *sourceEntry) FocusLost() {
	e.Entry.FocusLost()
	e.take(e.Text)
}

// split sets the columns beside the first rows, which get the larger part.
type split struct{ gap float32 }

const columnsPart = 0.4

// MinSize is as high as the higher of the two.
func (l *split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+l.gap+b.Width, max(a.Height, b.Height))
}

// Layout divides the width.
func (l *split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := columnsPart * (size.Width - l.gap)
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left+l.gap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left-l.gap, size.Height))
}
