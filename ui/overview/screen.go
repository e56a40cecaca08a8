package overview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Leave are the ways out of the overview.
type Leave struct {
	Show    func(f data.Filter, title string) // in the inbox
	Mention func(id data.ID)                  // in the inbox
	Search  func(query string)                // in the inbox
	Import  func()
}

// Screen is the overview.
type Screen struct {
	env       *kit.Env
	presenter *Presenter
	leave     Leave

	search   *kit.SearchEntry
	span     *kit.Segmented
	sources  *kit.Choice
	days     *fyne.Container
	from, to *widget.DateEntry
	period   *kit.Text
	tiles    []*kit.Tile
	chart    *kit.ChartView
	drivers  *fyne.Container
	answers  *fyne.Container
	errors   *kit.ErrorStrip
	content  fyne.CanvasObject
	body     *fyne.Container
	root     fyne.CanvasObject

	following bool // the day entries follow the presenter, not the person
}

// New makes the overview.
func New(env *kit.Env, d Desk, leave Leave) *Screen {
	s := &Screen{env: env, leave: leave, errors: kit.NewErrorStrip(env.Words)}
	s.presenter = NewPresenter(d, env.Words, env.Dispatcher, s)
	s.content = s.newContent()
	s.body = container.NewStack(s.content)
	top := kit.NewDown(kit.Gap, s.newBar(), s.errors, kit.Flow(kit.Gap, s.period, s.days))
	s.root = kit.NewOver(kit.Gap, top, s.body)
	return s
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// FocusSearch puts the cursor into the search field.
func (s *Screen) FocusSearch() { s.env.Window.Canvas().Focus(s.search) }

const (
	searchWidth = 210
	dateWidth   = 172
)

func (s *Screen) newBar() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	var spans []string
	for _, span := range Spans {
		spans = append(spans, w.Text("overview.span."+span.key()))
	}
	s.search = kit.NewSearchEntry(w.Text("overview.search"), s.find, nil)
	s.span = kit.NewSegmented(spans, int(p.Span()), func(i int) { p.SetSpan(Spans[i]) })
	s.sources = kit.NewMultiChoice(w.Text("overview.sources.all"), func(n int) string { return w.Count("overview.sources.some", n) }, p.PickSources)
	s.period = kit.NewText(kit.Caption, "")
	s.from, s.to = widget.NewDateEntry(), widget.NewDateEntry()
	s.from.OnChanged, s.to.OnChanged = s.dayChanged, s.dayChanged
	s.days = kit.Row(kit.Gap, kit.Sized(dateWidth, 0, s.from), kit.NewText(kit.Muted, "–"), kit.Sized(dateWidth, 0, s.to))
	s.days.Hide()
	return kit.Between(kit.Gap, kit.NewText(kit.Title, w.Text("overview.title")), nil, kit.Row(kit.Gap,
		kit.Sized(searchWidth, 0, s.search), s.span, s.sources, kit.NewButton(kit.Primary, w.Text("overview.import"), s.leave.Import)))
}

func (s *Screen) find(query string) {
	s.search.SetText("")
	s.leave.Search(query)
}

func (s *Screen) dayChanged(*time.Time) {
	if !s.following && s.from.Date != nil && s.to.Date != nil {
		s.presenter.SetDays(*s.from.Date, *s.to.Date)
	}
}

func (s *Screen) newContent() fyne.CanvasObject {
	var tiles []fyne.CanvasObject
	for _, name := range TileNames {
		t := kit.NewTile(s.env, s.env.Words.Text(name))
		s.tiles, tiles = append(s.tiles, t), append(tiles, t)
	}
	lower := kit.Columns(kit.Edge, nil, s.newDrivers(), s.newAnswers())
	return container.NewBorder(kit.Inset(0, kit.Edge, 0, 0, kit.Columns(kit.Edge, nil, tiles...)), nil, nil, nil,
		container.New(&shares{upper: 0.56, gap: kit.Edge}, s.newChart(), lower))
}

// NumbersChanged shows tiles and chart, or that there is nothing yet.
func (s *Screen) NumbersChanged() {
	p, w := s.presenter, s.env.Words
	s.errors.Hide()
	s.body.Objects = s.body.Objects[:1]
	s.content.Show()
	if p.Empty() {
		s.content.Hide()
		s.body.Add(kit.NewEmptyState(w.Text("overview.empty"), w.Text("overview.empty.hint"), w.Text("overview.import"), s.leave.Import))
	}
	s.period.SetText(p.Period())
	s.showChoices()
	for i, t := range p.Tiles() {
		s.tiles[i].Set(kit.TileText{Value: t.Value, Delta: t.Change, Tone: tones[t.Good], Formula: t.Formula})
	}
	s.chart.Set(s.drawing())
	s.root.Refresh()
}

var tones = [...]kit.Tone{Indifferent: kit.TonePlain, Better: kit.TonePositive, Worse: kit.ToneNegative}

func (s *Screen) showChoices() {
	p, w := s.presenter, s.env.Words
	s.span.SetChosen(int(p.Span()))
	names := make([]string, len(p.Sources()))
	for i, source := range p.Sources() {
		names[i] = kit.Plain(w.Source(source))
	}
	s.sources.SetPicked(names, p.Picked())
	s.days.Hidden = p.Span() != SpanCustom
	if p.Span() == SpanCustom {
		first, last := p.Days()
		s.following = true
		s.from.SetDate(&first)
		s.to.SetDate(&last)
		s.following = false
	}
}

// Failed shows an error above the old content.
func (s *Screen) Failed(err error) { s.errors.Fail(err) }
