package rules

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Ways are where the screen leads on to.
type Ways struct {
	Back    func()
	Mention func(id data.ID)
	Inbox   func(f data.Filter, title string)
}

// Screen is tags, rules and muted authors on screen.
type Screen struct {
	env       *kit.Env
	ways      Ways
	presenter *Presenter

	errors             *kit.ErrorStrip
	progress           *kit.Panel
	far                *kit.Text
	bar                *kit.Progress
	tags, rules, muted *fyne.Container
	form               *ruleForm // being filled in; nil when none is
	column             *kit.Column
	busy               fyne.CanvasObject
	root               *fyne.Container
}

const barWidth = 180

// New makes the screen.
func New(env *kit.Env, d Desk, ways Ways) *Screen {
	w := env.Words
	s := &Screen{
		env: env, ways: ways, errors: kit.NewErrorStrip(w), far: kit.NewLine(kit.Body, ""), bar: kit.NewProgress(),
		tags: kit.NewDown(kit.Gap), rules: kit.NewDown(kit.Gap), muted: kit.NewDown(kit.Gap),
	}
	s.presenter = NewPresenter(d, w, env.Dispatcher, env.History, s)
	s.errors.OnRetry(s.presenter.Load)
	stop := kit.NewSmallButton(kit.Secondary, w.Text("rules.stop"), s.presenter.StopApplying)
	s.progress = kit.NewPanel(kit.Inset(8, 8, 16, 12, kit.Between(kit.Gap, nil, s.far, kit.Row(kit.Gap, kit.Sized(barWidth, 0, s.bar), stop))))
	s.progress.Hide()
	head := kit.Between(kit.Gap, nil, kit.NewLine(kit.Title, w.Text("rules.title")), kit.NewButton(kit.Secondary, w.Text("rules.back"), ways.Back))
	add := kit.NewButton(kit.Primary, w.Text("rules.add"), func() { s.ask(data.TriageRule{Enabled: true}) })
	s.column = kit.NewColumn(kit.Edge,
		kit.NewCard(w.Text("rules.rules"), add, kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("rules.rules.hint")), s.rules)),
		kit.NewCard(w.Text("rules.tags"), nil, s.tags),
		kit.NewCard(w.Text("rules.muted"), nil, kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("rules.muted.hint")), s.muted)))
	s.busy = container.NewCenter(kit.NewText(kit.Muted, w.Text("rules.loading")))
	s.root = kit.NewOver(kit.Edge, kit.NewDown(kit.Edge, head, s.errors, s.progress), container.NewStack(s.column.Bleed(), s.busy))
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// TypedRune adds a rule and takes back.
func (s *Screen) TypedRune(r rune) {
	switch r {
	case 'n':
		s.ask(data.TriageRule{Enabled: true})
	case 'z':
		s.presenter.Undo()
	}
}

// TypedKey goes back.
func (s *Screen) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.ways.Back()
	}
}

// Changed shows what there is.
func (s *Screen) Changed() {
	s.busy.Hide()
	s.showTags()
	s.showRules()
	s.showMuted()
	s.column.Fit()
}

// ProgressChanged shows how far applying a rule is.
func (s *Screen) ProgressChanged() {
	text, share, ok := s.presenter.Applying()
	if ok {
		s.far.SetText(kit.Plain(text))
		s.bar.Set(share)
	}
	if s.progress.Hidden == ok {
		s.progress.Hidden = !ok
		s.root.Refresh()
	}
}

// PreviewChanged shows what the rule being written would find.
func (s *Screen) PreviewChanged() {
	if s.form != nil {
		s.form.showPreview()
	}
}

// Failed shows an error above what is on screen, which stays, and in the form
// that covers it.
func (s *Screen) Failed(err error) {
	if s.form != nil {
		s.form.errors.Fail(err)
		return
	}
	s.errors.Fail(err)
	s.root.Refresh()
}

// Done says what was done, and offers to take it back.
func (s *Screen) Done(what string) {
	s.env.Toast.Offer(kit.Plain(what), s.env.Words.Text("rules.undo"), s.presenter.Undo)
}

// Said says something that needs no answer.
func (s *Screen) Said(what string) { s.env.Toast.Say(kit.Plain(what)) }
