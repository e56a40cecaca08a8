package report

import (
	"bytes"
	"image/color"
	"os/exec"
	"strings"
	"testing"
	"time"

	"vedetta/assets"
	"vedetta/charts"
)

// plainPDF is the report of the bakery with its pages uncompressed.
func plainPDF(t *testing.T, lang string, paper Paper) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := layOut(aurora(), assets.WordsFor(lang), paper).writePDF(&out, false); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestThePDFHoldsNoPictures(t *testing.T) {
	pdf := plainPDF(t, "it", A4)
	for _, mark := range []string{"/Subtype /Image", "/Subtype/Image", "\nBI\n", " Do\n"} {
		if bytes.Contains(pdf, []byte(mark)) {
			t.Errorf("the PDF holds %q", mark)
		}
	}
}

func TestThePDFDescribesItself(t *testing.T) {
	pdf := plainPDF(t, "it", A4)
	for _, want := range []string{
		"/Lang (it)", "/MediaBox [0 0 595.28 841.89]", "/Count 4", "/Outlines",
		"/CreationDate (D:20261130230200", utf16BE("Forno Aurora · Rapporto · 1–30 novembre 2026"), utf16BE("Vedetta"),
		utf16BE("Sentiment nel tempo"), "/ActualText <FEFFD83DDE21>",
	} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("the PDF lacks %q", want)
		}
	}
	if !bytes.Contains(plainPDF(t, "en", Letter), []byte("/MediaBox [0 0 612.00 792.00]")) {
		t.Error("a letter is not 612 x 792 points")
	}
}

// utf16BE is how PDF strings hold text, parentheses escaped.
func utf16BE(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r >> 8))
		b.WriteByte(byte(r))
	}
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(b.String())
}

func TestTheSameReportGivesTheSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	words := assets.WordsFor("it")
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := Write(out, aurora(), words, A4); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two runs differ")
	}
}

func TestTextCanBeCopiedOutOfThePDF(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	cmd := exec.Command(tool, "-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(plainPDF(t, "it", A4))
	got, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Un picco di menzioni negative il 26 nov, poi rientrato", "24 € ben spesi", "scusa 😡", "−7 punti", "Pagina 4 di 4", "22 nov",
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("the text of the PDF lacks %q", want)
		}
	}
}

func TestBandsAreVectorsToo(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 11, n, 0, 0, 0, 0, rome) }
	drawn := func(bands ...charts.Band) string {
		d := layOut(aurora(), assets.WordsFor("it"), A4)
		for _, s := range d.sheets {
			for i := range s.figures {
				s.figures[i].chart.Bands = bands
			}
		}
		var out bytes.Buffer
		if err := d.writePDF(&out, false); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	without := drawn()
	gap := drawn(charts.Band{Kind: charts.BandGap, From: day(4), To: day(8), Label: "nessun dato"})
	if lines := strings.Count(gap, "\nS\n") - strings.Count(without, "\nS\n"); lines < 10 {
		t.Errorf("a gap is hatched with %d lines", lines)
	}
	all := drawn(charts.Band{Kind: charts.BandGap, From: day(4), To: day(8), Label: "nessun dato"},
		charts.Band{Kind: charts.BandExpected, From: day(12), To: day(15), Label: "previsto"},
		charts.Band{From: day(25), To: day(28), Label: "Allerta 25 nov 14:20"})
	for _, mark := range []string{"/Subtype /Image", " Do\n"} {
		if strings.Contains(all, mark) {
			t.Errorf("the PDF holds %q", mark)
		}
	}
	if !strings.Contains(all, "/ca 0.133") || !strings.Contains(all, "/ca 0.204") {
		t.Error("the tints are not transparent")
	}
}

func TestPagesShowEveryLineOfTheReport(t *testing.T) {
	words := assets.WordsFor("it")
	const dpi = 72 // a pixel a point
	pages, err := Pages(aurora(), words, A4, dpi)
	if err != nil {
		t.Fatal(err)
	}
	d := layOut(aurora(), words, A4)
	if len(pages) != len(d.sheets) {
		t.Fatalf("%d pictures of %d sheets", len(pages), len(d.sheets))
	}
	white := color.RGBA{255, 255, 255, 255}
	for n, s := range d.sheets {
		for _, l := range s.lines {
			inked := false
			for x := int(l.x); x < int(l.x+d.set.width(l.text, l.style))+1; x++ {
				for y := int(l.y - l.style.size); y <= int(l.y); y++ {
					inked = inked || pages[n].At(x, y) != white
				}
			}
			if !inked {
				t.Errorf("picture %d does not show %q", n+1, l.text)
			}
		}
	}
	if _, err := Pages(aurora(), words, A4, 0); err == nil {
		t.Error("pictures of 0 dots an inch were made")
	}
}
