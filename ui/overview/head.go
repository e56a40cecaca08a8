package overview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/ui/kit"
)

// titleLine is the title with search, period, sources and import.
func (s *Screen) titleLine() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	s.notice = kit.NewLine(kit.Caption, "")
	s.search = kit.NewSearchEntry(w.Text("overview.search"), s.ways.Search, func() { s.env.Window.Canvas().Unfocus() })
	var spans []string
	for _, span := range Spans {
		spans = append(spans, w.Text("overview.span."+span.Key()))
	}
	s.spans = kit.NewSegmented(spans, int(p.Span()), s.chooseSpan)
	s.sources = kit.NewMultiChoice(w.Text("overview.sources.all"),
		func(n int) string { return w.Count("overview.sources", n) }, p.SetSources)
	right := kit.Row(kit.Gap, s.spans, s.sources, kit.NewButton(kit.Primary, w.Text("overview.import"), s.ways.Import))
	title := kit.NewText(kit.Title, w.Text("overview.title"))
	return container.New(&headLine{}, title, s.notice, s.search, right)
}

func (s *Screen) chooseSpan(i int) {
	if Spans[i] != SpanCustom {
		s.presenter.SetSpan(Spans[i])
		return
	}
	s.spans.SetChosen(int(s.presenter.Span())) // until days are chosen
	s.askDays()
}

// askDays asks for the days of a custom period.
func (s *Screen) askDays() {
	w := s.env.Words
	first, last := s.presenter.Days()
	from, to := widget.NewDateEntry(), widget.NewDateEntry()
	from.SetDate(&first)
	to.SetDate(&last)
	form := widget.NewForm(widget.NewFormItem(w.Text("overview.from"), from), widget.NewFormItem(w.Text("overview.to"), to))
	d := dialog.NewCustomConfirm(w.Text("overview.days"), w.Text("overview.show"), w.Text("overview.cancel"),
		kit.Sized(320, 0, form), func(yes bool) {
			if yes && from.Date != nil && to.Date != nil {
				s.presenter.SetDays(*from.Date, *to.Date)
			}
		}, s.env.Window)
	d.Show()
}

// headLine gives the search line what the others leave, up to a width.
type headLine struct{}

const (
	searchLeast, searchMost float32 = 120, 240
	lineHeight              float32 = 36
)

// MinSize is Fyne's.
func (headLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width+searchLeast+o[3].MinSize().Width+2*kit.Gap, lineHeight)
}

// Layout is Fyne's.
func (headLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	title, right := o[0].MinSize().Width, o[3].MinSize().Width
	room := size.Width - title - right - 2*kit.Gap
	search := min(max(room, searchLeast), searchMost)
	put := func(o fyne.CanvasObject, x, w float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, lineHeight))
	}
	put(o[0], 0, title)
	put(o[1], title+12, max(room-search-12, 0))
	put(o[2], size.Width-right-kit.Gap-search, search)
	put(o[3], size.Width-right, right)
}

// legend names the colours of the chart.
func legend(w *assets.Words) fyne.CanvasObject {
	row := kit.Row(6)
	for _, part := range []struct {
		key  string
		tone kit.Tone
	}{
		{"label.negative", kit.ToneNegative}, {"label.neutral", kit.ToneNeutral}, {"label.positive", kit.TonePositive},
	} {
		row.Add(kit.NewSwatch(part.tone))
		row.Add(kit.NewText(kit.Caption.In(part.tone.Text()), w.Text(part.key)))
	}
	row.Add(kit.NewText(kit.Caption, w.Text("overview.legend")))
	return row
}

// halves shares the height between chart and lists.
type halves struct{}

const chartShare = 0.54

// MinSize is Fyne's.
func (halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), max(a.Height/chartShare, b.Height/(1-chartShare))+kit.Edge)
}

// Layout is Fyne's.
func (halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h := (size.Height - kit.Edge) * chartShare
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, h))
	o[1].Move(fyne.NewPos(0, h+kit.Edge))
	o[1].Resize(fyne.NewSize(size.Width, size.Height-h-kit.Edge))
}
