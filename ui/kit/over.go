package kit

import "fyne.io/fyne/v2"

// NewOver sets top, as high as it needs at the width there is, over rest,
// which gets what remains.
func NewOver(gap float32, top, rest fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: over{gap}, Objects: []fyne.CanvasObject{top, rest}}
}

type over struct{ gap float32 }

// MinSize is as wide as the wider of the two and as high as both.
func (o over) MinSize(objects []fyne.CanvasObject) fyne.Size {
	top, rest := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(top.Width, rest.Width), top.Height+o.gap+rest.Height)
}

// Layout gives top its width and then asks for its height.
func (o over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := objects[0]
	top.Resize(fyne.NewSize(size.Width, top.MinSize().Height))
	height := top.MinSize().Height
	place(top, 0, 0, size.Width, height)
	place(objects[1], 0, height+o.gap, size.Width, size.Height-height-o.gap)
}
