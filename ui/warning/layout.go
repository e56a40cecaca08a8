package warning

import (
	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// pairFrom is the width from which two cards stand side by side.
const pairFrom float32 = 900

// newBelow sets a foot flush with the lower edge below a body, whose height
// follows from its width.
func newBelow(body, foot fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: below{}, Objects: []fyne.CanvasObject{body, foot}}
}

type below struct{}

const footGap float32 = 10

// MinSize is as high as both.
func (below) MinSize(o []fyne.CanvasObject) fyne.Size {
	body, foot := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(body.Width, foot.Width), body.Height+footGap+foot.Height)
}

// Layout is Fyne's.
func (below) Layout(o []fyne.CanvasObject, size fyne.Size) {
	foot := o[1].MinSize().Height
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, size.Height-foot-footGap))
	o[1].Move(fyne.NewPos(0, size.Height-foot))
	o[1].Resize(fyne.NewSize(size.Width, foot))
}

// pressMargin keeps what can be pressed clear of its edges.
const pressMargin float32 = 4

// flush lets the margins of what can be pressed hang over, so that its words
// stand in line with those above.
func flush(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Inset(0, 0, -pressMargin, -pressMargin, o)
}

// newThirds sets objects side by side, equally wide and equally high.
func newThirds(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: thirds{}, Objects: objects}
}

type thirds struct{}

// MinSize is as high as the highest.
func (thirds) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, each := range o {
		m := each.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), max(size.Height, m.Height))
	}
	size.Width = size.Width*float32(len(o)) + kit.Edge*float32(len(o)-1)
	return size
}

// Layout gives each its width and then asks for the heights.
func (thirds) Layout(o []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(o))
	width := (size.Width - kit.Edge*(n-1)) / n
	height := size.Height
	for _, each := range o {
		each.Resize(fyne.NewSize(width, each.MinSize().Height))
	}
	for _, each := range o {
		height = max(height, each.MinSize().Height)
	}
	for i, each := range o {
		each.Resize(fyne.NewSize(width, height))
		each.Move(fyne.NewPos(float32(i)*(width+kit.Edge), 0))
	}
}
