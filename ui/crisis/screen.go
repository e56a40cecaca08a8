package crisis

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Ways are where the room leads on to.
type Ways struct {
	Inbox      func(f data.Filter, title string)
	Issue      func(id int64)
	ReplyToAll func(issue int64)
	Drills     func() // nil in a drill
}

// Screen is the crisis room on screen.
type Screen struct {
	env       *kit.Env
	ways      Ways
	presenter *Presenter

	errors   *kit.ErrorStrip
	head     *head
	tiles    *tiles
	steps    *stepList
	timeline *timeline
	side     *side
	room     *fyne.Container // of one crisis
	home     *fyne.Container // what stands in its place
	root     *fyne.Container
}

// New makes the room.
func New(env *kit.Env, d Desk, ways Ways) *Screen {
	s := &Screen{env: env, ways: ways, errors: kit.NewErrorStrip(env.Words), home: container.NewStack()}
	s.presenter = NewPresenter(d, env.Words, env.Dispatcher, env.History, s)
	s.presenter.pause = env.Gather
	s.errors.OnRetry(s.presenter.Retry)
	s.head, s.tiles, s.steps, s.timeline, s.side = newHead(s), newTiles(env), newStepList(s), newTimeline(s), newSide(s)
	columns := kit.Columns(kit.Edge, []float32{30, 42, 31}, s.steps.root, s.timeline.root, s.side.root)
	s.room = kit.NewOver(kit.Edge, kit.NewDown(kit.Edge, s.head.root, s.tiles.root), columns)
	s.root = kit.NewOver(kit.Edge, s.errors, container.NewStack(s.room, s.home))
	s.RoomChanged()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, follows what changes and lets the clocks tick.
func (s *Screen) Start() {
	s.presenter.beat = s.env.Tick
	s.presenter.Start()
}

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// Open shows the crisis of an issue or, where it is none, asks to declare it.
func (s *Screen) Open(issue int64) { s.presenter.Show(issue) }

// Declare asks to declare a crisis of an incident.
func (s *Screen) Declare(incident int64) { s.presenter.Declare(0, incident) }

// RoomChanged shows the crisis, or that there is none.
func (s *Screen) RoomChanged() {
	_, one := s.presenter.Current()
	s.home.RemoveAll()
	if one {
		s.showRoom()
	} else {
		s.home.Add(s.newHome())
	}
	kit.SetShown(s.room, one)
	kit.SetShown(s.home, !one)
	s.root.Refresh()
	s.steps.column.Fit()
	s.timeline.column.Fit()
	s.side.column.Fit()
}

func (s *Screen) showRoom() {
	s.head.show()
	s.tiles.show(s.presenter)
	s.steps.show()
	s.timeline.show()
	s.side.show()
}

// Ticked lets the clocks run while somebody can see them.
func (s *Screen) Ticked() {
	if s.room.Visible() && s.root.Visible() {
		s.head.tick()
		s.tiles.show(s.presenter)
		s.steps.tick()
	}
}

// TypedRune takes back, declares and begins to write.
func (s *Screen) TypedRune(r rune) {
	_, one := s.presenter.Current()
	switch {
	case r == 'z':
		s.presenter.Undo()
	case r == 'n' && !one:
		s.presenter.Declare(0, 0)
	case r == 'l' && one:
		s.env.Window.Canvas().Focus(s.timeline.entry)
	}
}

// TypedKey has no use for other keys.
func (s *Screen) TypedKey(*fyne.KeyEvent) {}

// Done says what was done, and offers to take it back.
func (s *Screen) Done(what string) {
	s.errors.Fail(nil)
	s.env.Toast.Offer(kit.Plain(what), s.env.Words.Text("room.undo"), s.presenter.Undo)
}

// Undone says what was taken back.
func (s *Screen) Undone(what string) {
	s.env.Toast.Say(s.env.Words.Text("room.undone", "What", kit.Plain(what)))
}

// Said says what was done, for good.
func (s *Screen) Said(what string) {
	s.errors.Fail(nil)
	s.env.Toast.Say(kit.Plain(what))
}

// Failed shows an error above what is on screen, which stays.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	s.root.Refresh()
}

var tones = [...]kit.Tone{Plain: kit.TonePlain, Good: kit.TonePositive, Bad: kit.ToneNegative, Warn: kit.ToneWarn}

// severityTone is calm below a crisis.
func severityTone(severity int) kit.Tone {
	switch {
	case severity >= data.IssueIsCrisis:
		return kit.ToneNegative
	case severity == data.IssueIsCrisis-1:
		return kit.ToneWarn
	}
	return kit.TonePlain
}
