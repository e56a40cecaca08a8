package inbox

import (
	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// searchBar is the line above the columns: title, the filter of another
// screen, the search and what is wrong with it.
type searchBar struct {
	env       *kit.Env
	presenter *Presenter
	entry     *kit.SearchEntry
	wrong     *kit.Para
	handed    *fyne.Container
	root      *fyne.Container
}

const searchWidth = 360

func newSearchBar(env *kit.Env, p *Presenter, leave, onExport, onImport func()) *searchBar {
	b := &searchBar{env: env, presenter: p, handed: kit.Row(6), wrong: kit.NewPara(kit.Caption.In(kit.ColorNegativeText), "")}
	b.entry = kit.NewSearchEntry(env.Words.Text("inbox.search"), func(string) { leave() }, leave)
	b.entry.OnChanged = p.SetQuery
	b.wrong.Hide()
	right := kit.Row(kit.Gap, kit.Sized(searchWidth, 0, b.entry),
		kit.NewButton(kit.Secondary, env.Words.Text("export.button"), onExport),
		kit.NewButton(kit.Primary, env.Words.Text("inbox.import"), onImport))
	left := kit.Row(12, kit.NewText(kit.Title, env.Words.Text("inbox.title")), b.handed)
	b.root = kit.NewDown(4, kit.Between(kit.Gap, left, nil, right), b.wrong)
	return b
}

func (b *searchBar) show() {
	if b.entry.Text != b.presenter.Query() {
		b.entry.SetText(b.presenter.Query())
	}
	b.handed.RemoveAll()
	if title := b.presenter.Title(); title != "" {
		b.handed.Add(kit.NewChip(title, kit.ToneAccent, nil, b.presenter.DropFilter))
	}
	b.wrong.Hide()
	if err := b.presenter.QueryError(); err != nil {
		what, expected := b.env.Words.Explain(err)
		b.wrong.SetText(what + " " + expected)
		b.wrong.Show()
	}
}
