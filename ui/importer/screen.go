package importer

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Screen is the import screen.
type Screen struct {
	env       *kit.Env
	presenter *Presenter
	onShow    func(f data.Filter, title string)

	title    *kit.Text
	place    *kit.Text
	buttons  *fyne.Container
	errors   *kit.ErrorStrip
	progress *progressLine
	history  *fyne.Container
	column   *kit.Column
	cards    *fyne.Container
	root     fyne.CanvasObject
}

// New makes the import screen. onShow opens the inbox with the mentions of an
// import.
func New(env *kit.Env, desk Desk, onShow func(f data.Filter, title string)) *Screen {
	s := &Screen{env: env, onShow: onShow}
	s.presenter = NewPresenter(desk, env.Words, env.Dispatcher, s)
	s.title, s.place = kit.NewLine(kit.Title, ""), kit.NewText(kit.Muted, "")
	s.buttons = kit.Row(kit.Gap)
	s.errors = kit.NewErrorStrip(env.Words)
	s.progress = newProgressLine()
	s.history = kit.NewDown(4)
	s.cards = kit.NewDown(kit.Edge)
	s.column = kit.NewColumn(0, s.cards)
	head := kit.Sized(0, 36, kit.Between(kit.Gap, nil, s.title, kit.Row(kit.Edge, s.place, s.buttons)))
	s.root = kit.NewOver(kit.Edge, kit.NewDown(kit.Gap, head, s.errors), s.column.Bleed())
	s.StageChanged()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads the earlier imports.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// Drop takes files to import, as the window gets them dropped.
func (s *Screen) Drop(paths []string) { s.presenter.Drop(paths) }

// StageChanged shows the cards of the present stage.
func (s *Screen) StageChanged() {
	w, p := s.env.Words, s.presenter
	s.title.SetText(w.Text("importer.title"))
	if name := p.File(); name != "" {
		s.title.SetText(w.Text("importer.title.file", "File", kit.Plain(name)))
	}
	s.place.SetText(p.Place())
	s.buttons.Objects = s.stageButtons()
	s.cards.Objects = s.stageCards()
	s.root.Refresh()
	s.column.Fit()
	s.ProgressChanged()
}

func (s *Screen) stageButtons() []fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	switch p.Stage() {
	case StageInspecting:
		return []fyne.CanvasObject{kit.NewButton(kit.Secondary, w.Text("importer.cancel"), p.Leave)}
	case StageReady:
		ok := kit.NewButton(kit.Primary, p.ImportButton(), p.Import)
		ok.SetEnabled(p.CanImport())
		return append(s.skip(), kit.NewButton(kit.Secondary, w.Text("importer.cancel"), p.Leave), ok)
	case StageRefused:
		return append(s.skip(), kit.NewButton(kit.Secondary, w.Text("importer.cancel"), p.Leave), kit.NewButton(kit.Primary, w.Text("importer.retry"), p.Retry))
	case StageDone:
		if p.HasNext() {
			return []fyne.CanvasObject{kit.NewButton(kit.Primary, w.Text("importer.next"), p.Next)}
		}
		return []fyne.CanvasObject{kit.NewButton(kit.Secondary, w.Text("importer.finish"), p.Leave), kit.NewButton(kit.Primary, w.Text("importer.more"), s.choose)}
	}
	return nil
}

func (s *Screen) skip() []fyne.CanvasObject {
	if !s.presenter.HasNext() {
		return nil
	}
	return []fyne.CanvasObject{kit.NewButton(kit.Secondary, s.env.Words.Text("importer.skip"), s.presenter.Next)}
}

func (s *Screen) stageCards() []fyne.CanvasObject {
	switch s.presenter.Stage() {
	case StageInspecting:
		return []fyne.CanvasObject{kit.NewBusyState(s.env.Words.Text("importer.inspecting"), "", nil)}
	case StageReady:
		return s.readyCards()
	case StageRefused:
		return append([]fyne.CanvasObject{s.refusalCard()}, s.planCards()...)
	case StageImporting:
		return append([]fyne.CanvasObject{s.progressCard(s.presenter.StopImport)}, s.readyCards()...)
	case StageDone:
		return []fyne.CanvasObject{s.resultCard(), s.historyCard()}
	}
	return []fyne.CanvasObject{s.dropArea(), s.historyCard()}
}

// ProgressChanged moves the bar.
func (s *Screen) ProgressChanged() {
	p := s.presenter
	key := "importer.checking"
	switch {
	case p.Stage() == StageImporting:
		key = "importer.importing"
	case p.Undoing() != 0:
		key = "importer.undoing"
	}
	s.progress.Set(p.Far(key), p.Left(), p.Progress())
}

// Failed shows an error above the cards.
func (s *Screen) Failed(err error) { s.errors.Fail(err) }

// Told says that something is done.
func (s *Screen) Told(what string) { s.env.Toast.Say(what) }
