package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Gap is the space between neighbours; Edge that between cards.
const (
	Gap  float32 = 8
	Edge float32 = 14
)

// Row puts objects side by side, each as wide as it needs.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), objects...)
}

// Inset leaves room around an object.
func Inset(top, bottom, left, right float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// Between puts left and right at the ends of a line and fills the rest with
// middle, which may be nil.
func Between(gap float32, left, middle, right fyne.CanvasObject) *fyne.Container {
	if middle == nil {
		middle = layout.NewSpacer()
	}
	var l, r fyne.CanvasObject
	if left != nil {
		l = Inset(0, 0, 0, gap, left)
	}
	if right != nil {
		r = Inset(0, 0, gap, 0, right)
	}
	return container.NewBorder(nil, nil, l, r, middle)
}

// Columns shares the width among objects by weight.
func Columns(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns{gap, weights}, objects...)
}

type columns struct {
	gap     float32
	weights []float32
}

func (c columns) weight(i int) float32 {
	if i < len(c.weights) {
		return c.weights[i]
	}
	return 1
}

// Layout is Fyne's.
func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var sum float32
	for i := range objects {
		sum += c.weight(i)
	}
	room := size.Width - c.gap*float32(len(objects)-1)
	x := float32(0)
	for i, o := range objects {
		w := room * c.weight(i) / sum
		place(o, x, 0, w, size.Height)
		x += w + c.gap
	}
}

// MinSize is Fyne's.
func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		min.Width += m.Width
		if i > 0 {
			min.Width += c.gap
		}
		min.Height = max(min.Height, m.Height)
	}
	return min
}

// Sized gives an object a least size.
func Sized(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(least{fyne.NewSize(width, height)}, o)
}

type least struct{ size fyne.Size }

// Layout is Fyne's.
func (l least) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

// MinSize is Fyne's.
func (l least) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := l.size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}
