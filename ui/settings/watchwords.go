package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/ui/kit"
)

// watchCard lets the person edit the words to watch, a language at a time.
type watchCard struct {
	env       *kit.Env
	presenter *Presenter
	lang      string
	list      *widget.Entry
	loaded    bool
	root      fyne.CanvasObject
}

const watchLines = 8

func newWatchCard(env *kit.Env, p *Presenter) *watchCard {
	w := env.Words
	c := &watchCard{env: env, presenter: p, list: widget.NewMultiLineEntry()}
	c.list.SetMinRowsVisible(watchLines)
	var names []string
	chosen := 0
	for i, l := range assets.Languages {
		names = append(names, l.Name)
		if l.Code == w.Lang() {
			chosen, c.lang = i, l.Code
		}
	}
	langs := kit.NewSegmented(names, chosen, func(i int) { c.lang = assets.Languages[i].Code; c.load() })
	save := kit.NewSmallButton(kit.Secondary, w.Text("settings.watchwords.save"), func() { c.store(c.list.Text) })
	reset := kit.NewSmallButton(kit.Secondary, w.Text("settings.watchwords.reset"), func() { c.store("") })
	c.root = kit.NewCard(w.Text("settings.watchwords"), nil, kit.NewDown(kit.Gap,
		kit.NewPara(kit.Caption, w.Text("settings.watchwords.hint")), container.NewHBox(langs), c.list, kit.Row(8, save, reset)))
	return c
}

// show loads the list once: what the person is typing stays.
func (c *watchCard) show() {
	if !c.loaded {
		c.loaded = true
		c.load()
	}
}

func (c *watchCard) load() { c.presenter.WatchList(c.lang, c.list.SetText) }

func (c *watchCard) store(list string) {
	c.presenter.SetWatchList(c.lang, list, func() {
		c.load()
		c.env.Toast.Say(c.env.Words.Text("settings.watchwords.saved"))
	})
}
