package overview

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/charts"
	"vedetta/data"
	"vedetta/ui/kit"
)

// newChart is the card with sentiment over time.
func (s *Screen) newChart() fyne.CanvasObject {
	w := s.env.Words
	s.chart = kit.NewChartView(s.env)
	legend := kit.Row(12)
	for _, l := range data.Labels {
		legend.Add(kit.Row(4, kit.NewText(kit.Caption.In(kit.FillOf(l)), "■"), kit.NewText(kit.Caption, w.Label(l))))
	}
	legend.Add(kit.NewText(kit.Caption, "— "+w.Text("overview.net")+" · "+w.Text("overview.chart.hint")))
	head := kit.Between(kit.Edge, kit.NewText(kit.Strong, w.Text("overview.chart")), nil, legend)
	return kit.NewCard("", nil, container.NewBorder(kit.Inset(0, 8, 0, 0, head), nil, nil, nil, s.chart))
}

// drawing is the chart of the numbers on screen; it keeps its own copy.
func (s *Screen) drawing() kit.Drawing {
	p := s.presenter
	chart := charts.Chart{Timeline: p.Timeline(), Zone: p.desk.Zone(), Words: s.env.Words}
	return kit.Drawing{
		Image: func(w, h int, scale float64, palette charts.Palette) image.Image {
			chart := chart
			chart.Palette = palette
			return chart.Image(w, h, scale)
		},
		Bars:  len(chart.Timeline.Buckets),
		BarAt: chart.BucketAt,
		Tip:   p.Bar,
		Open:  func(bar int) { s.leave.Show(p.BarFilter(bar), p.BarTitle(bar)) },
	}
}

func (s *Screen) newDrivers() fyne.CanvasObject {
	s.drivers = kit.NewDown(2)
	return kit.NewCard(s.env.Words.Text("overview.drivers"), nil, container.NewVScroll(s.drivers))
}

func (s *Screen) newAnswers() fyne.CanvasObject {
	s.answers = kit.NewDown(0)
	return kit.NewCard(s.env.Words.Text("overview.answers"), nil, container.NewVScroll(s.answers))
}

// WordsChanged shows what drives the period and what to answer first.
func (s *Screen) WordsChanged() {
	p, w := s.presenter, s.env.Words
	s.drivers.RemoveAll()
	for _, d := range p.Drivers().List {
		s.drivers.Add(newDriverRow(d, p.DriverNote(d), func() { s.leave.Show(p.DriverFilter(d), d.Term) }))
	}
	if len(p.Drivers().List) == 0 {
		s.drivers.Add(kit.NewPara(kit.Muted, w.Text("overview.drivers.none")))
	}
	if note := p.SampleNote(); note != "" {
		s.drivers.Add(kit.NewPara(kit.Caption, note))
	}
	s.answers.RemoveAll()
	for i, r := range p.Answers() {
		if i > 0 {
			s.answers.Add(kit.NewHairline())
		}
		row := kit.NewMentionRow(s.env)
		row.Set(r, p.desk.Now(), false)
		s.answers.Add(kit.NewPress(row, func() { s.leave.Mention(r.ID) }))
	}
	if len(p.Answers()) == 0 {
		s.answers.Add(kit.NewPara(kit.Muted, w.Text("overview.answers.none")))
	}
	s.root.Refresh()
}
