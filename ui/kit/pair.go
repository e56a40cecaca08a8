package kit

import "fyne.io/fyne/v2"

// NewPair sets two cards side by side from a width on, equally high, and below
// one another where there is less room.
func NewPair(from float32, a, b fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &pair{from: from}, Objects: []fyne.CanvasObject{a, b}}
}

type pair struct{ from, width float32 }

// MinSize is for the width of the last layout: the height depends on it.
func (p *pair) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	size := fyne.NewSize(max(a.Width, b.Width), a.Height+Edge+b.Height)
	if p.width >= p.from {
		size.Height = max(a.Height, b.Height)
	}
	return size
}

// Layout gives each card its width and then asks for its height.
func (p *pair) Layout(o []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	wide := size.Width >= p.from
	width := size.Width
	if wide {
		width = (size.Width - Edge) / 2
	}
	heights := [2]float32{}
	for i := range heights {
		o[i].Resize(fyne.NewSize(width, o[i].MinSize().Height))
		heights[i] = o[i].MinSize().Height
	}
	second := fyne.NewPos(0, heights[0]+Edge)
	if wide {
		second = fyne.NewPos(width+Edge, 0)
		heights[0] = max(heights[0], heights[1])
		heights[1] = heights[0]
	}
	for i := range heights {
		o[i].Resize(fyne.NewSize(width, heights[i]))
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Move(second)
}
