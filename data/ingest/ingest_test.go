package ingest_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/ingest"
)

// read imports a file of the given bytes: mentions, rejects, recognition.
func read(t testing.TB, content string, plan data.Plan) ([]data.Mention, []data.RejectedRow, data.Recognition) {
	t.Helper()
	m, r, rec, err := tryRead(content, plan)
	if err != nil {
		t.Fatal(err)
	}
	return m, r, rec
}

func tryRead(content string, plan data.Plan) (ms []data.Mention, rejected []data.RejectedRow, rec data.Recognition, err error) {
	plan.Path = "f.csv"
	f, err := ingest.OpenFS(fstest.MapFS{"f.csv": &fstest.MapFile{Data: []byte(content)}}, plan, ingest.Zones{Default: time.UTC})
	if err != nil {
		return nil, nil, rec, err
	}
	defer f.Close()
	ms, rejected, err = drain(f)
	return ms, rejected, f.Recognition(), err
}

func drain(f *ingest.File) (ms []data.Mention, rejected []data.RejectedRow, err error) {
	for {
		row, err := f.Next()
		if errors.Is(err, io.EOF) {
			return ms, rejected, nil
		}
		if err != nil {
			return ms, rejected, err
		}
		m, reason := f.Mapping().Mention(row)
		if reason != "" {
			rejected = append(rejected, data.RejectedRow{Line: row.Line, Reason: reason, Raw: row.Raw()})
			continue
		}
		ms = append(ms, m)
	}
}

func TestEncodingsAndDelimiters(t *testing.T) {
	const text = "Data;Autore;Testo\n01/03/2026 09:05;Niccolò;Perché così? È già finito\n"
	encode := func(e interface{ String(string) (string, error) }) string {
		s, err := e.String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	little := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	for name, c := range map[string]struct{ content, encoding, delimiter string }{
		"UTF-8":                   {text, "utf-8", ";"},
		"UTF-8 with mark":         {"\ufeff" + text, "utf-8-bom", ";"},
		"Windows-1252":            {encode(charmap.Windows1252.NewEncoder()), "windows-1252", ";"},
		"UTF-16 little endian":    {encode(little.NewEncoder()), "utf-16le", ";"},
		"UTF-16 big endian":       {encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()), "utf-16be", ";"},
		"UTF-16 without mark":     {encode(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()), "utf-16le", ";"},
		"tabs":                    {strings.ReplaceAll(text, ";", "\t"), "utf-8", "\t"},
		"pipes":                   {strings.ReplaceAll(text, ";", "|"), "utf-8", "|"},
		"commas":                  {strings.ReplaceAll(text, ";", ","), "utf-8", ","},
		"sep line":                {"sep=;\r\n" + text, "utf-8", ";"},
		"line ends CRLF":          {strings.ReplaceAll(text, "\n", "\r\n"), "utf-8", ";"},
		"line ends CR":            {strings.ReplaceAll(text, "\n", "\r"), "utf-8", ";"},
		"a preamble above":        {"Rapporto;del mese\n;;\n\n" + text, "utf-8", ";"},
		"NUL bytes in the text":   {strings.ReplaceAll(text, "così", "co\x00sì"), "utf-8", ";"},
		"no line end at the end":  {strings.TrimSuffix(text, "\n"), "utf-8", ";"},
		"quoted, with line break": {strings.ReplaceAll(text, "Perché così? È già finito", "\"Perché così? È già finito\""), "utf-8", ";"},
	} {
		t.Run(name, func(t *testing.T) {
			ms, rejected, rec := read(t, c.content, data.Plan{})
			if len(ms) != 1 || len(rejected) != 0 {
				t.Fatalf("%d mentions, rejected %v", len(ms), rejected)
			}
			if ms[0].Text != "Perché così? È già finito" || ms[0].Author.Name != "Niccolò" {
				t.Errorf("mention %+v", ms[0])
			}
			if rec.Encoding != c.encoding || rec.Delimiter != c.delimiter {
				t.Errorf("recognised %s %q", rec.Encoding, rec.Delimiter)
			}
		})
	}
}

