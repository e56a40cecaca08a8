package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Flow puts objects side by side and begins a new line where room ends.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

type flow struct {
	gap   float32
	width float32 // of the last layout: the height depends on it
}

// Layout is Fyne's.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.walk(objects, func(o fyne.CanvasObject, x, y, w, h float32) { place(o, x, y, w, h) })
}

// MinSize is Fyne's.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	f.walk(objects, func(_ fyne.CanvasObject, _, y, w, h float32) {
		min = fyne.NewSize(max(min.Width, w), max(min.Height, y+h))
	})
	return min
}

func (f *flow) walk(objects []fyne.CanvasObject, put func(o fyne.CanvasObject, x, y, w, h float32)) {
	var x, y, high float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && f.width > 0 && x+m.Width > f.width {
			x, y, high = 0, y+high+f.gap, 0
		}
		w := m.Width
		if f.width > 0 {
			w = min(w, f.width)
		}
		put(o, x, y, w, m.Height)
		x, high = x+m.Width+f.gap, max(high, m.Height)
	}
}
