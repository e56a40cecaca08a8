package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// sideColumn lists the views, the person's own and the tags with their counts.
type sideColumn struct {
	env         *kit.Env
	presenter   *Presenter
	views       [len(Views)]*sideRow
	saved, tags *fyne.Container
	root        *kit.Column
}

func newSideColumn(env *kit.Env, p *Presenter, rules func()) *sideColumn {
	c := &sideColumn{env: env, presenter: p, saved: kit.NewDown(2), tags: kit.NewDown(2)}
	views := kit.NewDown(2)
	for i, v := range Views {
		c.views[i] = newSideRow(env.Words.Text("inbox.view."+v.key()), func() { p.SetView(v) })
		views.Add(c.views[i])
	}
	c.root = kit.NewColumn(12,
		kit.NewText(kit.Strong, env.Words.Text("inbox.views")), kit.NewDown(2, views, c.saved),
		kit.Between(kit.Gap, nil, kit.NewText(kit.Strong, env.Words.Text("inbox.tags")), kit.NewSmallButton(kit.Quiet, env.Words.Text("inbox.rules"), rules)), c.tags)
	return c
}

func (c *sideColumn) show() {
	own := c.presenter.savedChosen()
	for i, v := range Views {
		n, ok := c.presenter.ViewCount(v)
		if !ok {
			n = ""
		}
		c.views[i].Set(n, v == c.presenter.View() && !own)
	}
	c.showSaved()
	c.tags.RemoveAll()
	for _, t := range c.presenter.Tags() {
		row := newSideRow(kit.Plain(kit.OneLine(t.Tag)), func() { c.presenter.ToggleTag(t.Tag) })
		row.name.SetStyle(kit.Body.In(kit.TagTone(t.Color).Text()))
		row.Set(c.env.Words.Number(int64(t.Mentions)), c.presenter.TagChosen(t.Tag))
		c.tags.Add(row)
	}
	if len(c.tags.Objects) == 0 {
		c.tags.Add(kit.NewPara(kit.Caption, c.env.Words.Text("inbox.tags.none")))
	}
	c.root.Fit()
}

func (c *sideColumn) showSaved() {
	c.saved.RemoveAll()
	list := c.presenter.SavedViews()
	if len(list) > 0 {
		c.saved.Add(kit.Inset(4, 4, 0, 0, kit.NewHairline()))
	}
	for i, v := range list {
		row := newSideRow(kit.Plain(v.Name), func() { c.presenter.ChooseSaved(v.SavedView) })
		row.onMenu = func(at fyne.Position) { c.showMenu(v.SavedView, i, len(list), at) }
		row.Set(c.presenter.SavedCount(v), c.presenter.SavedChosen(v))
		c.saved.Add(row)
	}
}

// showMenu offers what can be done with a saved view.
func (c *sideColumn) showMenu(v data.SavedView, at, of int, where fyne.Position) {
	w, p := c.env.Words, c.presenter
	up := fyne.NewMenuItem(w.Text("query.view.up"), func() { p.MoveView(v, -1) })
	down := fyne.NewMenuItem(w.Text("query.view.down"), func() { p.MoveView(v, 1) })
	up.Disabled, down.Disabled = at == 0, at == of-1
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(w.Text("query.view.rename"), func() { c.askRename(v) }), up, down,
		fyne.NewMenuItem(w.Text("query.view.delete"), func() { p.DeleteView(v) }))
	widget.ShowPopUpMenuAtPosition(menu, c.env.Window.Canvas(), where)
}

func (c *sideColumn) askRename(v data.SavedView) {
	w := c.env.Words
	askText(c.env, w.Text("query.view.rename"), v.Name, w.Text("query.view.rename.do"),
		func(string) string { return w.Text("query.view.finds", "Query", v.Query) },
		func(name string) { c.presenter.RenameView(v, name) })
}
