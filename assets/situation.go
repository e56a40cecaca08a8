package assets

import (
	"strings"

	"vedetta/data"
)

// SituationHead is the first line of a situation report: how grave, since
// when, and whether it goes on.
func (w *Words) SituationHead(f data.CrisisFile) string {
	key := "handover.head.open"
	end := f.MadeAt
	if !f.ClosedAt.IsZero() {
		key, end = "handover.head.closed", f.ClosedAt
	}
	return w.Text(key, "Level", w.Severity(f.Severity), "Since", w.DateTime(f.Onset, f.Zone),
		"Span", w.Span(end.Sub(f.Onset)), "End", w.DateTime(end, f.Zone))
}

// Situation is a situation report, a passage for each thing that somebody who
// comes in asks first. None of them is empty.
func (w *Words) Situation(f data.CrisisFile) []data.Passage {
	return []data.Passage{
		w.passage("happened", w.happened(f)),
		w.passage("people", w.people(f)),
		w.passage("known", w.known(f)),
		w.passage("unknown", w.notKnown(f)),
		w.passage("done", w.whatWeDid(f)),
		w.passage("said", w.whatWeSaid(f)),
		w.passage("next", w.nextWord(f)),
		w.passage("needed", w.needed(f)),
	}
}

// SituationText is a situation report for a message, without any marks.
func (w *Words) SituationText(f data.CrisisFile) string {
	var b strings.Builder
	b.WriteString(oneLine(f.Title) + "\n" + w.SituationHead(f) + "\n")
	if f.Business != "" {
		b.WriteString(oneLine(f.Business) + " · ")
	}
	b.WriteString(w.Text("handover.as_of", "When", w.DateTime(f.MadeAt, f.Zone)) + "\n")
	for _, p := range w.Situation(f) {
		b.WriteString("\n" + strings.ToUpper(p.Heading) + "\n")
		for _, line := range p.Lines {
			b.WriteString("- " + line + "\n")
		}
	}
	return b.String()
}

func (w *Words) passage(key string, lines []string) data.Passage {
	if len(lines) == 0 {
		lines = []string{w.Text("handover.part." + key + ".none")}
	}
	for i := range lines {
		lines[i] = oneLine(lines[i])
	}
	return data.Passage{Key: key, Heading: w.Text("handover.part." + key), Lines: lines}
}

func (w *Words) happened(f data.CrisisFile) (out []string) {
	if f.Review.Happened != "" {
		out = append(out, f.Review.Happened)
	}
	if f.Type != "" {
		out = append(out, w.Text("handover.type", "Type", w.CrisisType(f.Type)))
	}
	if f.Reason != "" {
		out = append(out, w.Text("handover.level.why", "Level", w.Severity(f.Severity), "Why", f.Reason))
	}
	out = append(out, w.Text("handover.onset", "When", w.DateTime(f.Onset, f.Zone), "Declared", w.DateTime(f.DeclaredAt, f.Zone)))
	if !f.DetectedAt.IsZero() {
		out = append(out, w.Text("handover.detected", "When", w.DateTime(f.DetectedAt, f.Zone)))
	}
	return out
}

// people is what is said, in numbers and in some people's words.
func (w *Words) people(f data.CrisisFile) (out []string) {
	if n := f.Mentions.Mentions(); n > 0 {
		share := data.ShareOf(f.Mentions.Negative, n)
		out = append(out, w.Count("handover.mentions", n, "Negative", w.Number(int64(f.Mentions.Negative)), "Share", w.Percent(100*share.Value)))
	}
	if f.Numbers.Mentions > 0 {
		out = append(out, w.Count("handover.around", f.Numbers.Mentions,
			"Negative", w.Number(int64(f.Numbers.Negative)), "Hour", w.Number(int64(f.Numbers.NegativeHour))))
	}
	if f.Numbers.PeakHour > 0 {
		out = append(out, w.Count("handover.peak", f.Numbers.PeakHour, "When", w.DateTime(f.Numbers.PeakHourAt, f.Zone)))
	}
	for _, v := range f.Voices {
		who := v.Author
		if who == "" {
			who = w.Text("report.anonymous")
		}
		out = append(out, w.Text("handover.voice", "Text", v.Snippet, "Who", who, "Where", w.Source(v.Source)))
	}
	return out
}

// known are the claims that were settled, with how we know.
func (w *Words) known(f data.CrisisFile) (out []string) {
	for _, finding := range []data.Finding{data.FindingConfirmed, data.FindingFalse, data.FindingOutOfDate} {
		for _, c := range f.Found(finding) {
			out = append(out, w.Claim(c))
		}
	}
	return out
}

// Claim is a claim with its finding, and the correction and the source if
// there are any.
func (w *Words) Claim(c data.Claim) string {
	said := w.Text("handover.claim", "Finding", Capital(w.Finding(c.Finding)), "Text", strings.TrimRight(c.Text, ". "))
	if c.Correction != "" {
		said += " " + w.Text("handover.claim.correction", "Text", strings.TrimRight(c.Correction, ". "))
	}
	if c.Source != "" {
		said += " " + w.Text("handover.claim.source", "Text", strings.TrimRight(c.Source, ". "))
	}
	return said
}

// Finding is what we found out about a claim, in a word.
func (w *Words) Finding(f data.Finding) string { return w.Text("handover.finding." + string(f)) }

func (w *Words) notKnown(f data.CrisisFile) (out []string) {
	for _, c := range f.Found(data.FindingOpen) {
		out = append(out, c.Text)
	}
	for _, q := range f.Questions {
		if strings.TrimSpace(q.Answer) == "" {
			out = append(out, w.Text("handover.question.open", "Text", q.Question))
		}
	}
	return out
}

// oneLine keeps a text from looking like more than one.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
