package report

import (
	"fmt"
	"image"
	"io"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// Paper is the size of a sheet in points (1/72 inch).
type Paper struct{ W, H float64 }

// The paper sizes.
var (
	A4     = Paper{W: 595.28, H: 841.89}
	Letter = Paper{W: 612, H: 792}
)

// Write writes the report as PDF. The same report gives the same bytes; the
// dates in the file are those of r.MadeAt.
func Write(w io.Writer, r data.Report, words *assets.Words, paper Paper) error {
	return layOut(r, words, paper).writePDF(w, true)
}

// Pages draws the pages that Write would print as pictures of dpi dots an
// inch.
func Pages(r data.Report, words *assets.Words, paper Paper, dpi int) ([]image.Image, error) {
	if dpi <= 0 {
		return nil, fmt.Errorf("drawing the report at %d dots an inch", dpi)
	}
	return layOut(r, words, paper).images(float64(dpi) / pointsPerInch), nil
}

const pointsPerInch = 72

// writer writes the parts of a report, one after the other, onto a flow.
type writer struct {
	*flow
	data.Report
	words *assets.Words
}

func layOut(r data.Report, words *assets.Words, paper Paper) *document {
	if r.Zone == nil {
		r.Zone = time.UTC
	}
	doc := &document{
		paper: paper, set: newTypesetter(), made: r.MadeAt, lang: words.Lang(), author: r.Business,
	}
	w := writer{flow: newFlow(doc), Report: r, words: words}
	doc.title = words.Text("report.heading", "Period", w.period())
	w.opening()
	w.tiles()
	w.timeline()
	w.incidents()
	w.topics()
	w.sources()
	w.answers()
	w.method()
	w.margins()
	return doc
}

// margins writes header and footer of every sheet, once their number is known.
func (w writer) margins() { w.frame(w.words, w.Business, w.MadeAt, w.Zone) }

// period names the period of the report; one that is open on a side is named
// by what its timeline covers.
func (w writer) period() string {
	p := w.Summary.Filter.Period
	if buckets := w.Timeline.Buckets; len(buckets) > 0 {
		if p.From.IsZero() {
			p.From = buckets[0].Start
		}
		if p.To.IsZero() {
			p.To = buckets[len(buckets)-1].End
		}
	}
	if p.From.IsZero() || p.To.IsZero() {
		return w.words.Text("report.period.all")
	}
	return w.words.Range(p.From, p.To, w.Zone)
}
