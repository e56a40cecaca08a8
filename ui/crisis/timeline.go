package crisis

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"vedetta/charts"
	"vedetta/data"
	"vedetta/ui/kit"
)

// whenWidth holds a clock; a time with its day takes two lines.
const chartHeight, whenWidth float32 = 190, 64

// timeline is the chart of the crisis, and its log below with a line to write.
type timeline struct {
	screen *Screen
	chart  *kit.ChartView
	entry  *lineEntry
	broken *kit.Para
	lines  *fyne.Container
	shown  []Line
	column *kit.Column
	root   fyne.CanvasObject
}

func newTimeline(s *Screen) *timeline {
	w := s.env.Words
	t := &timeline{screen: s, chart: kit.NewChartView(s.env), lines: kit.NewDown(6), broken: kit.NewPara(kit.Strong.In(kit.ColorNegativeText), w.Text("room.log.tampered"))}
	t.entry = newLineEntry(w.Text("room.log.hint"), func(string) {}, func() { s.env.Window.Canvas().Unfocus() })
	t.entry.OnSubmitted = func(string) { t.write("") }
	t.broken.Hide()
	write := kit.NewButton(kit.Secondary, w.Text("room.log.write"), func() { t.write("") })
	attach := kit.NewButton(kit.Secondary, "+", s.askAttachment)
	line := kit.Inset(8, 8, 0, 0, kit.Between(6, nil, t.entry, kit.Row(6, attach, write)))
	head := kit.NewDown(8, kit.NewText(kit.Strong, w.Text("room.timeline")), kit.Sized(0, chartHeight, t.chart), line, t.broken)
	t.column = kit.NewColumn(0, t.lines)
	t.root = kit.NewPanel(kit.Inset(14, 12, 16, 12, kit.NewOver(0, head, container.NewBorder(nil, nil, nil, nil, t.column.Bleed()))))
	return t
}

func (t *timeline) write(path string) {
	text := t.entry.Text
	t.entry.SetText("")
	t.screen.presenter.WriteLog(text, path)
}

func (t *timeline) show() {
	p := t.screen.presenter
	t.chart.Set(t.drawing())
	kit.SetShown(t.broken, p.LogBroken())
	log := p.Log()
	if !same(log, t.shown) {
		t.shown = log
		t.lines.RemoveAll()
		for _, l := range log {
			t.lines.Add(t.line(l))
		}
	}
	t.column.Fit()
}

func same(a, b []Line) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// line is an entry of the log: its time beside what happened.
func (t *timeline) line(l Line) fyne.CanvasObject {
	style := kit.Body
	if l.Broken {
		style = kit.Body.In(kit.ColorNegativeText)
	}
	text := kit.Plain(l.Text)
	if l.Broken {
		text = "⚠ " + text
	}
	when := kit.Sized(whenWidth, 0, kit.NewPara(kit.Caption, l.When))
	return kit.NewDown(6, kit.NewBeside(when, kit.NewPara(style, text)), kit.NewHairline())
}

// drawing is the chart with the stretch of the crisis.
func (t *timeline) drawing() kit.Drawing {
	s := t.screen
	p := s.presenter
	period, label, short := p.Span()
	chart := charts.Chart{
		Timeline: p.Timeline(), Zone: p.desk.Zone(), Words: s.env.Words,
		Bands: []charts.Band{{Kind: charts.BandIncident, From: period.From, To: period.To, Label: label, Short: short}},
	}
	for _, m := range p.Marks() {
		chart.Bands = append(chart.Bands, charts.Band{Kind: charts.BandMark, From: m.At, Label: kit.Plain(m.Title)})
	}
	return kit.Drawing{
		Image: func(w, h int, scale float64, palette charts.Palette) image.Image {
			drawn := chart
			drawn.Palette = palette
			return drawn.Image(w, h, scale)
		},
		Bars: len(chart.Timeline.Buckets), BarAt: chart.BucketAt, Tip: p.Bar,
		Open: func(i int) {
			b := p.shown.series[i]
			s.ways.Inbox(data.Filter{Period: data.Period{From: b.Start, To: b.End}}, kit.Plain(p.shown.crisis.Title))
		},
	}
}

// openMentions shows the mentions of the crisis in the inbox.
func (s *Screen) openMentions() {
	c := s.presenter.shown.crisis
	s.ways.Inbox(data.Filter{Issues: []int64{c.Issue}}, kit.Plain(c.Title))
}

// askAttachment asks for a file that is kept in the log.
func (s *Screen) askAttachment() {
	kit.ShowFiles(s.env, dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		_ = r.Close()
		s.env.KeepFolder(r.URI())
		s.timeline.write(r.URI().Path())
	}, s.env.Window))
}

// askExport asks where the log is written to.
func (s *Screen) askExport() {
	s.askFile(s.env.Words.Text("room.export.file")+".txt", s.presenter.ExportLog)
}
