package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// OpenCard opens a small pane below what was pressed; a press beside it closes
// it.
func OpenCard(below, content fyne.CanvasObject) *widget.PopUp {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(below)
	popup := widget.NewPopUp(content, canvas)
	at := driver.AbsolutePositionForObject(below).AddXY(0, below.Size().Height)
	at.X = max(0, min(at.X, canvas.Size().Width-popup.MinSize().Width-Gap))
	at.Y = max(0, min(at.Y, canvas.Size().Height-popup.MinSize().Height-Gap))
	popup.ShowAtPosition(at)
	return popup
}

// OpenMenu opens a list below what was pressed.
func OpenMenu(below fyne.CanvasObject, items []*fyne.MenuItem) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(below).AddXY(0, below.Size().Height)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), driver.CanvasForObject(below), at)
}
