package kit

import "fyne.io/fyne/v2"

// NewOver sets top, as high as it needs at the width there is, over rest,
// which gets what remains: all, while top is hidden.
func NewOver(gap float32, top, rest fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: over{gap}, Objects: []fyne.CanvasObject{top, rest}}
}

type over struct{ gap float32 }

// MinSize is as wide as the wider of the two and as high as both.
func (o over) MinSize(objects []fyne.CanvasObject) fyne.Size {
	min := objects[1].MinSize()
	if objects[0].Visible() {
		top := objects[0].MinSize()
		min = fyne.NewSize(max(top.Width, min.Width), top.Height+o.gap+min.Height)
	}
	return min
}

// Layout gives top its width and then asks for its height.
func (o over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	if top := objects[0]; top.Visible() {
		top.Resize(fyne.NewSize(size.Width, top.MinSize().Height))
		height := top.MinSize().Height
		place(top, 0, 0, size.Width, height)
		y = height + o.gap
	}
	place(objects[1], 0, y, size.Width, size.Height-y)
}

// NewBeside sets side, as wide as it needs, to the left of rest.
func NewBeside(side, rest fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: beside{}, Objects: []fyne.CanvasObject{side, rest}}
}

type beside struct{}

// MinSize is as high as the higher of the two and as wide as both.
func (beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	side, rest := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(side.Width+rest.Width, max(side.Height, rest.Height))
}

// Layout gives side its width and rest what remains.
func (beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := objects[0].MinSize().Width
	place(objects[0], 0, 0, w, size.Height)
	place(objects[1], w, 0, size.Width-w, size.Height)
}
