package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// boxCard lets the person choose among the files of an archive.
type boxCard struct {
	env       *kit.Env
	presenter *Presenter
	title     *kit.Para
	list      *widget.List
	root      fyne.CanvasObject
}

const boxRows, boxRowHeight = 9, 40

func newBoxCard(env *kit.Env, p *Presenter) *boxCard {
	w := env.Words
	c := &boxCard{env: env, presenter: p, title: kit.NewPara(kit.Strong, "")}
	c.list = widget.NewList(func() int { return len(p.Entries()) }, newBoxRow, c.fillRow)
	c.list.HideSeparators = true
	c.list.OnSelected = func(n int) {
		p.ChooseEntry(n, !p.Entries()[n].Chosen)
		c.list.UnselectAll() // so that the same row can be chosen again
	}
	buttons := kit.Row(kit.Gap,
		kit.NewSmallButton(kit.Secondary, w.Text("importer.box.all"), func() { p.ChooseAllEntries(true) }),
		kit.NewSmallButton(kit.Secondary, w.Text("importer.box.none"), func() { p.ChooseAllEntries(false) }))
	c.root = kit.NewCard("", nil, kit.NewDown(8, c.title, kit.NewPara(kit.Muted, w.Text("importer.box.hint")), firstRows(c.list, boxRows, boxRowHeight), buttons))
	return c
}

// show brings the list up to date.
func (c *boxCard) show() {
	entries := c.presenter.Entries()
	c.title.SetText(c.env.Words.Count("importer.box", len(entries), "File", kit.Plain(c.presenter.File())))
	c.list.Refresh()
}

func newBoxRow() fyne.CanvasObject { return widget.NewCheck("", nil) }

func (c *boxCard) fillRow(n int, o fyne.CanvasObject) {
	entries := c.presenter.Entries()
	if n >= len(entries) {
		return
	}
	check := o.(*widget.Check)
	check.OnChanged = nil
	check.SetText(kit.Plain(kit.OneLine(entries[n].Name)))
	check.SetChecked(entries[n].Chosen)
	check.OnChanged = func(on bool) { c.presenter.ChooseEntry(n, on) }
}
