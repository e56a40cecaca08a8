package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// folderCard lets the person choose the folder whose new files come in by
// themselves, and says how that goes.
type folderCard struct {
	env       *kit.Env
	presenter *Presenter
	path      *kit.Text
	state     *kit.Para
	on        *widget.Check
	following bool // the check follows the presenter, not the person
	root      fyne.CanvasObject
}

func newFolderCard(env *kit.Env, p *Presenter) *folderCard {
	w := env.Words
	c := &folderCard{env: env, presenter: p, path: kit.NewLine(kit.Body, ""), state: kit.NewPara(kit.Muted, "")}
	c.on = widget.NewCheck(w.Text("importer.folder.watch"), func(on bool) {
		if !c.following {
			p.SetWatching(on)
		}
	})
	choose := kit.NewSmallButton(kit.Secondary, w.Text("importer.folder.choose"), c.choose)
	words := kit.NewDown(2, kit.NewText(kit.Strong, w.Text("importer.folder")), c.path, c.state)
	c.root = kit.NewCard("", nil, kit.Between(kit.Edge, nil, words, container.NewCenter(kit.Row(kit.Gap, c.on, choose))))
	return c
}

// show brings the card up to date.
func (c *folderCard) show() {
	f := c.presenter.Folder()
	c.following = true
	c.path.SetText(kit.Plain(f.Path))
	shown(c.path, f.Path != "")
	c.state.SetText(kit.Plain(c.presenter.FolderState()))
	c.state.SetStyle(kit.Muted)
	if f.On && f.Gone {
		c.state.SetStyle(kit.Body.In(kit.ColorWarnText))
	}
	c.on.SetChecked(f.On)
	shown(c.on, f.Path != "")
	c.following = false
}

func (c *folderCard) choose() { chooseFolder(c.env, c.presenter.WatchFolder) }

// chooseFolder asks for a folder.
func chooseFolder(env *kit.Env, take func(path string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			env.Taste.SetString(kit.TasteFolder, folder.String())
			take(folder.Path())
		}
	}, env.Window)
	kit.ShowFiles(env, d)
}

// FolderChanged shows the state of the watched folder.
func (s *Screen) FolderChanged() {
	s.folder.show()
	s.column.Fit()
}
