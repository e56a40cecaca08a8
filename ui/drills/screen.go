package drills

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data/desk"
	"vedetta/ui/kit"
)

// Screen is the drills on screen.
type Screen struct {
	env       *kit.Env
	presenter *Presenter
	open      func(run *desk.DrillRun)

	errors  *kit.ErrorStrip
	rows    *fyne.Container
	column  *kit.Column
	detail  *detail
	instead *fyne.Container
	root    *fyne.Container
}

// New makes the screen; open shows a run that was started.
func New(env *kit.Env, d Desk, open func(run *desk.DrillRun)) *Screen {
	w := env.Words
	s := &Screen{env: env, open: open, errors: kit.NewErrorStrip(w), rows: kit.NewDown(2)}
	s.presenter = NewPresenter(d, w, env.Dispatcher, s)
	s.errors.OnRetry(s.presenter.Load)
	s.column = kit.NewColumn(kit.Gap, s.rows, kit.Inset(6, 6, 14, 14, kit.NewPara(kit.Caption, w.Text("drills.own", "Folder", d.DrillFolder()))))
	s.detail = newDetail(s)
	s.instead = container.NewStack()
	list := kit.NewPanel(kit.Inset(4, 4, 4, 0, s.column))
	both := &fyne.Container{Layout: kit.Split{Share: 0.3, Least: 230, Most: 340}, Objects: []fyne.CanvasObject{list, container.NewStack(s.detail.root, s.instead)}}
	head := kit.NewDown(4, kit.NewLine(kit.Title, w.Text("drills.title")), kit.NewPara(kit.Caption, w.Text("drills.hint")))
	s.root = kit.NewOver(kit.Edge, kit.NewDown(kit.Edge, head, s.errors), both)
	s.Changed()
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// Changed shows what the presenter says.
func (s *Screen) Changed() {
	s.rows.RemoveAll()
	for _, e := range s.presenter.Entries() {
		s.rows.Add(s.newRow(e))
	}
	s.column.Fit()
	d, ok := s.presenter.Detail()
	s.instead.RemoveAll()
	kit.SetShown(s.detail.root, ok)
	switch {
	case ok:
		s.detail.show(d)
	case s.presenter.Loaded():
		s.instead.Add(kit.NewPanel(kit.NewEmptyState(s.env.Words.Text("drills.empty"), s.env.Words.Text("drills.empty.hint"), "", nil)))
	default:
		s.instead.Add(container.NewCenter(kit.NewText(kit.Muted, s.env.Words.Text("drills.loading"))))
	}
	s.root.Refresh()
}

func (s *Screen) newRow(e Entry) fyne.CanvasObject {
	lines := kit.NewDown(6, kit.NewPara(kit.Strong, kit.Plain(e.Name)), kit.NewPara(kit.Caption, e.Facts))
	chips := kit.Flow(4)
	if e.Own {
		chips.Add(kit.NewChip(s.env.Words.Text("drills.yours"), kit.ToneAccent, nil, nil))
	}
	if e.Best != "" {
		chips.Add(kit.NewChip(e.Best, kit.TonePositive, nil, nil))
	}
	if len(chips.Objects) > 0 {
		lines.Add(chips)
	}
	row := kit.NewPanel(kit.NewPress(kit.Inset(10, 10, 12, 12, lines), func() { s.presenter.Choose(e.Key) }))
	fill := kit.ColorNone
	if e.Chosen {
		fill = kit.ColorAccentTint
	}
	row.SetColors(fill, kit.ColorNone)
	return row
}

// Started shows a run.
func (s *Screen) Started(run *desk.DrillRun) { s.open(run) }

// Failed shows an error above what is on screen, which stays.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	s.root.Refresh()
}
