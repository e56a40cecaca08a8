package report

import (
	"strings"
	"unicode"

	"vedetta/data"
)

// answers writes how far the work is: mentions by status, the negatives that
// wait longest, the latest that were answered.
func (w writer) answers() {
	const mostOpen, mostAnswered = 12, 6
	var columns []column
	var counts []string
	for _, s := range data.Statuses {
		columns = append(columns, column{title: w.words.Text("report.status." + s.String()), share: 1 / float64(len(data.Statuses))})
		counts = append(counts, w.words.Number(int64(w.Statuses[s])))
	}
	t := w.newTable(columns, [][]string{counts})
	w.section(w.words.Text("report.answers"), t.keep())
	t.set()

	open := w.Open[:min(len(w.Open), mostOpen)]
	if len(open) == 0 {
		w.y += 8
		w.paragraph(w.words.Text("report.open.none"), body, 13, 0)
	} else {
		w.rows(w.words.Count("report.open", max(w.Summary.Unanswered.Count, len(open)), "Shown", len(open)), open)
	}
	if answered := w.Answered[:min(len(w.Answered), mostAnswered)]; len(answered) > 0 {
		w.rows(w.words.Text("report.answered"), answered)
	}
}

// rows writes mentions, their authors by their initials.
func (w writer) rows(heading string, list []data.Row) {
	var rows [][]string
	for _, r := range list {
		rows = append(rows, []string{
			w.words.Day(r.PublishedAt, w.Zone) + " " + w.words.Clock(r.PublishedAt, w.Zone),
			w.words.Source(r.Source), w.mask(r.Author), w.quote(r.Snippet),
		})
	}
	t := w.newTable([]column{
		{title: w.words.Text("report.column.published"), share: 0.16},
		{title: w.words.Text("report.column.source"), share: 0.18},
		{title: w.words.Text("report.column.author"), share: 0.12},
		{title: w.words.Text("report.column.text"), share: 0.54, lines: 2},
	}, rows)
	w.subsection(heading, t.keep())
	t.set()
}

// mask makes a pseudonym of a name: the initials of its first two words.
func (w writer) mask(name string) string {
	var initials []string
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(initials) < 2 {
			initials = append(initials, strings.ToUpper(string([]rune(word)[:1]))+".")
		}
	}
	if len(initials) == 0 {
		return w.words.Text("report.anonymous")
	}
	return strings.Join(initials, " ")
}
