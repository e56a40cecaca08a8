package incidents

import (
	"slices"

	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

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
	kit.SetShown(n.root, len(lines) > 0)
}
