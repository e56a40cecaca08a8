package templates

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// pairFrom is the width from which editor and preview stand side by side.
const pairFrom float32 = 860

// Ways are where the templates lead on to.
type Ways struct {
	Back    func() // to where the person came from
	Profile func() // to the profile of the business
}

// Screen is the templates on screen.
type Screen struct {
	env       *kit.Env
	ways      Ways
	presenter *Presenter

	errors  *kit.ErrorStrip
	list    *list
	editor  *editor
	preview *preview
	busy    fyne.CanvasObject
	both    *fyne.Container // list and editor
	column  *kit.Column
	root    *fyne.Container
}

// New makes the templates.
func New(env *kit.Env, d Desk, ways Ways) *Screen {
	w := env.Words
	s := &Screen{env: env, ways: ways, errors: kit.NewErrorStrip(w)}
	s.presenter = NewPresenter(d, w, env.Dispatcher, env.History, s)
	s.errors.OnRetry(s.presenter.Retry)
	s.list = newList(env, s.presenter)
	s.editor = newEditor(env, s.presenter)
	s.preview = newPreview(env, s.presenter, ways)
	s.column = kit.NewColumn(kit.Edge, kit.NewPair(pairFrom, s.editor.root, s.preview.root))
	s.busy = container.NewCenter(kit.NewText(kit.Muted, w.Text("templates.loading")))
	s.both = &fyne.Container{Layout: kit.Split{Share: 0.28, Least: 240, Most: 320, Rest: 360}, Objects: []fyne.CanvasObject{s.list.root, s.column.Bleed()}}
	s.both.Hide()
	s.root = kit.NewOver(kit.Edge, kit.NewDown(kit.Edge, s.head(), s.errors), container.NewStack(s.both, s.busy))
	return s
}

func (s *Screen) head() fyne.CanvasObject {
	w := s.env.Words
	buttons := kit.Row(kit.Gap,
		kit.NewButton(kit.Secondary, w.Text("templates.new"), s.begin),
		kit.NewButton(kit.Secondary, w.Text("templates.back"), s.ways.Back))
	return kit.Between(kit.Gap, nil, kit.NewLine(kit.Title, w.Text("templates.title")), buttons)
}

// begin begins a template, with the cursor in its name.
func (s *Screen) begin() {
	s.presenter.New()
	s.env.Window.Canvas().Focus(s.editor.name)
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// FocusSearch puts the cursor into the search line.
func (s *Screen) FocusSearch() { s.env.Window.Canvas().Focus(s.list.search) }

// TypedRune moves and takes back.
func (s *Screen) TypedRune(r rune) {
	switch r {
	case 'j':
		s.presenter.Move(1)
	case 'k':
		s.presenter.Move(-1)
	case 'n':
		s.begin()
	case 'z':
		s.presenter.Undo()
	}
}

// TypedKey moves and goes back.
func (s *Screen) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		s.presenter.Move(1)
	case fyne.KeyUp:
		s.presenter.Move(-1)
	case fyne.KeyEscape:
		s.ways.Back()
	}
}

// ListChanged shows which templates there are, and which one is chosen.
func (s *Screen) ListChanged() {
	kit.SetShown(s.busy, !s.presenter.Loaded())
	kit.SetShown(s.both, s.presenter.Loaded())
	s.list.show()
}

// DraftChanged shows what is being written, and what comes of it.
func (s *Screen) DraftChanged() {
	s.editor.show()
	s.preview.show()
	s.column.Fit()
}

// Failed shows an error above what is on screen, which stays.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	kit.SetShown(s.busy, err == nil && !s.presenter.Loaded())
	s.root.Refresh()
}

// Done says what was done, and offers to take it back.
func (s *Screen) Done(what string) {
	s.env.Toast.Offer(kit.Plain(what), s.env.Words.Text("templates.undo"), s.presenter.Undo)
}

// Undone says what was taken back.
func (s *Screen) Undone(what string) {
	s.env.Toast.Say(s.env.Words.Text("templates.undone", "What", kit.Plain(what)))
}
