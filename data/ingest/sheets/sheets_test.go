package sheets_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"vedetta/data/ingest/sheets"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// zipped makes a ZIP file of names and contents.
func zipped(t testing.TB, parts ...string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		must(t, err)
		_, err = io.WriteString(w, parts[i+1])
		must(t, err)
	}
	must(t, z.Close())
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	must(t, err)
	return r
}

func rows(t testing.TB, b sheets.Book, sheet string) (out [][]string) {
	t.Helper()
	r, err := b.Rows(sheet)
	must(t, err)
	defer r.Close()
	for {
		_, cells, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		must(t, err)
		out = append(out, cells)
	}
}

func TestXLSXOfExcel(t *testing.T) {
	f := excelize.NewFile()
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(t, err)
	own := `dd/mm/yyyy hh:mm`
	clock, err := f.NewStyle(&excelize.Style{CustomNumFmt: &own})
	must(t, err)
	for cell, value := range map[string]any{
		"A1": "ID", "B1": "Data", "C1": "Ora", "D1": "Testo", "E1": "Link", "F1": "Vero",
		"A2": int64(570306133677760), "B2": time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), "C2": time.Date(2026, 3, 1, 9, 5, 7, 0, time.UTC),
		"D2": "riga uno\nriga <due> & \"tre\"", "E2": "Vedi", "F2": true,
		"A4": "4", "D4": "dopo una riga vuota",
	} {
		must(t, f.SetCellValue("Sheet1", cell, value))
	}
	must(t, f.SetCellStyle("Sheet1", "B2", "B2", day))
	must(t, f.SetCellStyle("Sheet1", "C2", "C2", clock))
	must(t, f.SetCellHyperLink("Sheet1", "E2", "https://example.test/1", "External"))
	must(t, f.SetCellFormula("Sheet1", "E4", `HYPERLINK("https://example.test/2","Link")`))
	_, err = f.NewSheet("Altro")
	must(t, err)
	var b bytes.Buffer
	must(t, f.Write(&b))
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	must(t, err)
	if kind := sheets.Kind(z); kind != "xlsx" {
		t.Errorf("kind %q", kind)
	}
	book, err := sheets.OpenXLSX(z)
	must(t, err)
	if d := cmp.Diff([]string{"Sheet1", "Altro"}, book.Names()); d != "" {
		t.Error(d)
	}
	want := [][]string{
		{"ID", "Data", "Ora", "Testo", "Link", "Vero"},
		{"570306133677760", "2026-03-01", "2026-03-01 09:05:07", "riga uno\nriga <due> & \"tre\"", "https://example.test/1", "TRUE"},
		{"4", "", "", "dopo una riga vuota", "https://example.test/2"},
	}
	if d := cmp.Diff(want, rows(t, book, "Sheet1")); d != "" {
		t.Error(d)
	}
	r, err := book.Rows("Sheet1")
	must(t, err)
	numbers := []int{}
	for range want {
		n, _, err := r.Next()
		must(t, err)
		numbers = append(numbers, n)
	}
	if d := cmp.Diff([]int{1, 2, 4}, numbers); d != "" {
		t.Errorf("row numbers: %s", d)
	}
}

const workbookXML = `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/><sheet name="Nascosto" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`

