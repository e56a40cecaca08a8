package warning

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Ways are where early warning leads on to.
type Ways struct {
	Inbox     func(f data.Filter, title string)
	Back      func() // to where the person came from
	Incidents func() // to what was found so far
}

// Screen is early warning on screen.
type Screen struct {
	env       *kit.Env
	ways      Ways
	presenter *Presenter

	errors      *kit.ErrorStrip
	busy        fyne.CanvasObject
	sensitivity *sensitivityCard
	rules       *rulesCard
	topics      *topicsCard
	calendar    *calendarCard
	cards       *fyne.Container
	column      *kit.Column
	root        *fyne.Container
}

// New makes early warning.
func New(env *kit.Env, d Desk, ways Ways) *Screen {
	w := env.Words
	s := &Screen{env: env, ways: ways, errors: kit.NewErrorStrip(w)}
	s.presenter = NewPresenter(d, w, env.Dispatcher, s)
	s.errors.OnRetry(s.presenter.Retry)
	s.sensitivity = newSensitivityCard(env, s.presenter, ways)
	s.rules = newRulesCard(env, s.presenter, ways)
	s.topics = newTopicsCard(env, s.presenter, ways)
	s.calendar = newCalendarCard(env, s.presenter)
	s.busy = container.NewCenter(kit.NewText(kit.Muted, w.Text("earlywarning.loading")))
	s.cards = kit.NewDown(kit.Edge, s.sensitivity.root, s.rules.root, kit.NewPair(pairFrom, s.topics.root, s.calendar.root))
	s.cards.Hide()
	s.column = kit.NewColumn(kit.Edge, kit.NewPara(kit.Caption, w.Text("earlywarning.intro")), s.busy, s.cards)
	s.root = kit.NewOver(8, kit.NewDown(kit.Edge, s.head(), s.errors), s.column.Bleed())
	return s
}

func (s *Screen) head() fyne.CanvasObject {
	w := s.env.Words
	buttons := kit.Row(kit.Gap,
		kit.NewButton(kit.Secondary, w.Text("earlywarning.incidents"), s.ways.Incidents),
		kit.NewButton(kit.Secondary, w.Text("earlywarning.back"), s.ways.Back))
	return kit.Between(kit.Gap, nil, kit.NewLine(kit.Title, w.Text("earlywarning.title")), buttons)
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// TypedRune has no use for letters.
func (s *Screen) TypedRune(rune) {}

// TypedKey goes back.
func (s *Screen) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.ways.Back()
	}
}

// Changed shows what is set.
func (s *Screen) Changed() {
	kit.SetShown(s.busy, !s.presenter.Loaded())
	kit.SetShown(s.cards, s.presenter.Loaded())
	s.sensitivity.show()
	s.rules.show()
	s.topics.show()
	s.calendar.show()
	s.column.Fit()
}

// TrialChanged shows trials under way and their answers.
func (s *Screen) TrialChanged() {
	s.sensitivity.show()
	s.rules.showTrials()
	s.column.Fit()
}

// ProgressChanged shows how far the trial under way is.
func (s *Screen) ProgressChanged() {
	s.sensitivity.trial.showProgress()
	s.rules.showProgress()
}

// Failed shows an error above what is on screen, which stays.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	kit.SetShown(s.busy, err == nil && !s.presenter.Loaded())
	s.root.Refresh()
}

// Told says at the foot of the window what was done.
func (s *Screen) Told(what string, undo func()) {
	s.env.Toast.Offer(kit.Plain(what), s.env.Words.Text("earlywarning.undo"), undo)
}
