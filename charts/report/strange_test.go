package report

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"vedetta/assets"
	"vedetta/data"
)

func TestEveryCharacterCanBePrinted(t *testing.T) {
	const plane = 0x10000
	d := &document{paper: A4, set: newTypesetter()}
	for first := rune(0); first <= utf8.MaxRune; first += plane {
		d.set = newTypesetter() // or it would remember a million glyphs
		s, seen := &sheet{}, map[string]bool{}
		for r := first; r < first+plane; r++ {
			if text := d.set.clean(string(r)); !seen[text] {
				seen[text] = true
				s.left(marginX, 100, text, body)
				s.left(marginX, 120, text, heading)
			}
		}
		d.sheets = append(d.sheets, s)
	}
	if err := d.writePDF(io.Discard, true); err != nil {
		t.Error(err)
	}
	if n := len(d.images(1)); n != len(d.sheets) {
		t.Errorf("%d pictures of %d sheets", n, len(d.sheets))
	}
}

// strange are texts of the kind that people paste; all are in one report.
var strange = []string{
	"寿司\x00", "\u202egnp.exe\ufeff", "🇮🇹👨‍👩‍👧\U000e0041\U0010ffff", "a\xff\xfe", strings.Repeat("w", 500),
	"(\\)%PDF\r\n<</endobj>>", "ﷺ", "e\u0301\u0489\u0300", "\U0001f130\U0001d400", "", " ", "{{.Name}}",
}

func strangeReport(name, term, text string) data.Report {
	row := data.Row{Author: name, Source: term, Snippet: text}
	return data.Report{
		Business: name, Query: text, Topics: []data.Driver{{Term: term, Example: row}},
		Sources: []data.SourceTotals{{Source: term}}, Open: []data.Row{row}, Answered: []data.Row{row},
	}
}

func TestStrangeTextsFailNoPDF(t *testing.T) {
	for _, text := range strange {
		if err := Write(io.Discard, strangeReport(text, text, text), assets.WordsFor("en"), Letter); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// The fuzz test stops at the layout and asks for what the PDF writer needs:
// fpdf's own work differs from run to run, which keeps a fuzzer from learning.
func FuzzAnyTextCanBeLaidOut(f *testing.F) {
	for i, text := range strange {
		f.Add(text, strange[(i+1)%len(strange)], strange[(i+2)%len(strange)])
	}
	words := assets.WordsFor("it")
	f.Fuzz(func(t *testing.T, name, term, text string) {
		d := layOut(strangeReport(name, term, text), words, A4)
		checkPlaces(t, d)
		for _, s := range d.sheets {
			for _, l := range s.lines {
				for _, r := range l.text {
					if g := d.set.glyph(l.style.weight, r); g.index == 0 || r > 0xFFFF && g.font != emoji {
						t.Errorf("%q cannot be set", r)
					}
				}
			}
		}
	})
}
