package inbox

import "fyne.io/fyne/v2"

const (
	sideWide, sideNarrow = 180, 164
	listWidest           = 470
	roomy                = 1000 // width from which the side column is wide
)

// columns lays out views, list and detail: the list gets a good third, the
// rest is for reading.
type columns struct{ gap float32 }

// MinSize is what the smallest window leaves.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(sideNarrow+2*c.gap, 0)
	for i, o := range objects {
		m := o.MinSize()
		size.Height = max(size.Height, m.Height)
		if i > 0 {
			size.Width += m.Width
		}
	}
	return size
}

// Layout gives each column its width and all of the height.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := float32(sideNarrow)
	if size.Width >= roomy {
		side = sideWide
	}
	rest := size.Width - side - 2*c.gap
	list := min(0.46*rest, listWidest)
	x := float32(0)
	for i, width := range []float32{side, list, rest - list} {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width + c.gap
	}
}
