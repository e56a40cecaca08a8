package report

import "strings"

// method writes how the numbers were made, so that each can be defended.
func (w writer) method() {
	const lines = 8
	var rows [][]string
	note := func(key string, pairs ...any) {
		rows = append(rows, []string{w.words.Text("report.method." + key), w.words.Text("report.method."+key+".text", pairs...)})
	}
	note("period", "Period", w.period(), "Zone", w.Zone.String(), "Step", w.words.Text("report.step."+w.Timeline.Step.String()))
	note("mentions", "Mentions", w.words.Count("report.mentions", w.Summary.Now.Mentions()),
		"Files", w.words.Count("report.files", w.Imports), "Sources", w.sourceNames())
	if repeats := w.words.Repeats(w.Copies); repeats != "" {
		note("copies", "Repeats", repeats)
	}
	note("labels", "Labelled", w.words.Labelled(w.Model, w.Zone), "Corrected", w.words.Count("report.corrected", w.Summary.Overridden))
	note("net")
	note("share")
	note("reply", "Replies", w.words.Count("report.replies", w.Summary.FirstReply.Replies))
	if r := w.Summary.Responses; r.Rate.Of > 0 {
		percent := func(share float64) string { return w.words.Percent(100 * share) }
		note("answers", "Part", r.Rate.Part, "Of", r.Rate.Of, "Rate", percent(r.Rate.Value), "Low", percent(r.Rate.Low), "High", percent(r.Rate.High),
			"Kept", r.Kept.Part, "Timed", r.Kept.Of, "KeptRate", percent(r.Kept.Value), "Untimed", r.Untimed)
	}
	note("incidents", "False", w.words.FalseAlarms(w.FalseAlarms))
	note("topics")
	if w.Sampled {
		note("sample")
	}
	note("headline", "Few", fewMentions, "Points", w.words.Decimal(sharePoints, 0), "Z", w.words.Decimal(significant, 2),
		"Peak", peakFactor, "Least", peakLeast, "Apart", w.words.Decimal(peakPoints, 0))
	if w.restricted() {
		note("filter")
	}
	note("authors")
	note("privacy")
	t := w.newTable([]column{{share: 0.2}, {share: 0.8, lines: lines}}, rows)
	w.section(w.words.Text("report.method"), t.keep())
	t.set()
}

// restricted tells whether the report leaves mentions of its period out.
func (w writer) restricted() bool {
	f := w.Summary.Filter
	return len(f.Sources) > 0 || len(f.Labels) > 0 || !f.OnlyAggregates()
}

func (w writer) sourceNames() string {
	var names []string
	for _, s := range w.Sources {
		names = append(names, w.words.Source(s.Source))
	}
	if len(names) == 0 {
		return unknown
	}
	return strings.Join(names, ", ")
}
