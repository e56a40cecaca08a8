package report

import (
	"strings"
	"time"

	"vedetta/assets"
	"vedetta/data"
)

// playbookFit is how much of each step is printed.
type playbookFit struct {
	size, line float64 // of the type
	whys       int     // rows of the reason
	gap        float64 // after a step
}

// playbookFits are tried from the most generous one on.
var playbookFits = []playbookFit{
	{9, 12, 3, 4}, {9, 12, 2, 3}, {8.5, 11, 2, 2.5}, {8, 10, 1, 2}, {8, 10, 0, 2}, {7, 8.5, 0, 1},
}

// playbookSheet lays a playbook out on one sheet, as generously as it fits.
func playbookSheet(h sheetHead, p data.Playbook, words *assets.Words, paper Paper) *document {
	var doc *document
	for _, fit := range playbookFits {
		doc = playbookIn(fit, h, p, words, paper)
		if len(doc.sheets) == 1 {
			break
		}
	}
	return doc
}

func playbookIn(fit playbookFit, h sheetHead, p data.Playbook, words *assets.Words, paper Paper) *document {
	doc := &document{
		paper: paper, set: newTypesetter(), made: h.madeAt, lang: words.Lang(), author: h.business,
		title: words.Text("handover.playbook.title", "Name", p.Name),
	}
	f := newFlow(doc)
	f.paragraph(p.Name, title, 23, 2)
	var types []string
	for _, t := range p.Types {
		types = append(types, words.CrisisType(t))
	}
	if len(types) > 0 {
		f.paragraph(words.Text("handover.playbook.types", "Types", strings.Join(types, ", ")), muted, 12, 2)
	}
	f.y += 6
	f.paragraph(words.Text("handover.playbook.fill"), body, 14, 2)
	phase := data.Phase("")
	for _, s := range p.Steps {
		if s.Phase != phase {
			phase = s.Phase
			f.playbookPhase(words.Phase(phase), fit)
		}
		f.playbookStep(s, fit, words)
	}
	f.y += 4
	f.paragraph(words.PlaybookNote(), small, 11, 2)
	f.frame(words, h.business, h.madeAt, h.zone)
	return doc
}

func (f *flow) playbookPhase(name string, fit playbookFit) {
	f.y += fit.gap + 2
	f.need(3 * fit.line)
	f.sheet().left(marginX, f.y+subheading.size, f.doc.set.fit(name, subheading, f.width()), subheading)
	f.y += fit.line + 4
}

// playbookStep writes a box to tick, the step with its reason and, on the
// right, its owner and clock.
func (f *flow) playbookStep(s data.PlaybookStep, fit playbookFit, words *assets.Words) {
	const indent, right = 16.0, 150.0
	strong := style{semiBold, fit.size, palette.Ink}
	plain := style{regular, fit.size - 0.5, palette.Muted}
	wide := f.width() - indent - right
	titles, whys := f.doc.set.wrap(s.Title, strong, wide, 2), []string(nil)
	if fit.whys > 0 {
		whys = f.doc.set.wrap(s.Why, plain, wide, fit.whys)
	}
	f.need(float64(len(titles)+len(whys)) * fit.line)
	f.tickBox(marginX+1, f.y+(fit.line-fit.size)/2, fit.size)
	f.sheet().right(f.doc.set, f.edge(), f.y+(fit.line+fit.size*capHeight)/2, f.doc.set.fit(owed(s, words), plain, right-10), plain)
	for i, text := range append(titles, whys...) {
		st := strong
		if i >= len(titles) {
			st = plain
		}
		f.sheet().left(marginX+indent, f.y+(fit.line+fit.size*capHeight)/2, text, st)
		f.y += fit.line
	}
	f.y += fit.gap
}

// owed is who does a step and within what time.
func owed(s data.PlaybookStep, words *assets.Words) string {
	clock := ""
	if s.Minutes > 0 {
		clock = words.Text("handover.playbook.minutes", "Span", words.Span(time.Duration(s.Minutes)*time.Minute))
	}
	return joined(s.Owner, clock)
}

// tickBox is an empty square of hairlines.
func (f *flow) tickBox(x, y, side float64) {
	for _, b := range []box{
		{x: x, y: y, w: side, h: hairline},
		{x: x, y: y + side - hairline, w: side, h: hairline},
		{x: x, y: y, w: hairline, h: side},
		{x: x + side - hairline, y: y, w: hairline, h: side},
	} {
		b.color = palette.Ink
		f.sheet().boxes = append(f.sheet().boxes, b)
	}
}
