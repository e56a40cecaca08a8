package kit

import "fyne.io/fyne/v2"

// NewFlow sets objects side by side, as words in a line, and begins a new
// line when the next does not fit. Unlike Fyne's row wrap layout it can become
// narrower again.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{gap: gap}, Objects: objects}
}

type flow struct {
	gap   float32
	width float32 // of the last layout: the height follows from it
}

// MinSize is as wide as the widest object and as high as at the last width.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	widest := float32(0)
	for _, o := range objects {
		if o.Visible() {
			widest = max(widest, o.MinSize().Width)
		}
	}
	height := f.place(objects, max(f.width, widest), func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
	return fyne.NewSize(widest, height)
}

// Layout places the objects.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// place walks through the objects in reading order and gives the height.
func (f *flow) place(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var at fyne.Position
	line := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		size.Width = min(size.Width, width)
		if at.X > 0 && at.X+size.Width > width {
			at = fyne.NewPos(0, at.Y+line+f.gap)
			line = 0
		}
		put(o, at, size)
		line = max(line, size.Height)
		at.X += size.Width + f.gap
	}
	return at.Y + line
}
