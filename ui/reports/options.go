package reports

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/charts/report"
	"vedetta/ui/kit"
)

// papers are the sheets to choose from, each with its translation key.
var papers = []struct {
	key   string
	paper report.Paper
}{
	{"reports.paper.a4", report.A4},
	{"reports.paper.letter", report.Letter},
}

// optionsCard is where the person says what the report is about.
type optionsCard struct {
	env       *kit.Env
	presenter *Presenter
	span      *kit.Segmented
	lang      *kit.Segmented
	paper     *kit.Segmented
	sources   *kit.Choice
	days      *fyne.Container
	from, to  *widget.DateEntry
	following bool // the entries follow the presenter, not the person
	root      fyne.CanvasObject
}

func newOptionsCard(env *kit.Env, p *Presenter) *optionsCard {
	w := env.Words
	c := &optionsCard{env: env, presenter: p, from: widget.NewDateEntry(), to: widget.NewDateEntry()}
	var spans, langs, sheets []string
	for _, s := range Spans {
		spans = append(spans, w.Text("reports.span."+s.key()))
	}
	for _, l := range assets.Languages {
		langs = append(langs, l.Name)
	}
	for _, s := range papers {
		sheets = append(sheets, w.Text(s.key))
	}
	c.span = kit.NewSegmented(spans, 0, func(i int) { p.SetSpan(Spans[i]) })
	c.lang = kit.NewSegmented(langs, 0, func(i int) { p.SetLang(assets.Languages[i].Code) })
	c.paper = kit.NewSegmented(sheets, 0, func(i int) { p.SetPaper(papers[i].paper) })
	c.sources = kit.NewMultiChoice(w.Text("reports.sources.all"),
		func(n int) string { return w.Count("reports.sources.some", n) }, p.Pick)
	c.from.OnChanged, c.to.OnChanged = c.dayChanged, c.dayChanged
	c.days = kit.Row(kit.Gap,
		kit.NewText(kit.Muted, w.Text("reports.from")), kit.Sized(dateWidth, 0, c.from),
		kit.NewText(kit.Muted, w.Text("reports.to")), kit.Sized(dateWidth, 0, c.to))
	c.root = kit.Flow(kit.Gap, c.span, c.days, c.sources, c.lang, c.paper)
	c.show()
	return c
}

const dateWidth = 172

// show brings the options up to date.
func (c *optionsCard) show() {
	p := c.presenter
	c.span.SetChosen(int(p.Span()))
	for i, l := range assets.Languages {
		if l.Code == p.Lang() {
			c.lang.SetChosen(i)
		}
	}
	for i, s := range papers {
		if s.paper == p.Paper() {
			c.paper.SetChosen(i)
		}
	}
	c.days.Hidden = p.Span() != SpanCustom
	if p.Span() == SpanCustom {
		first, last := p.Days()
		c.following = true
		c.from.SetDate(&first)
		c.to.SetDate(&last)
		c.following = false
	}
	c.showSources()
}

func (c *optionsCard) dayChanged(*time.Time) {
	if !c.following && c.from.Date != nil && c.to.Date != nil {
		c.presenter.SetDays(*c.from.Date, *c.to.Date)
	}
}

func (c *optionsCard) showSources() {
	var names []string
	for _, source := range c.presenter.Sources() {
		names = append(names, c.env.Words.Source(source))
	}
	c.sources.SetPicked(names, c.presenter.Picked())
}
