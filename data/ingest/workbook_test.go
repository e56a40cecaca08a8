package ingest_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"vedetta/data"
	"vedetta/data/ingest"
)

func codeIn(err error) *data.Error {
	e := &data.Error{}
	errors.As(err, &e)
	return e
}

// xlsxOf makes a workbook of sheets, in order: a name, then its rows as
// delimited text.
func xlsxOf(t testing.TB, sheets ...string) string {
	t.Helper()
	f := excelize.NewFile()
	for i := 0; i < len(sheets); i += 2 {
		if _, err := f.NewSheet(sheets[i]); err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(strings.TrimSpace(sheets[i+1]), "\n") {
			cells := strings.Split(line, ",")
			if err := f.SetSheetRow(sheets[i], fmt.Sprintf("A%d", n+1), &cells); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func smallXLSX(t testing.TB) string { t.Helper(); return xlsxOf(t, "Foglio1", smallCSV) }

func TestTheSheetWithMentionsIsRead(t *testing.T) {
	const cover, summary = "Rapporto\nMarzo 2026", "Fonte,Totale\nx,12\ngoogle,3"
	for name, c := range map[string]struct {
		content, wanted, sheet string
		want                   data.Code
	}{
		"the first that has a text and a date":     {xlsxOf(t, "Copertina", cover, "Totali", summary, "Menzioni", smallCSV, "Altre", smallCSV), "", "Menzioni", ""},
		"the one the person has chosen":            {xlsxOf(t, "Menzioni", smallCSV, "Altre", smallCSV), "Altre", "Altre", ""},
		"one that is not there":                    {smallXLSX(t), "Nessuno", "", data.ErrSheetUnknown},
		"the fullest, where none has both":         {xlsxOf(t, "Copertina", cover, "Testi", "autore,testo\nAnna,buono come il pane appena fatto\nLuca,una lunga attesa per niente\nMario,torneremo presto a trovarvi"), "", "Testi", data.ErrFileNoDate},
		"the chosen one, even if it is a poor one": {xlsxOf(t, "Menzioni", smallCSV, "Totali", "Fonte,Data\nx,2026-03-01\ngoogle,2026-03-02"), "Totali", "Totali", data.ErrFileNoText},
	} {
		t.Run(name, func(t *testing.T) {
			rec, err := ingest.Recognise(data.Plan{Path: onDisk(t, c.content), Sheet: c.wanted}, ingest.Zones{Default: time.UTC})
			if err == nil && c.want != "" || err != nil && data.CodeOf(err) != c.want {
				t.Errorf("error %v", err)
			}
			if c.sheet != "" && rec.Sheet != c.sheet {
				t.Errorf("sheet %q of %q", rec.Sheet, rec.Sheets)
			}
		})
	}
}

func TestTablesInMarkupUnderTheNameOfAWorkbook(t *testing.T) {
	const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="%s"><style>td{color:red}</style></head><body>` +
		`<table border=1><tr><th>Data<th>Autore<th>Testo<th>Link</tr><tr><td>01/03/2026 09:05<td>Niccolò</td><td>Perché così?<br>È già &lt;finito&gt;</td><td><a href="https://example.test/1">Apri</a></td></tr></table></body></html>`
	const xml2003 = `<?xml version="1.0" encoding="%s"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
		`<Worksheet ss:Name="Foglio"><Table><Row><Cell><Data ss:Type="String">Data</Data></Cell><Cell><Data ss:Type="String">Autore</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">Testo</Data></Cell><Cell><Data ss:Type="String">Link</Data></Cell></Row>` +
		`<Row ss:Index="3"><Cell><Data ss:Type="DateTime">2026-03-01T09:05:00.000</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">Niccolò</Data></Cell><Cell><Data ss:Type="String">Perché così?&#10;È già &lt;finito&gt;</Data></Cell><Cell ss:HRef="https://example.test/1"><Data ss:Type="String">Apri</Data></Cell></Row></Table></Worksheet></Workbook>`
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	for name, c := range map[string]struct {
		content string
		encode  interface{ String(string) (string, error) }
	}{
		"HTML in UTF-8":        {fmt.Sprintf(page, "utf-8"), nil},
		"HTML in Windows-1252": {fmt.Sprintf(page, "windows-1252"), charmap.Windows1252.NewEncoder()},
		"HTML in UTF-16":       {fmt.Sprintf(page, "utf-16"), little.NewEncoder()},
		"XML in UTF-8":         {fmt.Sprintf(xml2003, "UTF-8"), nil},
		"XML in Windows-1252":  {fmt.Sprintf(xml2003, "windows-1252"), charmap.Windows1252.NewEncoder()},
		"XML in UTF-16":        {fmt.Sprintf(xml2003, "UTF-16"), little.NewEncoder()},
	} {
		t.Run(name, func(t *testing.T) {
			if c.encode != nil {
				var err error
				if c.content, err = c.encode.String(c.content); err != nil {
					t.Fatal(err)
				}
			}
			ms, rejected, _ := read(t, c.content, data.Plan{})
			if len(ms) != 1 || len(rejected) != 0 {
				t.Fatalf("%d mentions, rejected %v", len(ms), rejected)
			}
			got := []string{ms[0].Author.Name, ms[0].Text, ms[0].URL, ms[0].PublishedAt.Format("2006-01-02 15:04")}
			want := []string{"Niccolò", "Perché così?\nÈ già <finito>", "https://example.test/1", "2026-03-01 09:05"}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestFeedsInOtherEncodings(t *testing.T) {
	const feed = `<?xml version="1.0" encoding="%s"?><rss version="2.0"><channel><title>Forno</title><item><guid>g1</guid><title>Però</title><link>https://example.test/1</link>` +
		`<description><![CDATA[<table><tr><td><p>Perch&eacute; così?</p></td></tr></table>]]></description><author>anna@example.test (Anna)</author><pubDate>Sun, 01 Mar 2026 09:05:07 +0100</pubDate></item></channel></rss>`
	for name, c := range map[string]struct {
		content string
		encode  interface{ String(string) (string, error) }
	}{
		"UTF-8":      {fmt.Sprintf(feed, "UTF-8"), nil},
		"ISO-8859-1": {fmt.Sprintf(feed, "ISO-8859-1"), charmap.ISO8859_1.NewEncoder()},
		"UTF-16":     {fmt.Sprintf(feed, "UTF-16"), unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()},
	} {
		t.Run(name, func(t *testing.T) {
			if c.encode != nil {
				var err error
				if c.content, err = c.encode.String(c.content); err != nil {
					t.Fatal(err)
				}
			}
			ms, _, rec := read(t, c.content, data.Plan{})
			if rec.Format != "feed" || len(ms) != 1 {
				t.Fatalf("%d mentions of a %s", len(ms), rec.Format)
			}
			got := []string{ms[0].ExternalID, ms[0].Title, ms[0].Text, ms[0].URL, ms[0].Source, ms[0].PublishedAt.Format(time.RFC3339)}
			want := []string{"g1", "Però", "Perché così?", "https://example.test/1", "rss", "2026-03-01T08:05:07Z"}
			if d := cmp.Diff(want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestRealFeedsAreReadWhole(t *testing.T) {
	feeds, err := filepath.Glob(sample(t, "exports/real/rss-feeds") + "/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range feeds {
		if filepath.Base(path) == "SOURCE.txt" {
			continue
		}
		f, err := ingest.Open(data.Plan{Path: path}, ingest.Zones{Default: time.UTC})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		ms, rejected, err := drain(f)
		if err != nil || len(ms) < 10 || len(rejected) > 0 {
			t.Errorf("%s: %d mentions, %d rejected, %v", path, len(ms), len(rejected), err)
		}
		_ = f.Close() // read only
	}
}

// BenchmarkXLSX reads a workbook of 100,000 rows and 14 columns, 33 MB
// unpacked.
func BenchmarkXLSX(b *testing.B) {
	const rows = 100_000
	path := filepath.Join(b.TempDir(), "mentions.xlsx")
	writeBenchXLSX(b, path, rows)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	most := uint64(0)
	for b.Loop() {
		f, err := ingest.Open(data.Plan{Path: path}, ingest.Zones{Default: time.UTC})
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for {
			row, err := f.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			if _, reason := f.Mapping().Mention(row); reason != "" {
				b.Fatal(row.Line, reason)
			}
			if n++; n%10_000 == 0 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		}
		if n != rows || f.Close() != nil {
			b.Fatalf("%d mentions", n)
		}
	}
	b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(most)/(1<<20), "MB-heap")
}

func writeBenchXLSX(b *testing.B, path string, rows int) {
	b.Helper()
	f := excelize.NewFile()
	moment, err := f.NewStyle(&excelize.Style{NumFmt: 22})
	if err != nil {
		b.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	header := []any{"ID", "Data", "Fonte", "Autore", "Handle", "Titolo", "Testo", "URL", "Lingua", "Stelle", "Mi piace", "Commenti", "Condivisioni", "Reach"}
	err = w.SetRow("A1", header)
	for i := range rows {
		at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(i) * time.Minute)
		err = errors.Join(err, w.SetRow(fmt.Sprintf("A%d", i+2), []any{
			fmt.Sprint(1000000 + i),
			excelize.Cell{StyleID: moment, Value: at},
			"x", fmt.Sprint("Autore ", i%6000), fmt.Sprint("h", i), "",
			strings.Repeat("parola ", 30) + fmt.Sprint(i), fmt.Sprint("https://example.test/p/", i), "it", 4, i % 100, 2, 3, 1000,
		}))
	}
	if err := errors.Join(err, w.Flush(), f.SaveAs(path), f.Close()); err != nil {
		b.Fatal(err)
	}
}
