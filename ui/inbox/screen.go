package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Screen is the inbox on screen.
type Screen struct {
	env       *kit.Env
	presenter *Presenter
	onImport  func()

	bar     *searchBar
	side    *sideColumn
	list    *mentionList
	detail  *detailPane
	instead *fyne.Container // what stands in the place of an empty list
	footer  *kit.Text
	folds   *foldButton
	exports *exporting
	errors  *kit.ErrorStrip
	root    fyne.CanvasObject
}

// New makes the inbox. onImport opens the import screen, for a workspace
// without mentions.
func New(env *kit.Env, desk Desk, onImport func()) *Screen {
	s := &Screen{env: env, onImport: onImport}
	s.presenter = NewPresenter(desk, env.Words, env.Dispatcher, s)
	s.list = newMentionList(s.presenter, s.createRow, s.updateRow)
	s.exports = newExporting(env, desk, s.presenter, s.Failed, func() { s.root.Refresh() })
	s.bar = newSearchBar(env, s.presenter, s.focusList, s.exports.ask, onImport)
	s.side = newSideColumn(env, s.presenter)
	s.detail = newDetailPane(env, s.presenter, s.focusList)
	s.footer = kit.NewLine(kit.Caption, "")
	s.errors = kit.NewErrorStrip(env.Words)
	s.folds = newFoldButton(env, s.presenter)
	s.instead = container.NewStack()
	footer := kit.Between(kit.Gap, nil, s.footer, s.folds.button)
	middle := container.NewBorder(nil, kit.Inset(6, 6, 12, 6, footer), nil, nil, container.NewStack(s.list, s.instead))
	columns := container.New(&columns{gap: 12}, kit.NewPanel(kit.Inset(10, 10, 4, 0, s.side.root)),
		kit.NewPanel(middle), kit.NewPanel(kit.Inset(10, 10, 12, 6, s.detail.root)))
	s.root = kit.NewOver(kit.Edge, kit.NewDown(kit.Gap, s.bar.root, s.errors, s.exports.strip), columns)
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// SetFilter shows the mentions that another screen means, under a title.
func (s *Screen) SetFilter(f data.Filter, title string) { s.presenter.SetFilter(f, title) }

// Search shows what a query finds among all mentions.
func (s *Screen) Search(query string) {
	s.presenter.SetFilter(data.Filter{}, "")
	s.presenter.SetQuery(query)
}

// OpenMention shows one mention.
func (s *Screen) OpenMention(id data.ID) { s.presenter.OpenMention(id) }

// TypedRune does what a letter means when nothing has the focus.
func (s *Screen) TypedRune(r rune) { s.list.TypedRune(r) }

// TypedKey does what a key means when nothing has the focus.
func (s *Screen) TypedKey(k *fyne.KeyEvent) { s.list.TypedKey(k) }

// Focus gives the keys to the list.
func (s *Screen) Focus() { s.focusList() }

// FocusSearch puts the cursor into the search field.
func (s *Screen) FocusSearch() { s.env.Window.Canvas().Focus(s.bar.entry) }

// FocusTag opens the field for a new tag.
func (s *Screen) FocusTag() { s.detail.askTag() }

func (s *Screen) focusList() { s.env.Window.Canvas().Focus(s.list) }

// ListChanged shows the rows, or says why there are none.
func (s *Screen) ListChanged() {
	s.list.Sync()
	s.footer.SetText(s.presenter.Footer())
	s.folds.show()
	s.instead.RemoveAll()
	if e := s.empty(); e != nil {
		s.instead.Add(e)
	}
}

// empty says why the list shows nothing; nil when it shows something.
func (s *Screen) empty() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	switch {
	case p.Len() > 0:
		return nil
	case p.Busy() || !p.Loaded():
		return kit.NewBusyState(w.Text("inbox.loading"), w.Text("inbox.cancel"), p.Cancel)
	case p.EmptyWorkspace():
		return kit.NewEmptyState(w.Text("inbox.empty.workspace"), w.Text("inbox.empty.workspace.hint"),
			w.Text("inbox.import"), s.onImport)
	case p.Query() != "" || p.Title() != "":
		return kit.NewEmptyState(w.Text("inbox.empty"), w.Text("inbox.empty.search"), w.Text("inbox.clear_search"), p.Clear)
	}
	return kit.NewEmptyState(w.Text("inbox.empty"), w.Text("inbox.empty.view"),
		w.Text("inbox.show_all"), func() { p.SetView(ViewAll) })
}

// DetailChanged shows the current mention in full.
func (s *Screen) DetailChanged() { s.detail.show() }

// SideChanged shows views, tags, search and the handed-in filter.
func (s *Screen) SideChanged() {
	s.side.show()
	s.bar.show()
	s.root.Refresh()
	s.ListChanged()
}

// Failed shows an error above the columns.
func (s *Screen) Failed(err error) { s.errors.Fail(err) }

// Done offers to take a change back.
func (s *Screen) Done(what string) {
	s.env.Toast.Offer(what, s.env.Words.Text("inbox.undo"), s.presenter.Undo)
}

// Undone says what was taken back.
func (s *Screen) Undone(what string) { s.env.Toast.Say(s.env.Words.Text("inbox.undone", "What", what)) }

// OpenLink shows the address and asks before opening it.
func (s *Screen) OpenLink(url string) { kit.OpenLink(s.env, url) }

// createRow makes a row for the list's pool.
func (s *Screen) createRow() fyne.CanvasObject { return kit.NewMentionRow(s.env) }

// updateRow fills a row, or leaves it blank until its page has come.
func (s *Screen) updateRow(i int, o fyne.CanvasObject) {
	row := o.(*kit.MentionRow)
	r, ok := s.presenter.Row(i)
	if !ok {
		row.Clear()
		return
	}
	row.SetFold(kit.RowFold{Open: s.presenter.Unfolded(r.ID), Tapped: func() { s.presenter.ToggleCopies(r.ID) }})
	row.Set(r, s.presenter.desk.Now(), s.presenter.Marked(r.ID))
}
