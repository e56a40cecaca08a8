package report

import (
	"vedetta/charts"
	"vedetta/data"
)

// timeline draws sentiment over time and says how to read it.
func (w writer) timeline() {
	const height, caption = 158.0, 4 * 12.5
	w.section(w.words.Text("report.timeline"), height+caption)
	w.sheet().figures = append(w.sheet().figures, figure{
		chart: charts.Chart{Timeline: w.Timeline, Zone: w.Zone, Words: w.words, Palette: palette, Bands: w.bands()},
		x:     marginX, y: w.y, w: w.width(), h: height,
	})
	w.y += height + 2
	w.paragraph(w.words.Text("report.timeline.caption."+w.Timeline.Step.String())+" "+w.origin()+" "+w.words.Labelled(w.Model, w.Zone), muted, 12.5, 4)
}

// origin says where the numbers come from.
func (w writer) origin() string {
	return w.words.Text("report.origin",
		"Files", w.words.Count("report.files", w.Imports),
		"Mentions", w.words.Count("report.mentions", w.Summary.Now.Mentions()),
		"Corrected", w.words.Count("report.corrected", w.Summary.Overridden))
}

// topics writes the words that set the period apart.
func (w writer) topics() {
	heading := w.words.Text("report.topics")
	if len(w.Topics) == 0 {
		w.section(heading, cellLine)
		w.paragraph(w.words.Text("report.topics.none"), body, 13, 0)
		return
	}
	var rows [][]string
	for _, d := range w.Topics {
		rows = append(rows, []string{
			d.Term, w.words.Number(int64(d.Mentions())), w.share(d.Totals), w.against(d), w.quote(d.Example.Snippet),
		})
	}
	t := w.newTable([]column{
		{title: w.words.Text("report.column.topic"), share: 0.17},
		{title: w.words.Text("report.column.mentions"), share: 0.11, right: true},
		{title: w.words.Text("report.column.negative"), share: 0.11, right: true},
		{title: w.words.Text("report.column.against"), share: 0.17, right: true},
		{title: w.words.Text("report.column.example"), share: 0.44},
	}, rows)
	w.section(heading, t.keep())
	t.set()
}

// against is how much more often a word comes up than in the period before.
func (w writer) against(d data.Driver) string {
	switch {
	case !w.Summary.HasBefore || w.Summary.Before.Mentions() == 0:
		return unknown
	case d.Before == 0:
		return w.words.Text("report.new")
	case d.Ratio >= 10:
		return "×" + w.words.Decimal(d.Ratio, 0)
	}
	return "×" + w.words.Decimal(d.Ratio, 1)
}

// quote puts somebody's words between quotation marks.
func (w writer) quote(text string) string {
	if text == "" {
		return unknown
	}
	return w.words.Text("report.quoted", "Text", text)
}

// sources writes the totals of each source.
func (w writer) sources() {
	if len(w.Sources) == 0 {
		return
	}
	var rows [][]string
	for _, s := range w.Sources {
		rows = append(rows, []string{
			w.words.Source(s.Source), w.words.Number(int64(s.Mentions())), w.share(s.Totals), w.net(s.Totals),
		})
	}
	t := w.newTable([]column{
		{title: w.words.Text("report.column.source"), share: 0.4},
		{title: w.words.Text("report.column.mentions"), share: 0.2, right: true},
		{title: w.words.Text("report.column.negative"), share: 0.2, right: true},
		{title: w.words.Text("report.column.net"), share: 0.2, right: true},
	}, rows)
	w.section(w.words.Text("report.sources"), t.keep())
	t.set()
}
