package overview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// wordsCards are the lists below the chart: what drives it, and what to
// answer first.
type wordsCards struct {
	env       *kit.Env
	presenter *Presenter
	ways      Ways
	compared  *kit.Text
	drivers   *fyne.Container
	answers   *fyne.Container
	answered  *kit.Text
	root      fyne.CanvasObject
}

func newWordsCards(env *kit.Env, p *Presenter, ways Ways) *wordsCards {
	w := env.Words
	c := &wordsCards{
		env: env, presenter: p, ways: ways,
		compared: kit.NewLine(kit.Caption.Trailing(), ""), drivers: kit.NewDown(0), answers: kit.NewDown(0), answered: kit.NewText(kit.Caption, ""),
	}
	head := kit.Between(kit.Gap, kit.NewText(kit.Strong, w.Text("overview.drivers")), c.compared, nil)
	c.root = kit.Columns(kit.Edge, nil,
		kit.NewCard("", nil, container.NewBorder(kit.Inset(0, 10, 0, 0, head), nil, nil, nil, container.NewVScroll(c.drivers))),
		kit.NewCard(w.Text("overview.answers"), c.answered, container.NewVScroll(c.answers)))
	return c
}

// show brings both lists up to date.
func (c *wordsCards) show() {
	c.compared.SetText(c.presenter.Compared())
	c.showDrivers()
	c.showAnswers()
	c.root.Refresh()
}

func (c *wordsCards) showDrivers() {
	c.drivers.RemoveAll()
	drivers, loaded := c.presenter.Drivers()
	if repeats := c.presenter.Repeats(); repeats != "" {
		c.drivers.Add(kit.Inset(0, 6, 0, 8, kit.NewPara(kit.Caption, repeats)))
	}
	for i, d := range drivers {
		line := kit.Columns(kit.Edge, []float32{27, 50, 23},
			kit.NewLine(kit.Body, kit.Plain(d.Term)), kit.NewShareBar(d.Totals), kit.NewLine(kit.Caption.Trailing(), d.Count))
		c.drivers.Add(kit.NewPress(kit.Inset(0, 0, 0, 8, kit.Sized(0, driverHeight, line)),
			func() { c.ways.Inbox(c.presenter.DriverMentions(i)) }))
	}
	if loaded && len(drivers) == 0 {
		c.drivers.Add(kit.NewPara(kit.Muted, c.env.Words.Text("overview.drivers.none")))
	}
}

const driverHeight = 28

func (c *wordsCards) showAnswers() {
	c.answers.RemoveAll()
	rows, loaded := c.presenter.Answers()
	for i, r := range rows {
		if i > 0 {
			c.answers.Add(kit.NewHairline())
		}
		row := kit.NewMentionRow(c.env)
		row.Set(r, c.presenter.Now(), false)
		c.answers.Add(kit.NewPress(row, func() { c.ways.Mention(r.ID) }))
	}
	if loaded && len(rows) == 0 {
		c.answers.Add(kit.NewPara(kit.Muted, c.env.Words.Text("overview.answers.none")))
	}
}
