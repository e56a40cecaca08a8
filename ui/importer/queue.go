package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// queueCard lists the files that are worked one after another.
type queueCard struct {
	env       *kit.Env
	presenter *Presenter
	all       *kit.Button
	list      *widget.List
	revealed  [2]int // number of files and the one on screen, when that was scrolled to
	root      fyne.CanvasObject
}

// queueRows is how many files are seen at once.
const queueRows, queueRowHeight = 4, 34

func newQueueCard(env *kit.Env, p *Presenter) *queueCard {
	c := &queueCard{env: env, presenter: p}
	c.all = kit.NewSmallButton(kit.Secondary, "", p.ImportAll)
	c.list = widget.NewList(p.Files, newQueueRow, func(n int, o fyne.CanvasObject) { fillQueueRow(o, p.Line(n)) })
	c.list.HideSeparators = true
	c.list.OnSelected = func(n int) {
		if n != p.At() || p.Stage() == StageSummary {
			p.Choose(n)
		}
	}
	c.root = kit.NewCard(env.Words.Text("importer.queue"), c.all, firstRows(c.list, queueRows, queueRowHeight))
	return c
}

// show brings the list up to date.
func (c *queueCard) show() {
	p := c.presenter
	c.all.SetText(p.AllButton())
	c.all.SetEnabled(p.CanImportAll())
	c.list.Refresh()
	c.list.Select(p.At())
	shown(c.root, p.Files() > 1)
}

// reveal scrolls to the file on screen when it has become another one. The
// list must have its size by then.
func (c *queueCard) reveal() {
	if now := [2]int{c.presenter.Files(), c.presenter.At()}; now != c.revealed {
		c.revealed = now
		c.list.ScrollTo(c.presenter.At())
	}
}

func newQueueRow() fyne.CanvasObject {
	name, where := kit.NewLine(kit.Body, ""), kit.NewLine(kit.Caption, "")
	state := kit.NewLine(kit.Caption, "")
	return kit.Inset(0, 0, 6, 6, kit.Sized(0, queueRowHeight-4, kit.Columns(kit.Gap, []float32{0.4, 0.2, 0.4}, name, where, state)))
}

func fillQueueRow(o fyne.CanvasObject, l Line) {
	parts := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects
	parts[0].(*kit.Text).SetText(kit.Plain(l.Name))
	parts[1].(*kit.Text).SetText(kit.Plain(l.Where))
	state := parts[2].(*kit.Text)
	state.SetText(kit.Plain(l.State))
	state.SetStyle(kit.Caption.In(lineTone(l).Text()))
}

func lineTone(l Line) kit.Tone {
	switch {
	case l.Stage == StageRefused:
		return kit.ToneNegative
	case l.Stage == StageBox, l.Stage == StageReady && !l.Sure:
		return kit.ToneWarn
	case l.Stage == StageReady, l.Stage == StageDone:
		return kit.TonePositive
	}
	return kit.TonePlain
}

// firstRows makes a list as high as its first rows.
func firstRows(l *widget.List, most int, height float32) *fyne.Container {
	return container.New(rowsHigh{l, most, height}, l)
}

type rowsHigh struct {
	list   *widget.List
	most   int
	height float32 // of a row
}

// MinSize is as high as the rows, but not higher than the most of them.
func (r rowsHigh) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, float32(min(r.list.Length(), r.most))*r.height)
}

// Layout gives the list all the room.
func (r rowsHigh) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
