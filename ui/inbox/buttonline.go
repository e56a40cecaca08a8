package inbox

import (
	"fyne.io/fyne/v2"
)

// buttonLine sets buttons side by side, the last one at the right end, and in
// a narrow column begins a new line where room ends.
type buttonLine struct {
	gap   float32
	width float32 // of the last layout: the height depends on it
}

// MinSize is as wide as the widest button.
func (b *buttonLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	b.walk(o, func(button fyne.CanvasObject, _, y float32) {
		m := button.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), max(size.Height, y+m.Height))
	})
	return size
}

// Layout gives each button what it needs.
func (b *buttonLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	b.walk(o, func(button fyne.CanvasObject, x, y float32) {
		m := button.MinSize()
		if button == o[len(o)-1] {
			x = size.Width - m.Width
		}
		button.Move(fyne.NewPos(x, y))
		button.Resize(m)
	})
}

func (b *buttonLine) walk(o []fyne.CanvasObject, put func(button fyne.CanvasObject, x, y float32)) {
	var x, y, high float32
	for _, each := range o {
		m := each.MinSize()
		if x > 0 && b.width > 0 && x+m.Width > b.width {
			x, y, high = 0, y+high+b.gap, 0
		}
		put(each, x, y)
		x, high = x+m.Width+b.gap, max(high, m.Height)
	}
}
