package report

import (
	"strings"
	"time"

	"vedetta/data"
)

// opening writes what the report says first: the finding as a headline, and
// the numbers it rests on.
func (w writer) opening() {
	p, peaked := findPeak(w.Report)
	found := find(w.Report, p, peaked)
	w.y = contentTop
	w.paragraph(w.headline(found, p), title, 23, 3)
	w.y += 6
	w.paragraph(w.lead(found, p), lead, 15.5, 0)
	if w.Query != "" {
		w.y += 3
		w.paragraph(w.words.Text("report.query", "Query", w.Query), muted, 13, 2)
	}
}

func (w writer) headline(found finding, p peak) string {
	now, before := w.Summary.Now, w.Summary.Before
	key := "report.headline." + string(found)
	if found == foundCalm {
		key += "." + w.stretch()
	}
	return w.words.Count(key, now.Mentions(),
		"Before", w.words.Number(int64(before.Mentions())),
		"Share", w.share(now), "ShareBefore", w.share(before),
		"When", w.moment("report.when.", p.bucket.Start))
}

// stretch names the length of the period, as a part of a key.
func (w writer) stretch() string {
	p := w.Summary.Filter.Period
	if p.From.IsZero() || p.To.IsZero() {
		return "period"
	}
	switch days, _ := p.Days(w.Zone); days {
	case 1:
		return "day"
	case 7:
		return "week"
	}
	return "period"
}

// lead is the paragraph under the headline; each sentence is there only if
// its numbers are.
func (w writer) lead(found finding, p peak) string {
	now, before := w.Summary.Now, w.Summary.Before
	if found == foundNothing {
		return w.words.Text("report.lead.nothing")
	}
	var said []string
	say := func(sentence string) { said = append(said, sentence) }
	say(w.words.Count("report.lead.counts", now.Mentions(),
		"Sources", w.words.Count("report.lead.sources", len(w.Sources)),
		"Negative", w.share(now), "Net", w.net(now)))
	if found == foundFew {
		say(w.words.Text("report.lead.few", "N", fewMentions))
	}
	if w.Summary.HasBefore && before.Mentions() > 0 {
		say(w.words.Count("report.lead.before", before.Mentions(), "Negative", w.share(before), "Net", w.net(before)))
	}
	if found == foundPeak || found == foundPeakOver {
		say(w.words.Count("report.lead.peak."+w.Timeline.Step.String(), p.bucket.Negative,
			"When", w.moment("report.when.", p.bucket.Start), "Median", w.words.Number(int64(p.median))))
	}
	if terms := w.blamed(); len(terms) > 0 {
		say(w.words.Count("report.lead.terms", len(terms), "Terms", strings.Join(terms, ", ")))
	}
	if u := w.Summary.Unanswered; u.Count > 0 {
		say(w.words.Count("report.lead.waiting", u.Count, "When", w.moment("report.from.", u.Oldest)))
	}
	return strings.Join(said, " ")
}

// blamed are up to three words that are new or grew, in mostly negative
// mentions.
func (w writer) blamed() []string {
	const most, growth = 3, 2
	var out []string
	for _, d := range w.Topics {
		share, _ := d.NegativeShare()
		if len(out) < most && share > 50 && (d.Ratio >= growth || d.Before == 0) && w.Summary.HasBefore {
			out = append(out, w.words.Text("report.quoted", "Text", d.Term))
		}
	}
	return out
}

// moment says when, in a sentence: as exactly as a bar of the timeline tells.
func (w writer) moment(key string, t time.Time) string {
	return w.words.Text(key+w.Timeline.Step.String(), "D", t.In(w.Zone).Day(),
		"Day", w.words.Day(t, w.Zone), "Clock", w.words.Clock(t, w.Zone))
}

// share is the negative share in words, a dash when there is none.
func (w writer) share(t data.Totals) string {
	if x, ok := t.NegativeShare(); ok {
		return w.words.Percent(x)
	}
	return unknown
}

// net is the net sentiment in words.
func (w writer) net(t data.Totals) string {
	if x, ok := t.Net(); ok {
		return w.words.Signed(x)
	}
	return unknown
}

// unknown is printed for a number that cannot be told.
const unknown = "—"
