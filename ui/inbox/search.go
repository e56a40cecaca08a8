package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// searchBar is the line above the columns: title, the filter of another
// screen, the search and what is wrong with it.
type searchBar struct {
	env       *kit.Env
	presenter *Presenter
	entry     *suggestEntry
	save      *kit.Button
	order     *orderButton
	place     *wrongMark
	wrong     *kit.Para
	fault     *fyne.Container
	handed    *fyne.Container
	layer     *fyne.Container // with the suggestions, over the screen
	root      *fyne.Container
}

func newSearchBar(env *kit.Env, p *Presenter, leave, onExport, onImport func()) *searchBar {
	w := env.Words
	b := &searchBar{env: env, presenter: p, handed: container.NewStack(), place: newWrongMark(), wrong: kit.NewPara(kit.Caption.In(kit.ColorNegativeText), "")}
	b.entry = newSuggestEntry(w.Text("inbox.search"), p, leave)
	b.entry.focusing = func(o fyne.Focusable) { env.Window.Canvas().Focus(o) }
	b.entry.OnChanged = p.SetQuery
	b.layer = b.entry.below()
	b.entry.list.layer = b.layer
	b.fault = &fyne.Container{Layout: &underEntry{entry: b.entry}, Objects: []fyne.CanvasObject{kit.NewDown(2, b.place, b.wrong)}}
	b.fault.Hide()
	b.entry.list.toggled = b.showFault
	b.save = kit.NewButton(kit.Secondary, w.Text("query.view.save"), b.askName)
	b.order = newOrderButton(p)
	right := kit.Row(kit.Gap, b.save, b.order.button,
		kit.NewButton(kit.Secondary, w.Text("export.button"), onExport),
		kit.NewButton(kit.Primary, w.Text("inbox.import"), onImport))
	builder := newBuilder(env, p)
	search := kit.Between(kit.Gap, nil, b.entry, kit.NewButton(kit.Secondary, w.Text("query.build"), builder.open))
	b.root = kit.NewDown(4, container.New(headLine{}, kit.NewText(kit.Title, w.Text("inbox.title")), b.handed, search, right), b.fault)
	return b
}

// underEntry sets an object below the entry, at its left edge.
type underEntry struct{ entry *suggestEntry }

// MinSize is that of the object.
func (u *underEntry) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

const faultWidth = 420 // at least

// Layout leaves the room before the entry free.
func (u *underEntry) Layout(o []fyne.CanvasObject, size fyne.Size) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	x := max(0, min(at(u.entry).X-at(o[0]).X+o[0].Position().X, size.Width-faultWidth))
	o[0].Move(fyne.NewPos(x, 0))
	o[0].Resize(fyne.NewSize(size.Width-x, size.Height))
}

func (b *searchBar) show() {
	if b.entry.Text != b.presenter.Query() {
		b.entry.SetText(b.presenter.Query())
	}
	b.handed.RemoveAll()
	if title := kit.Plain(kit.OneLine(b.presenter.Title())); title != "" {
		chip := kit.NewChip(title, kit.ToneAccent, nil, b.presenter.DropFilter)
		chip.Explain(b.env.Tip, title)
		b.handed.Add(chip)
	}
	b.order.show()
	b.save.SetEnabled(b.presenter.CanSave())
	b.setFault()
}

// setFault says what is wrong with the search, once there is nothing more to
// suggest; true when that changed the height of the bar.
func (b *searchBar) setFault() bool {
	err, was := b.presenter.QueryError(), b.fault.Hidden
	if b.fault.Hidden = err == nil || b.entry.list.Visible(); !b.fault.Hidden {
		what, expected := b.env.Words.Explain(err)
		b.place.set(err)
		b.wrong.SetText(what + " " + expected)
	}
	return b.fault.Hidden != was
}

func (b *searchBar) showFault() {
	if b.setFault() {
		b.presenter.face.SideChanged()
	}
}

// askName asks for the name under which the list is kept as a view.
func (b *searchBar) askName() {
	w := b.env.Words
	askText(b.env, w.Text("query.view.save"), b.presenter.NameToSave(), w.Text("query.view.keep"), func(name string) string {
		if _, known := b.presenter.Named(name); known {
			return w.Text("query.view.replaces", "Name", name)
		}
		return ""
	}, b.presenter.SaveView)
}
