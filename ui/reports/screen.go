package reports

import (
	"io"
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"vedetta/ui/kit"
)

// Screen is the reports screen.
type Screen struct {
	env       *kit.Env
	presenter *Presenter
	onImport  func()

	options *optionsCard
	buttons []*kit.Button
	state   *kit.Text // the period shown, or that pages are being drawn
	stop    *kit.Button
	pages   *pageView
	body    *fyne.Container
	errors  *kit.ErrorStrip
	root    fyne.CanvasObject
}

// New makes the reports screen. onImport opens the import screen, for a
// workspace without mentions.
func New(env *kit.Env, d Desk, onImport func()) *Screen {
	w := env.Words
	s := &Screen{env: env, onImport: onImport}
	s.presenter = NewPresenter(d, w, env.Dispatcher, s)
	s.options = newOptionsCard(env, s.presenter)
	s.pages, s.state = newPageView(), kit.NewLine(kit.Caption, "")
	s.stop = kit.NewSmallButton(kit.Secondary, w.Text("reports.cancel"), s.presenter.Cancel)
	s.errors = kit.NewErrorStrip(w)
	s.buttons = []*kit.Button{
		kit.NewButton(kit.Secondary, w.Text("reports.print"), s.presenter.Print),
		kit.NewButton(kit.Secondary, w.Text("reports.open"), s.presenter.Open),
		kit.NewButton(kit.Primary, w.Text("reports.save"), s.save),
	}
	line := kit.Between(kit.Gap, nil, kit.NewLine(kit.Title, w.Text("reports.title")),
		kit.Row(kit.Gap, s.buttons[0], s.buttons[1], s.buttons[2]))
	above := kit.Inset(0, 8, 0, 0, kit.Between(kit.Gap, nil, s.state, s.stop))
	desk := kit.NewCard("", nil, container.NewBorder(above, nil, nil, nil, s.pages))
	desk.SetColors(kit.ColorNeutralTint, kit.ColorHairline)
	s.body = container.NewStack(desk)
	top := kit.NewDown(kit.Edge, line, s.errors, s.options.root)
	s.root = kit.NewOver(kit.Edge, top, s.body)
	s.PagesChanged()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start draws the first report.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// OptionsChanged shows what is chosen.
func (s *Screen) OptionsChanged() {
	s.options.show()
	s.root.Refresh()
}

// PagesChanged shows the pages, or that they are being drawn: the old ones
// stay until the new ones are there.
func (s *Screen) PagesChanged() {
	w, p := s.env.Words, s.presenter
	for _, b := range s.buttons {
		b.SetEnabled(p.Made() && !p.Empty())
	}
	s.stop.Hidden = !p.Busy()
	switch {
	case p.Busy():
		s.state.SetText(w.Text("reports.drawing"))
	case p.Made():
		s.state.SetText(p.Period() + " · " + w.Count("reports.pages", len(p.Pages())))
	}
	s.pages.SetPages(p.Pages())
	s.showEmpty()
}

func (s *Screen) showEmpty() {
	s.body.Objects = s.body.Objects[:1]
	s.body.Objects[0].Show()
	if s.presenter.Empty() {
		w := s.env.Words
		s.body.Objects[0].Hide()
		s.body.Add(kit.NewEmptyState(w.Text("reports.empty"), w.Text("reports.empty.hint"), w.Text("reports.import"), s.onImport))
	}
	s.body.Refresh()
}

// Failed shows an error above the options.
func (s *Screen) Failed(err error) { s.errors.Fail(err) }

// Told says that something is done.
func (s *Screen) Told(what string) { s.env.Toast.Say(what) }

// OpenFile opens a file with the system's viewer.
func (s *Screen) OpenFile(path string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		s.Failed(err)
	}
}

// save asks where the PDF shall go.
func (s *Screen) save() {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil {
			s.Failed(err)
			return
		}
		if f == nil {
			return
		}
		s.env.KeepFolder(f.URI())
		s.presenter.Save(f.URI().Name(), func() (io.WriteCloser, error) { return f, nil })
	}, s.env.Window)
	d.SetFileName(s.presenter.FileName())
	kit.ShowFiles(s.env, d)
}
