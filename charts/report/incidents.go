package report

import (
	"vedetta/assets"
	"vedetta/charts"
	"vedetta/data"
)

// incidents writes what early warning found in the period.
func (w writer) incidents() {
	heading := w.words.Text("report.incidents")
	if len(w.Incidents) == 0 {
		w.section(heading, cellLine)
		w.paragraph(w.words.Text("report.incidents.none"), body, 13, 0)
		return
	}
	var rows [][]string
	for _, i := range w.Incidents {
		rows = append(rows, []string{
			w.words.Day(i.Onset, w.Zone) + " " + w.words.Clock(i.Onset, w.Zone), w.lasted(i), w.level(i), w.words.IncidentHeadline(i, w.Zone), w.judged(i),
		})
	}
	t := w.newTable([]column{
		{title: w.words.Text("report.column.since"), share: 0.14},
		{title: w.words.Text("report.column.lasted"), share: 0.11},
		{title: w.words.Text("report.column.level"), share: 0.2},
		{title: w.words.Text("report.column.incident"), share: 0.4, lines: 3},
		{title: w.words.Text("report.column.verdict"), share: 0.15, lines: 2},
	}, rows)
	w.section(heading, t.keep())
	t.set()
}

func (w writer) lasted(i data.Incident) string {
	if i.Open() {
		return w.words.Text("report.incident.open")
	}
	return w.words.Span(i.ClosedAt.Sub(i.Onset))
}

// level is the word with the points that it comes from.
func (w writer) level(i data.Incident) string {
	return w.words.Text("report.incident.level", "Level", assets.Capital(w.words.Level(i.Level)), "Points", w.words.Number(int64(i.Parts.Points())))
}

// judged is what the person said of an incident.
func (w writer) judged(i data.Incident) string {
	switch {
	case i.Expect:
		return w.words.Text("report.incident.expected")
	case i.Verdict != data.NoVerdict:
		return w.words.Text("report.incident." + string(i.Verdict))
	}
	return unknown
}

// bands marks incidents, times without data and what we published on the
// chart.
func (w writer) bands() (out []charts.Band) {
	for _, g := range w.Gaps {
		out = append(out, charts.Band{Kind: charts.BandGap, From: g.From, To: g.To, Label: w.words.Text("report.gap")})
	}
	for _, i := range w.Incidents {
		b := charts.Band{Kind: charts.BandIncident, From: i.Onset, To: i.ClosedAt, Label: w.words.Day(i.OpenedAt, w.Zone)}
		if i.Open() {
			b.To = w.MadeAt
		}
		if i.Expect {
			b.Kind = charts.BandExpected
		}
		if i.Verdict != data.NotCrisis {
			out = append(out, b)
		}
	}
	for _, m := range w.Marks {
		out = append(out, charts.Band{Kind: charts.BandMark, From: m.At, Label: w.words.StatementMark(m)})
	}
	return out
}
