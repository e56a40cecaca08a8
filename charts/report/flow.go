package report

import (
	"time"

	"vedetta/assets"
)

// Measures of the page in points, taken from the design.
const (
	marginX    = 42.0
	headerY    = 48.0 // baseline
	ruleY      = 58.5
	ruleHeight = 2.0
	contentTop = 78.0
	contentUp  = 66.0 // where the content ends, from the lower edge
	footerUp   = 33.0 // baseline, from the lower edge
	sectionGap = 20.0
	hairline   = 0.6
)

// flow fills sheets from top to bottom.
type flow struct {
	doc *document
	y   float64 // the upper edge of what comes next
}

func newFlow(doc *document) *flow {
	f := &flow{doc: doc}
	f.turn()
	return f
}

func (f *flow) sheet() *sheet   { return f.doc.sheets[len(f.doc.sheets)-1] }
func (f *flow) width() float64  { return f.doc.paper.W - 2*marginX }
func (f *flow) edge() float64   { return f.doc.paper.W - marginX }
func (f *flow) bottom() float64 { return f.doc.paper.H - contentUp }

// turn begins a new sheet.
func (f *flow) turn() {
	f.doc.sheets = append(f.doc.sheets, &sheet{})
	f.y = contentTop
}

// need turns the page unless h points are left, and tells whether it did.
func (f *flow) need(h float64) bool {
	if f.y+h <= f.bottom() {
		return false
	}
	f.turn()
	return true
}

// section begins a part of the report with a heading that stays with the
// first keep points of what follows, and puts it into the table of contents.
func (f *flow) section(text string, keep float64) {
	const height = 22.0
	f.y += sectionGap
	f.need(height + keep)
	s := f.sheet()
	s.marks = append(s.marks, mark{title: text, y: f.y})
	s.left(marginX, f.y+heading.size, f.doc.set.fit(text, heading, f.width()), heading)
	f.y += height
}

// subsection is a smaller heading, out of the table of contents.
func (f *flow) subsection(text string, keep float64) {
	const height = 18.0
	f.y += 12
	f.need(height + keep)
	f.sheet().left(marginX, f.y+subheading.size, f.doc.set.fit(text, subheading, f.width()), subheading)
	f.y += height
}

// paragraph sets text over the whole width; most limits its lines, 0 does not.
func (f *flow) paragraph(text string, st style, lineHeight float64, most int) {
	for _, l := range f.doc.set.wrap(text, st, f.width(), most) {
		f.need(lineHeight)
		f.sheet().left(marginX, f.y+(lineHeight+st.size*capHeight)/2, l, st)
		f.y += lineHeight
	}
}

// capHeight is the height of Inter's capitals as a share of the font size.
const capHeight = 0.727

// frame writes header and footer of every sheet, once their number is known.
func (f *flow) frame(words *assets.Words, business string, madeAt time.Time, zone *time.Location) {
	set, half := f.doc.set, f.width()/2
	made := words.Text("report.made", "When", words.DateTime(madeAt, zone))
	for i, s := range f.doc.sheets {
		page := words.Text("report.page", "N", i+1, "Total", len(f.doc.sheets))
		s.left(marginX, headerY, set.fit(business, muted, half), muted)
		s.right(set, f.edge(), headerY, set.fit(f.doc.title, muted, half), muted)
		s.boxes = append(s.boxes, box{x: marginX, y: ruleY, w: f.width(), h: ruleHeight, color: palette.Accent})
		s.left(marginX, f.doc.paper.H-footerUp, made, muted)
		s.right(set, f.edge(), f.doc.paper.H-footerUp, page, muted)
	}
}
