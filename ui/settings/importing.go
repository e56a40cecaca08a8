package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// importingCard is what can be set about files to come.
type importingCard struct {
	env       *kit.Env
	presenter *Presenter
	folder    *kit.Text
	keep      *widget.Check
	following bool // the check follows the presenter, not the person
	sources   *fyne.Container
	zones     map[string]*kit.Choice // by source
	noSources fyne.CanvasObject
	root      fyne.CanvasObject
}

func newImportingCard(env *kit.Env, p *Presenter, toImport func()) *importingCard {
	w := env.Words
	c := &importingCard{env: env, presenter: p, folder: kit.NewLine(kit.Body, ""), sources: kit.NewDown(kit.Gap), zones: map[string]*kit.Choice{}}
	c.keep = widget.NewCheck(w.Text("settings.evidence"), func(on bool) {
		if !c.following {
			p.SetKeepsEvidence(on)
		}
	})
	c.noSources = kit.NewPara(kit.Caption, w.Text("settings.sources.none"))
	change := kit.NewSmallButton(kit.Secondary, w.Text("settings.watched.change"), toImport)
	watched := kit.NewBeside(kit.Sized(labelWidth, 0, kit.NewText(kit.Muted, w.Text("settings.watched"))), kit.Between(kit.Gap, nil, c.folder, container.NewCenter(change)))
	c.root = kit.NewCard(w.Text("settings.import"), nil, kit.NewDown(kit.Gap,
		watched, c.keep, kit.NewPara(kit.Caption, w.Text("settings.evidence.hint")),
		kit.NewText(kit.Strong, w.Text("settings.sources")), kit.NewPara(kit.Caption, w.Text("settings.sources.hint")), c.noSources, c.sources))
	return c
}

// show brings the card up to date.
func (c *importingCard) show() {
	w, p := c.env.Words, c.presenter
	c.following = true
	defer func() { c.following = false }()
	switch f := p.Watched(); {
	case f.Path == "":
		c.folder.SetText(w.Text("settings.watched.none"))
	case !f.On:
		c.folder.SetText(w.Text("settings.watched.off", "Folder", kit.Plain(f.Path)))
	default:
		c.folder.SetText(kit.Plain(f.Path))
	}
	c.keep.SetChecked(p.KeepsEvidence())
	c.sources.RemoveAll()
	for _, source := range p.Sources() {
		c.sources.Add(field(kit.Plain(w.Source(source)), c.zoneOf(source)))
	}
	c.noSources.Hide()
	if len(p.Sources()) == 0 {
		c.noSources.Show()
	}
}

// zoneOf is the choice of a source's zone, the same one every time so that it
// keeps the focus. Its first option is the zone of the business.
func (c *importingCard) zoneOf(source string) *kit.Choice {
	zones, chosen := c.presenter.SourceZone(source)
	options := append([]string{c.env.Words.Text("settings.sources.same")}, zones...)
	choice, ok := c.zones[source]
	if !ok {
		choice = kit.NewChoice(options, chosen+1, func(n int) { c.choose(source, n) })
		c.zones[source] = choice
	}
	choice.SetOptions(options, chosen+1)
	return choice
}

func (c *importingCard) choose(source string, n int) {
	zones, _ := c.presenter.SourceZone(source)
	if n == 0 {
		c.presenter.SetSourceZone(source, "")
		return
	}
	c.presenter.SetSourceZone(source, zones[n-1])
}
