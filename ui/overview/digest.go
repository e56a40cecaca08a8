package overview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// digestCard tells what happened while the program was closed.
type digestCard struct {
	env       *kit.Env
	presenter *Presenter
	ways      Ways
	said      *fyne.Container
	look      *fyne.Container
	body      *fyne.Container
	root      *kit.Panel
}

func newDigestCard(env *kit.Env, p *Presenter, ways Ways) *digestCard {
	w := env.Words
	c := &digestCard{env: env, presenter: p, ways: ways, said: kit.NewDown(6), look: kit.NewDown(0)}
	c.body = container.NewStack()
	closing := kit.NewSmallButton(kit.Quiet, w.Text("overview.digest.close"), p.CloseDigest)
	c.root = kit.NewCard(w.Text("overview.digest"), closing, c.body)
	c.root.Hide()
	return c
}

// lookHeight shows two mentions and a half, so that one sees there are more.
const lookHeight = 208

// show fills the card, or takes it away.
func (c *digestCard) show() {
	said, look, on := c.presenter.Digest()
	c.root.Hidden = !on
	c.said.RemoveAll()
	c.look.RemoveAll()
	c.body.RemoveAll()
	for _, sentence := range said {
		c.said.Add(kit.NewPara(kit.Body, kit.Plain(sentence)))
	}
	for i, r := range look {
		if i > 0 {
			c.look.Add(kit.NewHairline())
		}
		row := kit.NewMentionRow(c.env)
		row.Set(r, c.presenter.Now(), false)
		c.look.Add(kit.NewPress(row, func() { c.ways.Mention(r.ID) }))
	}
	if len(look) == 0 {
		c.body.Add(c.said)
		return
	}
	height := min(c.look.MinSize().Height, lookHeight)
	list := kit.NewDown(4, kit.NewText(kit.Caption, c.env.Words.Text("overview.digest.look")), kit.Sized(0, height, container.NewVScroll(c.look)))
	c.body.Add(kit.Columns(kit.Edge, []float32{2, 3}, c.said, list))
}