const relsXML = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`

func handmade(t testing.TB, sheet string) *zip.Reader {
	return zipped(t, "[Content_Types].xml", "", "xl/workbook.xml", workbookXML, "xl/_rels/workbook.xml.rels", relsXML,
		"xl/styles.xml", `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`, "xl/worksheets/sheet1.xml", sheet)
}

func TestXLSXByOtherPrograms(t *testing.T) {
	for name, c := range map[string]struct {
		sheet string
		want  [][]string
	}{
		"texts inline, no shared strings": {
			`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Testo</t></is></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c></row></sheetData></worksheet>`,
			[][]string{{"Testo", "", "a b"}},
		},
		"cells and rows without references": {
			`<worksheet><sheetData><row><c t="str"><v>uno</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>`,
			[][]string{{"uno", "2"}, {"3"}},
		},
		"days counted from 1904": {
			`<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>44620.5</v></c></row></sheetData></worksheet>`,
			[][]string{{"2026-03-01 12:00:00"}},
		},
		"large ids with all their digits": {
			`<worksheet><sheetData><row r="1"><c r="A1"><v>5.7030613367776E+17</v></c><c r="B1"><v>0.1</v></c></row></sheetData></worksheet>`,
			[][]string{{"570306133677760000", "0.1"}},
		},
		"a formula that was never calculated": {
			`<worksheet><sheetData><row r="1"><c r="A1"><f>A2&amp;"x"</f></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><v>1</v></c></row></sheetData></worksheet>`,
			[][]string{{`=A2&"x"`, "", "1"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			book, err := sheets.OpenXLSX(handmade(t, c.sheet))
			must(t, err)
			if d := cmp.Diff([]string{"A & B"}, book.Names()); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.want, rows(t, book, "A & B")); d != "" {
				t.Error(d)
			}
		})
	}
}

const odsContent = `<office:document-content><office:body><office:spreadsheet><table:table table:name="Foglio1">
<table:table-row><table:table-cell office:value-type="string"><text:p>Testo</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><text:p>Data</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1020"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>uno<text:s text:c="2"/>due</text:p><text:p>tre</text:p><office:annotation><text:p>nota</text:p></office:annotation></table:table-cell><table:table-cell office:value-type="float" office:value="1234567890123"><text:p>1,23E+12</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p><text:a xlink:href="https://example.test/1">link</text:a></text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-03-01T09:05:07"><text:p>01/03/26</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
</table:table><table:table table:name="Foglio2"><table:table-row><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`

func TestODS(t *testing.T) {
	book, err := sheets.OpenODS(zipped(t, "META-INF/manifest.xml", "<m/>", "content.xml", odsContent))
	must(t, err)
	if d := cmp.Diff([]string{"Foglio1", "Foglio2"}, book.Names()); d != "" {
		t.Error(d)
	}
	row := []string{"uno  due\ntre", "1234567890123", "https://example.test/1", "2026-03-01 09:05:07"}
	if d := cmp.Diff([][]string{{"Testo", "", "", "Data"}, row, row}, rows(t, book, "Foglio1")); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([][]string{{"TRUE"}}, rows(t, book, "Foglio2")); d != "" {
		t.Error(d)
	}
}

func TestWorkbooksThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		open func() (sheets.Book, error)
		want error
	}{
		"an ODS under a password": {func() (sheets.Book, error) {
			return sheets.OpenODS(zipped(t, "META-INF/manifest.xml", `<f><encryption-data/></f>`, "content.xml", "x"))
		}, sheets.ErrPassword},
		"an XLSX without sheets": {func() (sheets.Book, error) {
			return sheets.OpenXLSX(zipped(t, "[Content_Types].xml", "", "xl/workbook.xml", "<workbook/>"))
		}, sheets.ErrBroken},
		"rows repeated beyond any sheet": {func() (sheets.Book, error) {
			b, err := sheets.OpenODS(zipped(t, "META-INF/manifest.xml", "<m/>", "content.xml", strings.Replace(odsContent, `rows-repeated="2"`, `rows-repeated="9999999"`, 1)))
			must(t, err)
			r, err := b.Rows("Foglio1")
			must(t, err)
			for err == nil {
				_, _, err = r.Next()
			}
			return b, err
		}, sheets.ErrTooLarge},
		"an old workbook that is none": {func() (sheets.Book, error) {
			return sheets.OpenXLS(strings.NewReader("\xD0\xCF\x11\xE0 nothing"), 12)
		}, sheets.ErrBroken},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := c.open(); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
		})
	}
}

// FuzzSheet puts any XML where a sheet should be: it must end, without a panic.
func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`)
	f.Add(`<row r="99"><c r="ZZZ1"><v>1<![CDATA[2>]]></v></c><!-- > --></row>`)
	f.Add(odsContent)
	f.Fuzz(func(t *testing.T, xml string) {
		for _, open := range []func() (sheets.Book, error){
			func() (sheets.Book, error) { return sheets.OpenXLSX(handmade(t, xml)) },
			func() (sheets.Book, error) {
				return sheets.OpenODS(zipped(t, "META-INF/manifest.xml", "<m/>", "content.xml", xml))
			},
		} {
			b, err := open()
			if err != nil {
				continue
			}
			r, err := b.Rows(b.Names()[0])
			for n := 0; err == nil && n < 2000; n++ {
				_, _, err = r.Next()
			}
		}
	})
}
