package report

import (
	"fmt"
	"image/color"
	"io"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"vedetta/assets"
)

// Names under which fpdf knows the weights of Inter.
var (
	families = [...]string{regular: "inter", semiBold: "inter-semibold", bold: "inter"}
	variants = [...]string{regular: "", semiBold: "", bold: "B"}
)

// writePDF plays the sheets as PDF. Uncompressed pages are for tests.
func (d *document) writePDF(w io.Writer, compress bool) error {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: d.paper.W, Ht: d.paper.H}})
	f.SetCompression(compress)
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes(families[regular], variants[regular], assets.FontRegular)
	f.AddUTF8FontFromBytes(families[semiBold], variants[semiBold], assets.FontSemiBold)
	f.AddUTF8FontFromBytes(families[bold], variants[bold], assets.FontBold)
	d.describe(f)
	for _, s := range d.sheets {
		f.AddPage()
		if err := (&pdfPage{f: f, set: d.set}).play(s); err != nil {
			return err
		}
	}
	if err := f.Output(w); err != nil {
		return fmt.Errorf("writing the PDF: %w", err)
	}
	return nil
}

func (d *document) describe(f *fpdf.Fpdf) {
	f.SetTitle(d.plain(d.author+" · "+d.title), true)
	f.SetAuthor(d.plain(d.author), true)
	f.SetCreator("Vedetta", true)
	f.SetLang(d.lang)
	f.SetCreationDate(d.made.UTC())
	f.SetModificationDate(d.made.UTC())
}

// plain is clean text without emoji: fpdf's own strings end at 16 bits.
func (d *document) plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return -1
		}
		return r
	}, d.set.clean(s))
}

// pdfPage draws on the current page of a PDF.
type pdfPage struct {
	f   *fpdf.Fpdf
	set *typesetter
}

func (p *pdfPage) play(s *sheet) error {
	for _, b := range s.boxes {
		p.fillColor(b.color)
		p.f.Rect(b.x, b.y, b.w, b.h, "F")
	}
	for _, fig := range s.figures {
		if err := p.figure(fig); err != nil {
			return err
		}
	}
	for _, l := range s.lines {
		p.write(l.x, l.y, l.text, l.style)
	}
	for _, m := range s.marks {
		p.f.Bookmark(m.title, 0, m.y)
	}
	return nil
}

// write sets clean text with its beginning at x on the baseline y.
func (p *pdfPage) write(x, y float64, text string, st style) {
	p.f.SetFont(families[st.weight], variants[st.weight], st.size)
	p.f.SetTextColor(int(st.color.R), int(st.color.G), int(st.color.B))
	for _, r := range p.set.runs(text, st.weight) {
		if r.emoji {
			p.emoji(x, y, r.text, st)
		} else {
			p.f.Text(x, y, r.text)
		}
		x += p.set.width(r.text, st)
	}
}

// emoji fills the outline of an emoji. It is marked with the character it
// stands for, and holds an invisible blank, for programs that copy or search
// text look for text to replace.
func (p *pdfPage) emoji(x, y float64, text string, st style) {
	var actual strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&actual, "%04X", unit)
	}
	p.f.RawWriteStr("/Span <</ActualText <FEFF" + actual.String() + ">>> BDC")
	const visible, invisible = 0, 3
	p.f.SetTextRenderingMode(invisible)
	p.f.Text(x, y, " ")
	p.f.SetTextRenderingMode(visible)
	p.fillColor(st.color)
	for _, r := range text {
		p.set.outline(p.set.glyph(st.weight, r)).draw(pdfPen{p.f}, x, y, st.size)
	}
	p.f.DrawPath("F")
	p.f.RawWriteStr("EMC")
}

func (p *pdfPage) fillColor(c color.NRGBA) { p.f.SetFillColor(int(c.R), int(c.G), int(c.B)) }

// pdfPen lets a page follow an outline.
type pdfPen struct{ *fpdf.Fpdf }

func (p pdfPen) Close()                      { p.ClosePath() }
func (p pdfPen) QuadTo(cx, cy, x, y float64) { p.CurveTo(cx, cy, x, y) }

func (p pdfPen) CubeTo(cx0, cy0, cx1, cy1, x, y float64) {
	p.CurveBezierCubicTo(cx0, cy0, cx1, cy1, x, y)
}
