package inbox

import (
	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// headLine lays out title, handed-in filter, search and buttons. What was handed
// in is shown whole while the search keeps its least width, and is cut after
// that.
type headLine struct{}

const (
	headGap float32 = 12
	// searchNarrowest is with the button beside the entry.
	searchNarrowest, searchWidest float32 = 210, 460
	handedNarrowest               float32 = 70
)

// MinSize does not mind the hint in the search, nor the length of the filter's
// title: both are cut where room ends.
func (headLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(o[0].MinSize().Width+headGap+searchNarrowest+kit.Gap+o[3].MinSize().Width, 0)
	for _, each := range o {
		size.Height = max(size.Height, each.MinSize().Height)
	}
	return size
}

// Layout sets the buttons at the right end, the search before them.
func (headLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	title, right := o[0].MinSize().Width, o[3].MinSize().Width
	room := max(0, size.Width-title-headGap-kit.Gap-right)
	handed := float32(0)
	if want := o[1].MinSize().Width; want > 0 {
		handed = min(want+headGap, max(handedNarrowest+headGap, room-searchNarrowest), room)
	}
	search := min(room-handed, searchWidest)
	put := func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
	put(o[0], 0, title)
	put(o[1], title+headGap, max(0, handed-headGap))
	put(o[2], size.Width-right-kit.Gap-search, search)
	put(o[3], size.Width-right, right)
}
