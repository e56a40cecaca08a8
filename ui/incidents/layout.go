package incidents

import (
	"slices"

	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// split gives the list a part of the width, and the detail the rest.
type split struct{}

const (
	listShare                   = 0.31
	listLeast, listMost         = 250, 340
	detailLeast         float32 = 300
)

// MinSize is Fyne's.
func (split) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(listLeast+kit.Edge+detailLeast, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout is Fyne's.
func (split) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left := min(max(size.Width*listShare, listLeast), listMost)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(left, size.Height))
	o[1].Move(fyne.NewPos(left+kit.Edge, 0))
	o[1].Resize(fyne.NewSize(size.Width-left-kit.Edge, size.Height))
}

// notice is what to know before reading the list.
type notice struct {
	shown []string
	lines *fyne.Container
	root  *kit.Panel
}

func newNotice() *notice {
	n := &notice{lines: kit.NewDown(4)}
	n.root = kit.NewPanel(kit.Inset(10, 10, 16, 16, n.lines))
	n.root.SetColors(kit.ColorAccentTint, kit.ColorAccentTint)
	n.root.Hide()
	return n
}

func (n *notice) set(lines []string) {
	if !slices.Equal(lines, n.shown) {
		n.shown = lines
		n.lines.RemoveAll()
		for _, line := range lines {
			n.lines.Add(kit.NewPara(kit.Body, line))
		}
	}
	setShown(n.root, len(lines) > 0)
}
