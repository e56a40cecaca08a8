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

// Of the detail column the reply takes this share, and never less than it
// needs; the mention above scrolls.
const (
	replyShare float32 = 0.46
	replyLeast float32 = 250
)

// reading lays out a mention above the answer to it.
type reading struct{ gap float32 }

// MinSize is what the smallest window leaves.
func (r *reading) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size.Width = max(size.Width, o.MinSize().Width)
	}
	size.Height = replyLeast
	return size
}

// Layout gives the answer, if there is one, the lower part.
func (r *reading) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	mention, answer := objects[0], objects[1]
	above := size.Height
	if answer.Visible() {
		height := min(max(replyLeast, replyShare*size.Height), size.Height)
		above -= height + r.gap
		answer.Move(fyne.NewPos(0, size.Height-height))
		answer.Resize(fyne.NewSize(size.Width, height))
	}
	mention.Move(fyne.NewPos(0, 0))
	mention.Resize(fyne.NewSize(size.Width, max(0, above)))
}
