package kit

import "fyne.io/fyne/v2"

// Split gives a list a share of the width, within bounds, and what the list
// leads to the rest, of which it needs some at least.
type Split struct {
	Share, Least, Most float32 // of the list
	Rest               float32 // 0: what it asks for
}

// MinSize is Fyne's.
func (s Split) MinSize(o []fyne.CanvasObject) fyne.Size {
	rest := s.Rest
	if rest == 0 {
		rest = o[1].MinSize().Width
	}
	return fyne.NewSize(s.Least+Edge+rest, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout is Fyne's.
func (s Split) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*s.Share, s.Least), s.Most)
	place(o[0], 0, 0, left, size.Height)
	place(o[1], left+Edge, 0, size.Width-left-Edge, size.Height)
}

// SetShown shows an object, or hides it.
func SetShown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
		return
	}
	o.Hide()
}
