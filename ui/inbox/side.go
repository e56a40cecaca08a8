package inbox

import (
	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// sideColumn lists the views and the tags with their counts.
type sideColumn struct {
	env       *kit.Env
	presenter *Presenter
	views     [len(Views)]*sideRow
	tags      *fyne.Container
	root      *kit.Column
}

func newSideColumn(env *kit.Env, p *Presenter) *sideColumn {
	c := &sideColumn{env: env, presenter: p, tags: kit.NewDown(2)}
	views := kit.NewDown(2)
	for i, v := range Views {
		c.views[i] = newSideRow(env.Words.Text("inbox.view."+v.key()), func() { p.SetView(v) })
		views.Add(c.views[i])
	}
	c.root = kit.NewColumn(12,
		kit.NewText(kit.Strong, env.Words.Text("inbox.views")), views,
		kit.NewText(kit.Strong, env.Words.Text("inbox.tags")), c.tags)
	return c
}

func (c *sideColumn) show() {
	for i, v := range Views {
		n, ok := c.presenter.ViewCount(v)
		if !ok {
			n = ""
		}
		c.views[i].Set(n, v == c.presenter.View())
	}
	c.tags.RemoveAll()
	for _, t := range c.presenter.Tags() {
		row := newSideRow(t.Tag, func() { c.presenter.ToggleTag(t.Tag) })
		row.Set(c.env.Words.Number(int64(t.Mentions)), c.presenter.TagChosen(t.Tag))
		c.tags.Add(row)
	}
	if len(c.tags.Objects) == 0 {
		c.tags.Add(kit.NewPara(kit.Caption, c.env.Words.Text("inbox.tags.none")))
	}
	c.root.Fit()
}
