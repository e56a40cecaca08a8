package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/ui/kit"
)

// Choices are what the window does for the settings.
type Choices struct {
	Language  func(code string)
	Look      func(kit.Look)
	Import    func() // goes to where the watched folder is chosen
	Audit     func() // goes to where labels are measured
	Warning   func() // goes to how the person is warned
	Templates func() // goes to the texts that replies begin with
	Rules     func() // goes to tags, rules and muted authors
}

// Workplace is what all the settings together ask of the workspace.
type Workplace interface {
	Desk
	profiles
	offices
}

// Screen is the settings.
type Screen struct {
	env       *kit.Env
	presenter *Presenter
	name      *nameEntry
	zone      *kit.Choice
	path      *kit.Para
	importing *importingCard
	model     *modelCard
	watch     *watchCard
	profile   *profileCard
	office    *officeCard
	errors    *kit.ErrorStrip
	column    *kit.Column
	root      fyne.CanvasObject
}

// New makes the settings.
func New(env *kit.Env, d Workplace, choices Choices) *Screen {
	w := env.Words
	s := &Screen{env: env, errors: kit.NewErrorStrip(w)}
	s.presenter = NewPresenter(d, env.Dispatcher, s)
	s.name = newNameEntry(s.presenter.SetName)
	s.zone = kit.NewChoice(nil, 0, s.chooseZone)
	s.importing = newImportingCard(env, s.presenter, choices.Import)
	s.model = newModelCard(env, s.presenter, choices.Audit)
	s.watch = newWatchCard(env, s.presenter)
	s.profile = newProfileCard(env, d, choices.Templates, s.Failed)
	s.office = newOfficeCard(env, d, s.Failed)
	s.path = kit.NewPara(kit.Body, "")
	business := kit.NewDown(kit.Gap,
		field(w.Text("settings.name"), kit.Sized(320, 0, s.name)), field(w.Text("settings.zone"), s.zone),
		kit.NewPara(kit.Caption, w.Text("settings.zone.hint")))
	window := kit.NewDown(kit.Gap,
		field(w.Text("settings.language"), newLanguages(w, choices.Language)), field(w.Text("settings.look"), newLooks(env, choices.Look)))
	warning := kit.NewBeside(kit.NewButton(kit.Secondary, w.Text("settings.warning.open"), choices.Warning), kit.Inset(8, 0, 12, 0, kit.NewPara(kit.Caption, w.Text("settings.warning.hint"))))
	rules := kit.NewBeside(kit.NewButton(kit.Secondary, w.Text("rules.open"), choices.Rules), kit.Inset(8, 0, 12, 0, kit.NewPara(kit.Caption, w.Text("rules.open.hint"))))
	about := kit.NewDown(kit.Gap, kit.NewBeside(kit.Sized(labelWidth, 0, kit.NewText(kit.Muted, w.Text("settings.path"))), s.path),
		kit.NewPara(kit.Caption, w.Text("settings.about")), kit.NewPara(kit.Caption, w.Text("settings.licences")))
	s.column = kit.NewColumn(kit.Edge, kit.Sized(0, 36, kit.NewText(kit.Title, w.Text("settings.title"))), s.errors,
		kit.NewCard(w.Text("settings.business"), nil, business), s.profile.root, s.office.root, kit.NewCard(w.Text("settings.warning"), nil, warning), kit.NewCard(w.Text("rules.title"), nil, rules), s.model.root, s.watch.root, s.importing.root, kit.NewCard(w.Text("settings.window"), nil, window),
		kit.NewCard(w.Text("settings.workspace"), nil, about))
	s.root = s.column.Bleed()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() {
	s.presenter.Start()
	s.profile.presenter.Start()
	s.office.presenter.Start()
}

// Stop ends what Start began.
func (s *Screen) Stop() {
	s.presenter.Stop()
	s.profile.presenter.Stop()
	s.office.presenter.Stop()
}

const labelWidth = 180

func field(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewBeside(kit.Sized(labelWidth, 0, kit.NewText(kit.Muted, label)), container.NewHBox(o))
}

func newLanguages(w *assets.Words, choose func(string)) fyne.CanvasObject {
	var names []string
	chosen := 0
	for i, l := range assets.Languages {
		names = append(names, l.Name)
		if l.Code == w.Lang() {
			chosen = i
		}
	}
	return kit.NewSegmented(names, chosen, func(i int) { choose(assets.Languages[i].Code) })
}

func newLooks(env *kit.Env, choose func(kit.Look)) fyne.CanvasObject {
	var names []string
	chosen := 0
	for i, l := range kit.Looks {
		names = append(names, env.Words.Text("settings.look."+string(l)))
		if l == env.Theme.Look() {
			chosen = i
		}
	}
	return kit.NewSegmented(names, chosen, func(i int) { choose(kit.Looks[i]) })
}

func (s *Screen) chooseZone(i int) {
	zones, _ := s.presenter.Zone()
	s.presenter.SetZone(zones[i])
}

// WorkspaceChanged shows what is stored.
func (s *Screen) WorkspaceChanged() {
	s.errors.Hide()
	s.name.show(s.presenter.Name())
	s.zone.SetOptions(s.presenter.Zone())
	s.path.SetText(s.presenter.Path())
	s.importing.show()
	s.model.show()
	s.watch.show()
	s.column.Fit()
}

// Failed shows an error above the settings.
func (s *Screen) Failed(err error) { s.errors.Fail(err) }

// nameEntry stores the name when the person leaves the field or presses Enter.
type nameEntry struct {
	widget.Entry
	store func(string)
}

func newNameEntry(store func(string)) *nameEntry {
	e := &nameEntry{store: store}
	e.OnSubmitted = store
	e.ExtendBaseWidget(e)
	return e
}

// FocusLost stores what was typed.
func (e *nameEntry) FocusLost() {
	e.Entry.FocusLost()
	e.store(e.Text)
}

// show puts the stored name in, unless the person is typing another.
func (e *nameEntry) show(name string) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c == nil || c.Focused() != fyne.Focusable(e) {
		e.SetText(name)
	}
}
