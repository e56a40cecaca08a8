package overview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/charts"
	"vedetta/data"
	"vedetta/ui/kit"
)

// Ways are where the overview leads on to.
type Ways struct {
	Inbox   func(f data.Filter, title string)
	Mention func(id data.ID)
	Search  func(query string)
	Import  func()
	Audit   func() // where the labels are measured
	// Incident explains an incident, Crisis opens the room to handle it in. What
	// is nil is not offered.
	Incident func(id int64)
	Crisis   func(id int64)
}

// Screen is the overview on screen.
type Screen struct {
	env       *kit.Env
	ways      Ways
	presenter *Presenter

	search  *kit.SearchEntry
	notice  *kit.Text
	spans   *kit.Segmented
	sources *kit.Choice
	errors  *kit.ErrorStrip
	busy    *fyne.Container
	tiles   [len(TileNames)]*kit.Tile
	chart   *kit.ChartView
	// labelled says what gave the labels.
	labelled *kit.Text
	words    *wordsCards
	banner   *banner
	digest   *digestCard
	watch    *kit.Para // what limits the warnings
	page     *kit.Column
	root     *fyne.Container
}

// New makes the overview.
func New(env *kit.Env, desk Desk, ways Ways) *Screen {
	s := &Screen{env: env, ways: ways}
	w := env.Words
	s.presenter = NewPresenter(desk, w, env.Dispatcher, s)
	s.presenter.pause = env.Gather
	s.errors = kit.NewErrorStrip(w)
	s.errors.OnRetry(s.presenter.Load)
	s.chart = kit.NewChartView(env)
	s.labelled = kit.NewLine(kit.Caption, "")
	s.words = newWordsCards(env, s.presenter, ways)
	s.banner, s.digest = newBanner(env, ways), newDigestCard(env, s.presenter, ways)
	s.watch = kit.NewPara(kit.Caption, "")
	s.watch.Hide()
	for i, name := range TileNames {
		s.tiles[i] = kit.NewTile(env, w.Text("overview.tile."+name), w.Text("overview.tile."+name+".short"))
	}
	top := kit.NewDown(kit.Edge, s.banner.panel, s.watch, s.digest.root, s.tileLine())
	s.page = kit.NewPage(kit.NewOver(kit.Edge, top, container.New(halves{}, s.chartCard(), s.words.root)))
	s.root = kit.NewOver(kit.Edge, kit.NewDown(kit.Edge, s.titleLine(), s.errors), s.page.Bleed())
	return s
}

func (s *Screen) tileLine() fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(s.tiles))
	for i, t := range s.tiles {
		objects[i] = t
	}
	return kit.Columns(kit.Edge, nil, objects...)
}

func (s *Screen) chartCard() fyne.CanvasObject {
	w := s.env.Words
	busy := kit.NewBusyState(w.Text("overview.loading"), w.Text("overview.cancel"), s.presenter.Cancel)
	s.busy = container.NewStack(busy)
	return kit.NewCard(w.Text("overview.chart"), legend(w), container.NewBorder(nil, kit.NewPress(kit.Inset(2, 0, 0, 0, s.labelled), s.ways.Audit), nil, nil, container.NewStack(s.chart, s.busy)))
}

// Content is what the window shows.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Start loads, and follows what changes.
func (s *Screen) Start() { s.presenter.Start() }

// Stop ends what Start began.
func (s *Screen) Stop() { s.presenter.Stop() }

// FocusSearch puts the cursor into the search field.
func (s *Screen) FocusSearch() { s.env.Window.Canvas().Focus(s.search) }

// FiguresChanged shows tiles, chart, period and sources.
func (s *Screen) FiguresChanged() {
	p := s.presenter
	s.showAlarm()
	for i, t := range p.Tiles() {
		s.tiles[i].Set(kit.TileText{Value: t.Value, Delta: t.Delta, Short: t.Short, Tone: tones[t.Tone], Formula: t.Formula})
	}
	s.chart.Set(s.drawing())
	s.labelled.SetText(p.Labelled())
	s.words.answered.SetText(p.Answered())
	s.notice.SetText(p.Notice())
	s.spans.SetChosen(int(p.Span()))
	all, chosen := p.Sources()
	names := make([]string, len(all))
	for i, source := range all {
		names[i] = s.env.Words.Source(source)
	}
	s.sources.SetPicked(names, chosen)
	s.root.Refresh()
	s.page.Fit()
}

// showAlarm shows what is going on, and what limits the warnings.
func (s *Screen) showAlarm() {
	one, on := s.presenter.Banner()
	s.banner.show(one, on, s.ways.Crisis != nil)
	said := s.presenter.Watch()
	s.watch.SetText(said)
	s.watch.Hidden = said == ""
}

var tones = [...]kit.Tone{Plain: kit.TonePlain, Good: kit.TonePositive, Bad: kit.ToneNegative}

// drawing is the chart of the timeline on screen.
func (s *Screen) drawing() kit.Drawing {
	p := s.presenter
	chart := charts.Chart{Timeline: p.Timeline(), Zone: p.desk.Zone(), Words: s.env.Words, Bands: bandsOf(p.Bands())}
	return kit.Drawing{
		Image: func(w, h int, scale float64, palette charts.Palette) image.Image {
			drawn := chart
			drawn.Palette = palette
			return drawn.Image(w, h, scale)
		},
		Bars:  len(chart.Timeline.Buckets),
		BarAt: chart.BucketAt,
		Tip:   p.Bar,
		Open:  func(i int) { s.ways.Inbox(p.BarMentions(i)) },
	}
}

var bandKinds = [...]charts.BandKind{BandIncident: charts.BandIncident, BandExpected: charts.BandExpected, BandGap: charts.BandGap, BandMark: charts.BandMark}

func bandsOf(bands []Band) (out []charts.Band) {
	for _, b := range bands {
		out = append(out, charts.Band{Kind: bandKinds[b.Kind], From: b.Period.From, To: b.Period.To, Label: b.Label, Short: b.Short})
	}
	return out
}

// WordsChanged shows the two lists, and what the banner is about.
func (s *Screen) WordsChanged() {
	s.words.show()
	s.showAlarm()
	s.page.Fit()
}

// DigestChanged shows what happened meanwhile.
func (s *Screen) DigestChanged() {
	s.digest.show()
	s.page.Fit()
}

// TypedKey closes the digest on Escape.
func (s *Screen) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.presenter.CloseDigest()
	}
}

// TypedRune has no use for letters.
func (s *Screen) TypedRune(rune) {}

// BusyChanged shows, before the first numbers are there, that they are on
// their way.
func (s *Screen) BusyChanged() { s.busy.Hidden = s.presenter.Loaded() || !s.presenter.Busy() }

// Failed shows an error above the numbers, which stay.
func (s *Screen) Failed(err error) {
	s.errors.Fail(err)
	s.root.Refresh()
}
