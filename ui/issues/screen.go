package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Ways are where the issues lead on to. Crisis and ReplyToAll may be nil.
type Ways struct {
	Inbox      func(f data.Filter, title string)
	Mention    func(id data.ID)
	ReplyToAll func(issue int64)
	Crisis     func(issue int64)
}

// Screen is the issues on screen.
type Screen struct {
	env       *kit.Env
	ways      Ways
	presenter *Presenter

	errors  *kit.ErrorStrip
	list    *list
	detail  *detail
	both    *fyne.Container // list and detail
	instead *fyne.Container // what stands in the place of the detail
	root    *fyne.Container
}

// New makes the issues.
func New(env *kit.Env, d Desk, ways Ways) *Screen {
	w := env.Words
	s := &Screen{env: env, ways: ways, errors: kit.NewErrorStrip(w)}
	s.presenter = NewPresenter(d, w, env.Dispatcher, env.History, s)
	s.presenter.pause = env.Gather
	s.errors.OnRetry(s.presenter.Retry)
	s.list = newList(env, s.presenter)
	s.detail = newDetail(s)
	s.instead = container.NewStack()
	right := container.NewStack(s.detail.root, s.instead)
	s.both = &fyne.Container{Layout: kit.Split{Share: 0.3, Least: 250, Most: 340}, Objects: []fyne.CanvasObject{s.list.root, right}}
	head := kit.Between(kit.Gap, nil, kit.NewLine(kit.Title, w.Text("issues.title")), kit.NewButton(kit.Secondary, w.Text("issues.new"), s.askNew))
	s.root = kit.NewOver(kit.Edge, kit.NewDown(kit.Edge, head, s.errors), s.both)
	s.ListChanged()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// Show shows an issue in full, if need be once it is loaded.
func (s *Screen) Show(id int64) { s.presenter.Show(id) }

// TypedRune moves, makes and takes back.
func (s *Screen) TypedRune(r rune) {
	switch r {
	case 'j':
		s.presenter.Move(1)
	case 'k':
		s.presenter.Move(-1)
	case 'n':
		s.askNew()
	case 'z':
		s.presenter.Undo()
	}
}

// TypedKey moves and opens the mentions.
func (s *Screen) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		s.presenter.Move(1)
	case fyne.KeyUp:
		s.presenter.Move(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.presenter.OpenIssue()
	}
}

// ListChanged shows the list, or says why there is none.
func (s *Screen) ListChanged() {
	s.list.show()
	s.instead.RemoveAll()
	if e := s.empty(); e != nil {
		s.instead.Add(kit.NewPanel(e))
	}
	kit.SetShown(s.detail.root, len(s.instead.Objects) == 0)
	s.root.Refresh()
	s.list.reveal()
}

// empty says why there is nothing to see; nil when there is something.
func (s *Screen) empty() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	switch {
	case !p.Loaded():
		return container.NewCenter(kit.NewText(kit.Muted, w.Text("issues.loading")))
	case p.Chosen() != 0:
		return nil
	case p.ShowsClosed():
		return kit.NewEmptyState(w.Text("issues.empty.closed"), w.Text("issues.empty.closed.hint"), "", nil)
	}
	return kit.NewEmptyState(w.Text("issues.empty"), w.Text("issues.empty.hint"), w.Text("issues.new"), s.askNew)
}

// DetailChanged shows the chosen issue.
func (s *Screen) DetailChanged() { s.detail.show() }

// MarksChanged shows how many mentions are marked.
func (s *Screen) MarksChanged() { s.detail.mentions.showMarks() }

// ProposalsChanged shows what may belong to the chosen issue.
func (s *Screen) ProposalsChanged() { s.detail.alike.show() }

// Open shows mentions in the inbox.
func (s *Screen) Open(f data.Filter, title string) { s.ways.Inbox(f, kit.Plain(title)) }

// Done says what was done, and offers to take it back.
func (s *Screen) Done(what string) {
	s.errors.Fail(nil)
	s.env.Toast.Offer(kit.Plain(what), s.env.Words.Text("issues.undo"), s.presenter.Undo)
}

// Undone says what was taken back.
func (s *Screen) Undone(what string) {
	s.env.Toast.Say(s.env.Words.Text("issues.undone", "What", kit.Plain(what)))
}

// Failed shows an error above what is on screen, which stays.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	s.root.Refresh()
}
