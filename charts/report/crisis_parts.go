package report

import (
	"cmp"
	"strconv"
	"strings"

	"vedetta/charts"
)

// wholeText is for cells whose text must not be cut: so many lines are more
// than any text is long.
const wholeText = 40

// summary is what the report says first: what happened and what we said.
func (w crisisWriter) summary() {
	for _, p := range w.words.Situation(w.CrisisFile) {
		if p.Key == "happened" || p.Key == "people" {
			w.y += 6
			w.paragraph(strings.Join(p.Lines, " "), body, 13, 8)
		}
	}
}

// timeline draws the mentions around the crisis with a mark for each
// statement.
func (w crisisWriter) timeline() {
	const height, caption = 158.0, 3 * 12.5
	if len(w.Series.Buckets) == 0 {
		return
	}
	end := w.MadeAt
	if !w.ClosedAt.IsZero() {
		end = w.ClosedAt
	}
	marks := []charts.Band{{Kind: charts.BandIncident, From: w.Onset, To: end, Label: w.words.Text("handover.onset.mark")}}
	var told []string
	for i, s := range w.Published() {
		n := strconv.Itoa(i + 1)
		marks = append(marks, charts.Band{Kind: charts.BandMark, From: s.SentAt, Label: n})
		told = append(told, w.words.Text("handover.mark", "N", n, "Kind", w.words.StatementKind(s.Kind), "When", w.moment(s.SentAt)))
	}
	w.section(w.words.Text("handover.section.timeline"), height+caption)
	w.sheet().figures = append(w.sheet().figures, figure{
		chart: charts.Chart{Timeline: w.Series, Zone: w.Zone, Words: w.words, Palette: palette, Bands: marks},
		x:     marginX, y: w.y, w: w.width(), h: height,
	})
	w.y += height + 2
	w.paragraph(w.words.Text("handover.timeline.caption", "Marks", strings.Join(told, "; ")), muted, 12.5, 6)
}

// figures writes every number with what it rests on and its formula.
func (w crisisWriter) figures() {
	var rows [][]string
	for _, f := range w.words.CrisisFigures(w.CrisisFile) {
		rows = append(rows, []string{f.Name, f.Value, f.Rests, f.Formula})
	}
	w.list("figures", []column{{share: 0.22, lines: 2}, {title: "value", share: 0.13, right: true}, {title: "rests", share: 0.23, lines: 2}, {title: "formula", share: 0.42, lines: 4}}, rows)
}

func (w crisisWriter) statements() {
	var rows [][]string
	for _, s := range w.Published() {
		effect := w.words.Text("handover.effect.none")
		if e, ok := w.EffectOf(s.ID); ok {
			effect = w.words.Effect(e)
		}
		what := w.words.StatementKind(s.Kind)
		if s.Channels != "" {
			what += ", " + s.Channels
		}
		rows = append(rows, []string{w.moment(s.SentAt), what, s.Text, effect})
	}
	w.list("statements", []column{
		{title: "when", share: 0.14, lines: 2},
		{title: "what", share: 0.16, lines: 4},
		{title: "text", share: 0.42, lines: wholeText},
		{title: "effect", share: 0.28, lines: 8},
	}, rows)
}

func (w crisisWriter) claims() {
	var rows [][]string
	for _, c := range w.Claims {
		n := unknown
		if c.Mentions >= 0 {
			n = w.words.Number(int64(c.Mentions))
		}
		rows = append(rows, []string{c.Text, w.words.Finding(c.Finding), c.Correction, c.Source, n})
	}
	w.list("claims", []column{
		{title: "what", share: 0.3, lines: 6},
		{title: "finding", share: 0.14},
		{title: "text", share: 0.26, lines: 6},
		{title: "rests", share: 0.17, lines: 6},
		{title: "mentions", share: 0.13, right: true},
	}, rows)
}

func (w crisisWriter) questions() {
	var rows [][]string
	for _, q := range w.Questions {
		rows = append(rows, []string{q.Question, cmp.Or(q.Answer, unknown)})
	}
	w.list("questions", []column{{title: "question", share: 0.4, lines: 8}, {title: "answer", share: 0.6, lines: wholeText}}, rows)
}

