package report

import (
	"io"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// Crisis draws the pages about a crisis on paper of a size.
type Crisis struct{ Paper Paper }

// Situation writes a situation report as PDF of one page. What is too long for
// it ends in an ellipsis.
func (c Crisis) Situation(w io.Writer, f data.CrisisFile, words *assets.Words) error {
	return situation(f, words, c.paper()).writePDF(w, true)
}

// Report writes everything about a crisis as PDF.
func (c Crisis) Report(w io.Writer, f data.CrisisFile, words *assets.Words) error {
	return crisisReport(f, words, c.paper()).writePDF(w, true)
}

// Playbook writes a playbook to be filled in by hand as PDF, of one page
// unless it is longer than any of ours.
func (c Crisis) Playbook(w io.Writer, p data.Playbook, business string, madeAt time.Time, zone *time.Location, words *assets.Words) error {
	return playbookSheet(sheetHead{business, madeAt, zone}, p, words, c.paper()).writePDF(w, true)
}

func (c Crisis) paper() Paper {
	if c.Paper == (Paper{}) {
		return A4
	}
	return c.Paper
}

// sheetHead is what header and footer say.
type sheetHead struct {
	business string
	madeAt   time.Time
	zone     *time.Location
}

// crisisWriter writes the parts of a report on a crisis, one after the other.
type crisisWriter struct {
	*flow
	data.CrisisFile
	words *assets.Words
}

func newCrisisWriter(f data.CrisisFile, words *assets.Words, paper Paper, heading string) crisisWriter {
	if f.Zone == nil {
		f.Zone = time.UTC
	}
	doc := &document{
		paper: paper, set: newTypesetter(), made: f.MadeAt, lang: words.Lang(), author: f.Business,
		title: heading + " · " + f.Title,
	}
	return crisisWriter{flow: newFlow(doc), CrisisFile: f, words: words}
}

func (w crisisWriter) margins() { w.frame(w.words, w.Business, w.MadeAt, w.Zone) }

// head writes the title of the crisis and, below it, how grave it is and
// since when.
func (w crisisWriter) head() {
	w.paragraph(w.Title, title, 23, 2)
	w.y += 2
	w.paragraph(w.words.SituationHead(w.CrisisFile)+" · "+w.words.Text("handover.as_of", "When", w.words.DateTime(w.MadeAt, w.Zone)), lead, 15.5, 2)
	if w.LogBroken() {
		w.paragraph(w.words.Text("handover.log.broken"), alert, 13, 2)
	}
}

// crisisReport lays the whole report out.
func crisisReport(f data.CrisisFile, words *assets.Words, paper Paper) *document {
	w := newCrisisWriter(f, words, paper, words.Text("handover.report.title"))
	w.head()
	w.summary()
	w.timeline()
	w.figures()
	w.statements()
	w.claims()
	w.questions()
	w.decisions()
	w.steps()
	w.stakeholders()
	w.promises()
	w.criteria()
	w.review()
	w.method()
	w.margins()
	return w.doc
}

// list writes a section that is a table, or says in a line that there is
// nothing.
func (w crisisWriter) list(key string, columns []column, rows [][]string) {
	heading := w.words.Text("handover.section." + key)
	if len(rows) == 0 {
		w.section(heading, cellLine)
		w.paragraph(w.words.Text("handover.none."+key), body, 13, 0)
		return
	}
	for i := range columns {
		if columns[i].title != "" {
			columns[i].title = w.words.Text("handover.column." + columns[i].title)
		}
	}
	t := w.newTable(columns, rows)
	w.section(heading, t.keep())
	t.set()
}

func (w crisisWriter) moment(t time.Time) string {
	if t.IsZero() {
		return unknown
	}
	return w.words.Moment(t, w.Zone)
}
