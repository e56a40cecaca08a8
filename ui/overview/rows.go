package overview

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// newDriverRow shows a word, how its mentions feel, how many they are.
func newDriverRow(d data.Driver, note string, open func()) fyne.CanvasObject {
	bar := kit.Inset(9, 9, 0, 0, kit.NewShareBar(d.Totals))
	row := kit.Columns(kit.Edge, []float32{3, 6, 2}, kit.NewLine(kit.Body, kit.Plain(d.Term)), bar, kit.NewLine(kit.Caption.Trailing(), note))
	return kit.NewPress(kit.Sized(0, 26, row), open)
}

// shares gives the upper object its share of the height, the lower the rest.
type shares struct{ upper, gap float32 }

// Layout is Fyne's.
func (s *shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := (size.Height - s.gap) * s.upper
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, h))
	objects[1].Move(fyne.NewPos(0, h+s.gap))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-h-s.gap))
}

// MinSize is Fyne's.
func (s *shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height+s.gap)
}
