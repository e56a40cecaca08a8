package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"vedetta/ui/kit"
)

// sheetWidth and sheetHeight fit the smallest window, margins and the title of
// the dialog included.
const sheetWidth, sheetHeight float32 = 900, 520

// showSheet lists the shortcuts by place, in two columns that scroll. It does
// not lie over itself.
func (w *Window) showSheet() {
	if w.window.Canvas().Overlays().Top() != nil {
		return
	}
	halves := [2]*fyne.Container{kit.NewDown(16), kit.NewDown(16)}
	heights := [2]int{}
	for _, place := range sheet() {
		side := 0
		if heights[1] < heights[0] {
			side = 1
		}
		halves[side].Add(w.sheetPlace(place))
		heights[side] += len(place.keys) + 2
	}
	column := kit.NewColumn(0, kit.Columns(28, nil, halves[0], halves[1]))
	d := dialog.NewCustom(w.env.Words.Text("ui.key.sheet"), w.env.Words.Text("ui.key.close"),
		kit.Sized(sheetWidth, sheetHeight, column), w.window)
	d.Show()
	column.Fit()
}

// sheetPlace is the part of the sheet for one place.
func (w *Window) sheetPlace(p keyPlace) fyne.CanvasObject {
	rows := kit.NewDown(5, kit.NewText(kit.Strong, w.env.Words.Text("shortcuts.in."+p.name)), kit.NewHairline())
	for _, s := range p.keys {
		rows.Add(kit.Columns(kit.Edge, []float32{3, 7},
			kit.NewLine(kit.Body.In(kit.ColorAccentText), s.shown),
			kit.NewPara(kit.Body, w.env.Words.Text(s.says))))
	}
	return rows
}
