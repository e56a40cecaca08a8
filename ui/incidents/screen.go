package incidents

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Ways are where the incidents lead on to.
type Ways struct {
	Inbox   func(f data.Filter, title string)
	Mention func(id data.ID)
	Back    func() // to where the person came from
	Warning func() // to how the person is warned
	Issue   func(id int64)
	Declare func(incident int64) // a crisis of it; may be nil
}

// Screen is the incidents on screen.
type Screen struct {
	env       *kit.Env
	ways      Ways
	presenter *Presenter

	errors  *kit.ErrorStrip
	notice  *notice
	list    *list
	detail  *detail
	why     *whyPart
	both    *fyne.Container // list and detail
	instead *fyne.Container // what stands in their place
	column  *kit.Column
	root    *fyne.Container
}

// New makes the incidents.
func New(env *kit.Env, d Desk, ways Ways) *Screen {
	w := env.Words
	s := &Screen{env: env, ways: ways, errors: kit.NewErrorStrip(w), notice: newNotice()}
	s.presenter = NewPresenter(d, w, env.Dispatcher, env.History, s)
	s.presenter.pause = env.Gather
	s.errors.OnRetry(s.presenter.Retry)
	s.list = newList(env, s.presenter)
	s.detail = newDetail(env, s.presenter, s.askExpect, ways.Declare)
	s.why = newWhyPart(env, s.presenter, ways)
	s.column = kit.NewColumn(kit.Edge, s.detail.root, s.why.root)
	s.both = &fyne.Container{Layout: kit.Split{Share: 0.31, Least: 250, Most: 340, Rest: 300}, Objects: []fyne.CanvasObject{s.list.root, s.column.Bleed()}}
	s.instead = container.NewStack()
	top := kit.NewDown(kit.Edge, s.head(), s.errors, s.notice.root)
	s.root = kit.NewOver(kit.Edge, top, container.NewStack(s.both, s.instead))
	s.ListChanged()
	return s
}

func (s *Screen) head() fyne.CanvasObject {
	w := s.env.Words
	buttons := kit.Row(kit.Gap,
		kit.NewButton(kit.Secondary, w.Text("earlywarning.title")+"…", s.ways.Warning),
		kit.NewButton(kit.Secondary, w.Text("earlywarning.back"), s.ways.Back))
	return kit.Between(kit.Gap, nil, kit.NewLine(kit.Title, w.Text("incidents.title")), buttons)
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// Show shows an incident in full, if need be once it is loaded.
func (s *Screen) Show(id int64) { s.presenter.Show(id) }

// TypedRune moves and judges.
func (s *Screen) TypedRune(r rune) {
	switch r {
	case 'j':
		s.presenter.Move(1)
	case 'k':
		s.presenter.Move(-1)
	case 'u':
		s.presenter.ToggleVerdict(data.Useful)
	case 'n':
		s.presenter.ToggleVerdict(data.NotCrisis)
	}
}

// TypedKey moves, opens the mentions and goes back.
func (s *Screen) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		s.presenter.Move(1)
	case fyne.KeyUp:
		s.presenter.Move(-1)
	case fyne.KeyHome:
		s.presenter.Move(-pageOf * pageOf)
	case fyne.KeyEnd:
		s.presenter.Move(pageOf * pageOf)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.presenter.OpenMentions()
	case fyne.KeyEscape:
		s.ways.Back()
	}
}

// ListChanged shows the list and what to know before reading it, or says why
// there is none.
func (s *Screen) ListChanged() {
	s.notice.set(s.presenter.Notices())
	s.list.show()
	s.instead.RemoveAll()
	if e := s.empty(); e != nil {
		s.instead.Add(e)
	}
	kit.SetShown(s.both, len(s.instead.Objects) == 0)
	s.root.Refresh()
	s.list.reveal()
}

// empty says why there is nothing to see; nil when there is something.
func (s *Screen) empty() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	switch {
	case !p.Loaded():
		return container.NewCenter(kit.NewText(kit.Muted, w.Text("incidents.loading")))
	case p.Chosen() != 0:
		return nil
	case !p.Watched():
		return kit.NewEmptyState(w.Text("incidents.none"), w.Text("incidents.none.history"), "", nil)
	}
	return kit.NewEmptyState(w.Text("incidents.none"), p.Calm(), w.Text("earlywarning.title")+"…", s.ways.Warning)
}

// DetailChanged shows the chosen incident.
func (s *Screen) DetailChanged() {
	if s.detail.show() {
		s.column.ToTop()
	}
	s.column.Fit()
}

// WhyChanged shows what drives it.
func (s *Screen) WhyChanged() {
	s.why.show()
	s.column.Fit()
}

// Open shows mentions in the inbox.
func (s *Screen) Open(f data.Filter, title string) { s.ways.Inbox(f, kit.Plain(title)) }

// Judged says what the person said, and offers to take it back.
func (s *Screen) Judged(what string, undo func()) {
	s.env.Toast.Offer(what, s.env.Words.Text("incidents.undo"), undo)
}

// Expected says what is expected from now on, and leads to where that can be
// changed.
func (s *Screen) Expected(what string) {
	s.env.Toast.Offer(what, s.env.Words.Text("incidents.expected.change"), s.ways.Warning)
}

// ShowIssue shows the issue that handles an incident.
func (s *Screen) ShowIssue(id int64) { s.ways.Issue(id) }

// MadeIssue shows the issue that was made, says so and offers to take it back.
func (s *Screen) MadeIssue(id int64, what string, undo func()) {
	s.ways.Issue(id)
	s.env.Toast.Offer(kit.Plain(what), s.env.Words.Text("incidents.undo"), undo)
}

// Failed shows an error above what is on screen, which stays.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	s.root.Refresh()
}