func TestUglyTables(t *testing.T) {
	const head = "id,data,testo\n"
	for name, c := range map[string]struct {
		content string
		texts   []string
		rejects []data.RejectedRow
	}{
		"line ends and delimiters inside quotes": {head + "1,2026-03-01,\"uno,\ndue\"\n", []string{"uno,\ndue"}, nil},
		"doubled quotes":                         {head + "1,2026-03-01,\"dice \"\"mai\"\" e va\"\n", []string{`dice "mai" e va`}, nil},
		"bare quotes":                            {head + "1,2026-03-01,dice \"mai\" e va\n", []string{`dice "mai" e va`}, nil},
		"a quote that ends too early":            {head + "1,2026-03-01,\"dice \"mai\" e va\"\n", []string{`dice "mai" e va`}, nil},
		"short and long rows":                    {head + "1,2026-03-01\n2,2026-03-01,due,tre,quattro\n", []string{"due,tre,quattro"}, []data.RejectedRow{{Line: 2, Reason: data.RejectNoText, Raw: "1,2026-03-01,"}}},
		"rows without date or with a wrong one":  {head + "1,,uno\n2,ieri,due\n3,2026-03-01,tre\n", []string{"tre"}, []data.RejectedRow{{Line: 2, Reason: data.RejectNoDate, Raw: "1,,uno"}, {Line: 3, Reason: data.RejectBadDate, Raw: "2,ieri,due"}}},
		"lines are counted through line breaks":  {head + "1,2026-03-01,\"a\nb\"\n2,x,due\n", []string{"a\nb"}, []data.RejectedRow{{Line: 4, Reason: data.RejectBadDate, Raw: "2,x,due"}}},
		"formulas are text":                      {head + "1,2026-03-01,\"=HYPERLINK(\"\"http://x.test\"\",\"\"qui\"\")\"\n", []string{`=HYPERLINK("http://x.test","qui")`}, nil},
		"broken characters":                      {head + "1,2026-03-01,è già ok \xf0\x9f\x98\n", []string{"è già ok \ufffd"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			ms, rejected, _ := read(t, c.content, data.Plan{})
			var texts []string
			for _, m := range ms {
				texts = append(texts, m.Text)
			}
			if d := cmp.Diff(c.texts, texts); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(c.rejects, rejected); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestItalianSpreadsheetExport(t *testing.T) {
	ms, _, rec := read(t, "sep=;\r\nData;Autore;Testo;Valutazione;Mi piace;Tweet ID\r\n"+
		"01/03/2026 09:05;Anna;Ottimo servizio;4,5;1.250;1,22158E+17\r\n13/03/2026 16:18;Luca;Mai più;1;3;1,22158E+17\r\n", data.Plan{Source: "Google"})
	if !rec.DamagedIDs || rec.DateOrder != data.DateDayFirst || rec.Format != "generic" {
		t.Errorf("recognised %+v", rec)
	}
	if len(ms) != 2 || ms[0].ExternalID == ms[1].ExternalID || !strings.HasPrefix(ms[0].ExternalID, "c:") {
		t.Errorf("ids of %+v", ms)
	}
	if ms[0].Rating != 4.5 || ms[0].Engagement.Likes != 1250 || ms[0].Source != "google" || ms[0].PublishedRaw != "01/03/2026 09:05" {
		t.Errorf("mention %+v", ms[0])
	}
}

func TestThePersonChangesTheMapping(t *testing.T) {
	const content = "a;b;c\n2026-03-01;non usare;questo è il testo\n"
	if _, _, _, err := tryRead("colonna,data\nx,2026-03-01\n", data.Plan{}); data.CodeOf(err) != data.ErrFileNoText {
		t.Errorf("without a text column: %v", err)
	}
	for name, plan := range map[string]data.Plan{
		"by position": {Columns: []data.Field{data.FieldDate, data.FieldExtra, data.FieldText}},
		"by name":     {Map: map[data.Field]string{data.FieldDate: "A", data.FieldText: "c", data.FieldExtra: "b"}},
	} {
		t.Run(name, func(t *testing.T) {
			ms, _, _, err := tryRead("id;"+strings.ReplaceAll(content, "\n", "\n1;"), plan)
			if name == "by position" {
				ms, _, _, err = tryRead(strings.Replace(content, "a;b;c", "data;b;c", 1), plan)
			}
			if err != nil || len(ms) == 0 || ms[0].Text != "questo è il testo" || ms[0].Extras["b"] != "non usare" {
				t.Errorf("%+v, %v", ms, err)
			}
		})
	}
	for name, c := range map[string]struct {
		plan data.Plan
		want data.Code
	}{
		"a column that is not there": {data.Plan{Map: map[data.Field]string{data.FieldText: "Recensione"}}, data.ErrColumnUnknown},
		"a format that is not there": {data.Plan{Format: "nope"}, data.ErrFormatUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			if _, _, _, err := tryRead("data;testo\n2026-03-01;x\n", c.plan); data.CodeOf(err) != c.want {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestFilesThatAreNoTable(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		want    data.Code
	}{
		"nothing":               {"", data.ErrFileEmpty},
		"a PDF":                 {"%PDF-1.7\n%\xe2\xe3", data.ErrFileBinary},
		"a damaged archive":     {"PK\x03\x04 … xl/workbook.xml", data.ErrFileDamaged},
		"random bytes":          {"\x01\x02\x00\x03\x04abc\x05\x06\x00\x07", data.ErrFileBinary},
		"a text without a head": {"cara Nina, ti scrivo per dirti\nche il pane era buono\n", data.ErrFileNoColumns},
		"a head alone":          {"id,data,testo\n", data.ErrFileNoRows},
		"no dates":              {"autore,testo\nAnna,ciao\n", data.ErrFileNoDate},
		"JSON without a text":   {`{"hello": "world"}`, data.ErrFileNoText},
		"broken JSON":           {`{"reviews": [`, data.ErrFileNoColumns},
	} {
		t.Run(name, func(t *testing.T) {
			if _, _, _, err := tryRead(c.content, data.Plan{}); data.CodeOf(err) != c.want {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

func TestALineOf200MBNeitherStopsTheFileNorFillsTheMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long.csv")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	block := strings.Repeat("a", 1<<20)
	_, _ = f.WriteString("id,data,testo\n1,2026-03-01,prima\n2,2026-03-01,")
	for range 200 {
		_, _ = f.WriteString(block)
	}
	_, _ = f.WriteString("\n3,2026-03-01,dopo\n")
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := ingest.Open(data.Plan{Path: path}, ingest.Zones{Default: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	ms, rejected, err := drain(file)
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 20<<20 {
		t.Errorf("reading it took %d MB", grown>>20)
	}
	if err != nil || len(ms) != 2 || len(rejected) != 1 || rejected[0].Reason != data.RejectTooLong {
		t.Errorf("%d mentions, %d rejected, %v", len(ms), len(rejected), err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte("id,data,testo\n1,2026-03-01,\"uno\ndue\"\n"))
	f.Add([]byte("\xff\xfei\x00d\x00"))
	f.Add([]byte(`{"reviews":[{"name":"a","comment":"b","createTime":"2026-03-01T09:05:07Z"}]}`))
	f.Add([]byte("{\"data\":[{\"id\":\"1\",\"text\":\"x\"}]}\n{\"errors\":[]}\n"))
	f.Add([]byte(zipped(f, "a.csv", smallCSV)))
	f.Add([]byte(gzipped(smallCSV)))
	f.Add([]byte("<table><tr><th>id<th>data<th>testo</tr><tr><td>1<td>2026-03-01<td>uno</table>"))
	f.Add([]byte("<rss><channel><item><guid>1</guid><title>uno</title><pubDate>Sun, 01 Mar 2026 09:05:07 +0100</pubDate></item></channel></rss>"))
	f.Fuzz(func(t *testing.T, content []byte) {
		ms, _, _, err := tryRead(string(content), data.Plan{})
		if err != nil {
			return
		}
		for _, m := range ms {
			if m.ExternalID == "" || m.Source == "" || m.PublishedAt.IsZero() || m.Text == "" && m.Rating == 0 {
				t.Errorf("half a mention: %+v", m)
			}
		}
	})
}
