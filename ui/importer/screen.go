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

	title   *kit.Text
	place   *kit.Text
	buttons *fyne.Container
	errors  *kit.ErrorStrip
	cards   *fyne.Container
	column  *kit.Column
	root    fyne.CanvasObject

	queue   *queueCard
	box     *boxCard
	file    *fileCard
	columns *columnsCard
	folder  *folderCard

	checking, importing, undoing *progressLine
	history                      *fyne.Container
	historyRows, summaryRows     int
	stage                        Stage // shown last, with the file at
	at                           int
}

// New makes the import screen. onShow opens the inbox with the mentions of an
// import.
func New(env *kit.Env, desk Desk, onShow func(f data.Filter, title string)) *Screen {
	s := &Screen{env: env, onShow: onShow, historyRows: rowsFirst, summaryRows: rowsFirst}
	s.presenter = NewPresenter(desk, env.Words, env.Dispatcher, s)
	p, w := s.presenter, env.Words
	s.title, s.place = kit.NewLine(kit.Title, ""), kit.NewText(kit.Muted, "")
	s.buttons = kit.Row(kit.Gap)
	s.errors = kit.NewErrorStrip(w)
	s.cards = kit.NewDown(kit.Edge)
	s.column = kit.NewColumn(0, s.cards)
	s.queue, s.box, s.file, s.folder = newQueueCard(env, p), newBoxCard(env, p), newFileCard(env, p), newFolderCard(env, p)
	s.columns = newColumnsCard(env, p, s.column.Fit)
	s.checking = newProgressLine(w.Text("importer.checking.stop"), p.StopCheck)
	s.importing = newProgressLine(w.Text("importer.stop"), p.StopImport)
	s.undoing = newProgressLine("", nil)
	s.history = kit.NewDown(4)
	head := kit.Sized(0, 36, kit.Between(kit.Edge, nil, s.title, kit.Row(kit.Edge, s.place, s.buttons)))
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
	stage := p.Stage()
	switch name := p.File(); {
	case stage == StageSummary || name == "":
		s.title.SetText(w.Text("importer.title"))
	default:
		s.title.SetText(w.Text("importer.title.file", "File", kit.Plain(name)))
	}
	s.place.SetText(p.Place())
	s.buttons.Objects = s.stageButtons()
	s.queue.show()
	s.cards.Objects = append([]fyne.CanvasObject{s.queue.root}, s.stageCards()...)
	s.root.Refresh()
	s.column.Fit()
	s.queue.reveal()
	if stage != s.stage || p.At() != s.at {
		s.stage, s.at = stage, p.At()
		s.column.ToTop()
	}
	s.ProgressChanged()
}

func (s *Screen) stageButtons() []fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	button := func(kind kit.Kind, key string, act func()) fyne.CanvasObject {
		return kit.NewButton(kind, w.Text(key), act)
	}
	cancel := func() fyne.CanvasObject { return button(kit.Secondary, "importer.cancel", p.Leave) }
	switch p.Stage() {
	case StageLooking:
		return []fyne.CanvasObject{cancel()}
	case StageBox:
		open := kit.NewButton(kit.Primary, w.Count("importer.box.open", p.Chosen()), p.OpenBox)
		open.SetEnabled(p.Chosen() > 0)
		return append(s.skip(), cancel(), open)
	case StageReady:
		ok := kit.NewButton(kit.Primary, p.ImportButton(), p.Import)
		ok.SetEnabled(p.CanImport())
		return append(s.skip(), cancel(), ok)
	case StageRefused:
		return append(s.skip(), cancel(), button(kit.Primary, "importer.retry", p.Retry))
	case StageSkipped:
		return []fyne.CanvasObject{cancel(), button(kit.Primary, "importer.next", p.Next)}
	case StageDone:
		if p.Files() > 1 {
			return []fyne.CanvasObject{button(kit.Primary, "importer.next", p.Next)}
		}
		return []fyne.CanvasObject{button(kit.Secondary, "importer.finish", p.Leave), button(kit.Primary, "importer.more", s.choose)}
	case StageSummary:
		return []fyne.CanvasObject{button(kit.Primary, "importer.finish", p.Leave)}
	}
	return nil
}

func (s *Screen) skip() []fyne.CanvasObject {
	if s.presenter.Files() < 2 {
		return nil
	}
	return []fyne.CanvasObject{kit.NewButton(kit.Secondary, s.env.Words.Text("importer.skip"), s.presenter.Skip)}
}

func (s *Screen) stageCards() []fyne.CanvasObject {
	switch s.presenter.Stage() {
	case StageLooking:
		return []fyne.CanvasObject{kit.NewBusyState(s.env.Words.Text("importer.inspecting"), "", nil)}
	case StageBox:
		s.box.show()
		return []fyne.CanvasObject{s.box.root}
	case StageReady:
		return s.readyCards()
	case StageRefused:
		return s.refusedCards()
	case StageImporting:
		return append([]fyne.CanvasObject{s.progressCard()}, s.readyCards()...)
	case StageSkipped:
		return []fyne.CanvasObject{kit.NewCard("", nil, kit.NewPara(kit.Body, s.env.Words.Text("importer.skipped.hint")))}
	case StageDone:
		return []fyne.CanvasObject{s.resultCard(), s.historyCard()}
	case StageSummary:
		return []fyne.CanvasObject{s.summaryCard(), s.historyCard()}
	}
	s.folder.show()
	return []fyne.CanvasObject{s.dropArea(), s.folder.root, s.historyCard()}
}

// ProgressChanged moves the bars.
func (s *Screen) ProgressChanged() {
	p := s.presenter
	switch {
	case p.Running():
		s.importing.Set(p.Far("importer.importing"), p.Left(), p.Progress())
	case p.Undoing() != 0:
		s.undoing.Set(p.Far("importer.undoing"), p.Left(), p.Progress())
	case p.Checking():
		s.checking.Set(p.Far("importer.checking"), p.Left(), p.Progress())
	}
}

// Failed shows an error above the cards.
func (s *Screen) Failed(err error) { s.errors.Fail(err) }

// Told says that something is done.
func (s *Screen) Told(what string) { s.env.Toast.Say(what) }
