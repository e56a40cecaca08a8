package report

import (
	"vedetta/assets"
	"vedetta/data"
)

// Measures of the situation report in points.
const (
	mostLines   = 12 // of a passage, where there is room
	bulletIn    = 10.0
	bulletLine  = 12.5
	passageHead = 17.0
	passageGap  = 7.0
)

// situation lays a situation report out on one sheet: with fewer and shorter
// lines until it fits.
func situation(f data.CrisisFile, words *assets.Words, paper Paper) *document {
	for most := mostLines; ; most-- {
		for _, rows := range []int{3, 2, 1} {
			w := newCrisisWriter(f, words, paper, words.Text("handover.title"))
			w.head()
			for _, p := range words.Situation(w.CrisisFile) {
				w.passage(p, most, rows)
			}
			if len(w.doc.sheets) == 1 || most == 1 && rows == 1 {
				w.margins()
				return w.doc
			}
		}
	}
}

// passage writes a heading and at most so many lines, each on at most so many
// rows.
func (w crisisWriter) passage(p data.Passage, most, rows int) {
	w.y += passageGap
	w.need(passageHead + bulletLine)
	s := w.sheet()
	s.marks = append(s.marks, mark{title: p.Heading, y: w.y})
	s.left(marginX, w.y+heading.size, w.doc.set.fit(p.Heading, heading, w.width()), heading)
	w.y += passageHead
	lines := p.Lines
	if len(lines) > most {
		lines = lines[:most]
	}
	for i, text := range lines {
		if i == most-1 && len(p.Lines) > most {
			text += " " + ellipsis
		}
		w.bullet(text, rows)
	}
}

func (w crisisWriter) bullet(text string, rows int) {
	for i, l := range w.doc.set.wrap(text, body, w.width()-bulletIn, rows) {
		w.need(bulletLine)
		base := w.y + (bulletLine+body.size*capHeight)/2
		if i == 0 {
			w.sheet().left(marginX, base, "•", muted)
		}
		w.sheet().left(marginX+bulletIn, base, l, body)
		w.y += bulletLine
	}
}
