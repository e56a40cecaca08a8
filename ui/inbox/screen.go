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
	ways      Ways

	bar     *searchBar
	side    *sideColumn
	list    *mentionList
	bulk    *bulkBar
	reply   *replyPane
	detail  *detailPane
	instead *fyne.Container // what stands in the place of an empty list
	footer  *kit.Text
	folds   *foldButton
	exports *exporting
	all     *replyAll
	errors  *kit.ErrorStrip
	root    fyne.CanvasObject
}

// Ways lead to other screens.
type Ways struct {
	Import    func() // for a workspace without mentions
	Templates func()
	Issue     func(id int64)
	Rules     func() // to tags, rules and muted authors
	Drills    func() // nil where there are none
}

// New makes the inbox.
func New(env *kit.Env, desk Desk, ways Ways) *Screen {
	s := &Screen{env: env, ways: ways}
	s.presenter = NewPresenter(desk, env.Words, env.Dispatcher, env.History, s)
	s.list = newMentionList(s.presenter, s.createRow, s.updateRow)
	s.exports = newExporting(env, desk, s.presenter, s.Failed, func() { s.root.Refresh() })
	s.all = newReplyAll(env, desk, s.presenter, s.drafted, env.Toast.Say, s.Failed, func() { s.root.Refresh() })
	s.bar = newSearchBar(env, s.presenter, s.focusList, s.exports.ask, ways.Import)
	s.bulk = newBulkBar(s)
	s.side = newSideColumn(env, s.presenter, ways.Rules)
	s.detail = newDetailPane(env, s.presenter, s)
	s.footer = kit.NewLine(kit.Caption, "")
	s.reply = newReplyPane(env, s.presenter.answer, func() { s.presenter.SetStatus(data.StatusArchived) }, s.focusList, ways.Templates)
	s.errors = kit.NewErrorStrip(env.Words)
	s.folds = newFoldButton(env, s.presenter)
	s.instead = container.NewStack()
	footer := kit.Between(kit.Gap, nil, s.footer, s.folds.button)
	middle := container.NewBorder(s.bulk.root, kit.Inset(6, 6, 12, 6, footer), nil, nil, container.NewStack(s.list, s.instead))
	columns := container.New(&columns{gap: 12}, kit.NewPanel(kit.Inset(10, 10, 4, 0, s.side.root)),
		kit.NewPanel(middle), kit.NewPanel(kit.Inset(10, 10, 12, 6, container.New(&reading{gap: 4}, s.detail.root, s.reply.root))))
	body := kit.NewOver(kit.Edge, kit.NewDown(kit.Gap, s.bar.root, s.errors, s.exports.strip.root, s.all.strip.root), columns)
	s.root = container.NewStack(body, s.bar.layer)
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

// ReplyToIssue lets the person answer all mentions of an issue that wait.
func (s *Screen) ReplyToIssue(issue int64) { s.all.presenter.toIssue(issue) }

// AskReplyToAll lets the person answer all meant mentions.
func (s *Screen) AskReplyToAll() { s.all.presenter.toAll(s.presenter.meaning()) }

// drafted shows the drafts that wait to be read.
func (s *Screen) drafted(what string) {
	s.presenter.SetView(ViewDrafts)
	s.Done(what)
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
	s.BulkChanged()
	s.instead.RemoveAll()
	if e := s.empty(); e != nil {
		s.instead.Add(e)
	}
}

// BulkChanged shows how many are marked, and how far a long change is.
func (s *Screen) BulkChanged() {
	if s.bulk.show() {
		s.root.Refresh()
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
			w.Text("inbox.import"), s.ways.Import)
	case p.Query() != "" || p.Title() != "":
		return kit.NewEmptyState(w.Text("inbox.empty"), w.Text("inbox.empty.search"), w.Text("inbox.clear_search"), p.Clear)
	}
	if today, ok := p.Finished(); ok {
		return s.finished(today)
	}
	return kit.NewEmptyState(w.Text("inbox.empty"), w.Text("inbox.empty.view"),
		w.Text("inbox.show_all"), func() { p.SetView(ViewAll) })
}

// ReplyChanged shows another answer, or what became of it.
func (s *Screen) ReplyChanged() { s.reply.show() }

// ChecksChanged shows what the check says of the answer.
func (s *Screen) ChecksChanged() { s.reply.showChecks() }

// FocusReply puts the cursor into the answer.
func (s *Screen) FocusReply() { s.reply.focus() }

// Copy puts a text on the clipboard.
func (s *Screen) Copy(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }

// OpenOriginal shows the page where the answer belongs.
func (s *Screen) OpenOriginal(url string) { kit.OpenPlace(s.env, url) }

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
