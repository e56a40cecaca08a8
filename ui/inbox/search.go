package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// searchBar is the line above the columns: title, the filter of another
// screen, the search and what is wrong with it.
type searchBar struct {
	env       *kit.Env
	presenter *Presenter
	entry     *searchEntry
	wrong     *kit.Para
	handed    *fyne.Container
	root      *fyne.Container
}

const searchWidth = 360

func newSearchBar(env *kit.Env, p *Presenter, leave, onImport func()) *searchBar {
	b := &searchBar{env: env, presenter: p, handed: kit.Row(6), wrong: kit.NewPara(kit.Caption.In(kit.ColorNegativeText), "")}
	b.entry = newSearchEntry(env.Words.Text("inbox.search"), p.SetQuery, leave)
	b.wrong.Hide()
	right := kit.Row(kit.Gap, kit.Sized(searchWidth, 0, b.entry),
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

// searchEntry is a search field that Esc clears and then leaves, and that
// return and the down key leave for the list.
type searchEntry struct {
	widget.Entry
	leave func()
}

func newSearchEntry(hint string, changed func(string), leave func()) *searchEntry {
	e := &searchEntry{leave: leave}
	e.PlaceHolder, e.OnChanged = hint, changed
	e.OnSubmitted = func(string) { leave() }
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey leaves the field or clears it.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		if e.Text != "" {
			e.SetText("")
			return
		}
		e.leave()
	case fyne.KeyDown:
		e.leave()
	default:
		e.Entry.TypedKey(k)
	}
}