// decisions is the log without the steps, which have a table of their own.
func (w crisisWriter) decisions() {
	var rows [][]string
	for _, e := range w.Decisions() {
		said := w.words.LogEntry(e, w.Zone)
		if e.Broken {
			said = "! " + said + " (" + w.words.Text("handover.log.broken.mark") + ")"
		}
		rows = append(rows, []string{w.moment(e.At), e.Author, said})
	}
	w.list("log", []column{{title: "when", share: 0.16, lines: 2}, {title: "who", share: 0.16, lines: 2}, {title: "what", share: 0.68, lines: wholeText}}, rows)
	verdict, st := "handover.log.sound", muted
	if w.LogBroken() {
		verdict, st = "handover.log.broken", alert
	}
	w.y += 4
	w.paragraph(w.words.Text(verdict), st, 12.5, 2)
}

func (w crisisWriter) steps() {
	var rows [][]string
	for _, s := range w.Steps {
		rows = append(rows, []string{w.words.Phase(s.Phase), joined(s.Title, s.Note), cmp.Or(s.Owner, unknown), w.moment(s.DueAt), w.moment(s.DoneAt)})
	}
	w.list("steps", []column{
		{title: "phase", share: 0.13},
		{title: "what", share: 0.41, lines: 6},
		{title: "who", share: 0.14, lines: 2},
		{title: "due", share: 0.16, lines: 2},
		{title: "done", share: 0.16, lines: 2},
	}, rows)
}

func (w crisisWriter) stakeholders() {
	var rows [][]string
	for _, s := range w.Stakeholders {
		when := w.words.Text("handover.told.not")
		if !s.ToldAt.IsZero() {
			when = w.moment(s.ToldAt)
		}
		rows = append(rows, []string{w.words.StakeholderName(s), joined(s.Channel, s.Contact), when, s.Note})
	}
	w.list("told", []column{
		{title: "who", share: 0.25, lines: 2}, {title: "contact", share: 0.3, lines: 2}, {title: "when", share: 0.2, lines: 2}, {title: "note", share: 0.25, lines: 4},
	}, rows)
}

func (w crisisWriter) promises() {
	var rows [][]string
	for _, p := range w.Promises {
		rows = append(rows, []string{joined(w.words.PromiseText(p), p.Note), w.moment(p.DueAt), w.moment(p.DoneAt)})
	}
	w.list("promises", []column{{title: "what", share: 0.56, lines: 6}, {title: "due", share: 0.22, lines: 2}, {title: "done", share: 0.22, lines: 2}}, rows)
}

func (w crisisWriter) criteria() {
	if len(w.Criteria) == 0 {
		return
	}
	var rows [][]string
	for _, c := range w.Criteria {
		rows = append(rows, []string{w.words.Criterion(c), w.words.CriterionState(c)})
	}
	w.list("criteria", []column{{title: "what", share: 0.7, lines: 2}, {title: "state", share: 0.3}}, rows)
}

// review is what was learnt; parts without a word are left out.
func (w crisisWriter) review() {
	var rows [][]string
	for _, part := range []struct{ key, text string }{
		{"happened", w.Review.Happened},
		{"worked", w.Review.Worked},
		{"failed", w.Review.Failed},
		{"causes", w.Review.Causes},
		{"changes", w.Review.Changes},
	} {
		if strings.TrimSpace(part.text) != "" {
			rows = append(rows, []string{w.words.Text("handover.review." + part.key), part.text})
		}
	}
	w.list("review", []column{{share: 0.22, lines: 2}, {share: 0.78, lines: wholeText}}, rows)
}

func (w crisisWriter) method() {
	authors := "handover.method.named"
	if w.Masked {
		authors = "handover.method.masked"
	}
	w.section(w.words.Text("handover.section.method"), 3*12.5)
	w.paragraph(w.words.Text("handover.method")+" "+w.words.Text(authors), muted, 12.5, 0)
}

// joined puts what is there of two texts together.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}
