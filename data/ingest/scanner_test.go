package ingest

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// scan reads all records of a text in its dialect and shape.
func scan(t testing.TB, content string, comma byte) (cells [][]string, all []record) {
	t.Helper()
	found := detectDialect([]byte(content), comma)
	s := newScanner(strings.NewReader(content), found.dialect, found.shape(found.width))
	for {
		rec, err := s.next()
		if errors.Is(err, io.EOF) {
			return cells, all
		}
		if err != nil {
			t.Fatal(err)
		}
		cells, all = append(cells, rec.cells), append(all, rec)
	}
}

func TestRecordsInManyDialects(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		comma   byte
		want    [][]string
	}{
		"backslashes before quotes": {
			"a,b\n1,\"dice \\\"mai\\\", e va\"\n2,\"via \\\"x\\\"\"\n", ',',
			[][]string{{"a", "b"}, {"1", `dice "mai", e va`}, {"2", `via "x"`}},
		},
		"a backslash before the closing quote is a path": {
			"a,b\n\"C:\\dir\\\",\"x\"\n\"D:\\\",\"y\"\n", ',',
			[][]string{{"a", "b"}, {`C:\dir\`, "x"}, {`D:\`, "y"}},
		},
		"backslashes before delimiters": {
			"a,b\n1,uno\\, due\n2,tre\\, quattro\n3,sei\n", ',',
			[][]string{{"a", "b"}, {"1", "uno, due"}, {"2", "tre, quattro"}, {"3", "sei"}},
		},
		"tabs without quoting": {
			"1\tuno\n2\t\"ma dai\" disse\n3\t\"aperto\n4\tfine\"\n5\tun \"x\" qui\n", '\t',
			[][]string{{"1", "uno"}, {"2", `"ma dai" disse`}, {"3", `"aperto`}, {"4", `fine"`}, {"5", `un "x" qui`}},
		},
		"tabs with quoting": {
			"1\t\"uno\tdue\"\n2\t\"tre \"\"x\"\"\"\n", '\t',
			[][]string{{"1", "uno\tdue"}, {"2", `tre "x"`}},
		},
		"blanks before quotes": {
			"a, b, c\n1, \"uno, due\", x\n2, \"tre, quattro\", y\n", ',',
			[][]string{{"a", " b", " c"}, {"1", "uno, due", " x"}, {"2", "tre, quattro", " y"}},
		},
		"blanks behind quotes": {
			"a,b\n\"1\" ,\"uno\"\n\"2\"  ,\"due\" \n", ',',
			[][]string{{"a", "b"}, {"1", "uno"}, {"2", "due"}},
		},
		"apostrophes as quotes": {
			"'a','b'\n'1','uno, due'\n'2','l''attesa'\n", ',',
			[][]string{{"a", "b"}, {"1", "uno, due"}, {"2", "l'attesa"}},
		},
		"apostrophes in texts": {
			"a,b\n1,'ndrangheta\n2,l'attesa\n3,'sto pane', buono\n", ',',
			[][]string{{"a", "b"}, {"1", "'ndrangheta"}, {"2", "l'attesa"}, {"3", "'sto pane'", " buono"}},
		},
		"line ends of all kinds":          {"a,b\r\n1,uno\n2,due\r3,\"x\r\ny\"\r\n\r\n4,z", ',', [][]string{{"a", "b"}, {"1", "uno"}, {"2", "due"}, {"3", "x\r\ny"}, {"4", "z"}}},
		"CR alone":                        {"a,b\r1,\"u\rv\"\r2,due\r", ',', [][]string{{"a", "b"}, {"1", "u\rv"}, {"2", "due"}}},
		"CR in the texts of LF lines":     {"a\tb\n1\tuno\rdue\n2\ttre\n3\tx\ry\rz\n", '\t', [][]string{{"a", "b"}, {"1", "uno\rdue"}, {"2", "tre"}, {"3", "x\ry\rz"}}},
		"blank lines":                     {"\n\na,b\n\n  \n1,2\n\n", ',', [][]string{{"a", "b"}, {"1", "2"}}},
		"quotes within unquoted cells":    {"a,b\n1,un \"x\" qui\n2,6\" largo\n", ',', [][]string{{"a", "b"}, {"1", `un "x" qui`}, {"2", `6" largo`}}},
		"text behind a closing quote":     {"a,b,c\n1,\"uno\"due,3\n4,\"x\" y,6\n7,\"8\",9\n", ',', [][]string{{"a", "b", "c"}, {"1", "unodue", "3"}, {"4", "x y", "6"}, {"7", "8", "9"}}},
		"quotes nobody doubled":           {"a,b,c\n1,\"dice \"mai\", e va\",3\n4,\"x\",6\n", ',', [][]string{{"a", "b", "c"}, {"1", `dice "mai", e va`, "3"}, {"4", "x", "6"}}},
		"NUL bytes":                       {"a,b\n1,x\x00y\n", ',', [][]string{{"a", "b"}, {"1", "x\x00y"}}},
		"lines quoted as a whole":         {"a,b\n\"1,\"\"uno, due\"\"\"\n\"2,tre\"\n", ',', [][]string{{"a", "b"}, {"1", "uno, due"}, {"2", "tre"}}},
		"what crashes leave at the end":   {"a,b\n1,2\n\x1a\n\x00\x00\x00", ',', [][]string{{"a", "b"}, {"1", "2"}}},
		"a head alone":                    {"a,b", ',', [][]string{{"a", "b"}}},
		"an empty cell at the very end":   {"a,b\n1,", ',', [][]string{{"a", "b"}, {"1", ""}}},
		"a quote that opens at the end":   {"a,b\n1,\"", ',', [][]string{{"a", "b"}, {"1", ""}}},
		"an empty quoted cell at the end": {"a,b\n1,\"\"", ',', [][]string{{"a", "b"}, {"1", ""}}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := scan(t, c.content, c.comma)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAnOpenQuoteSwallowsNoRow(t *testing.T) {
	const head, tail = "id,data,testo,voto\n1,2026-03-01,prima,5\n2,2026-03-01,\"seconda, lunga\",4\n3,2026-03-01,\"terza\ncon riga\",4\n", "8,2026-03-02,\"otto\",1\n9,2026-03-02,nove,2\n"
	for name, c := range map[string]struct {
		line string
		want []string // the cells of the damaged line
	}{
		"at the beginning of a text":            {"7,2026-03-01,\"sette,3\n", []string{"7", "2026-03-01", "\"sette", "3"}},
		"in the last column":                    {"7,2026-03-01,sette,\"3\n", []string{"7", "2026-03-01", "sette", "3"}},
		"in the first column":                   {"\"7,2026-03-01,sette,3\n", []string{"\"7", "2026-03-01", "sette", "3"}},
		"behind a sound quoted cell":            {"\"7\",2026-03-01,\"sette,3\n", []string{"7", "2026-03-01", "\"sette", "3"}},
		"with an inch sign some rows below":     {"7,2026-03-01,\"sette,3\n7,2026-03-01,uno da 12\",3\n", []string{"7", "2026-03-01", "\"sette", "3"}},
		"with doubled quotes on the same line":  {"7,2026-03-01,\"sette \"\"x\"\" y,3\n", []string{"7", "2026-03-01", "\"sette \"\"x\"\" y", "3"}},
		"with an empty quoted cell right below": {"7,2026-03-01,\"sette,3\n\"\",2026-03-01,,3\n", []string{"7", "2026-03-01", "\"sette", "3"}},
	} {
		t.Run(name, func(t *testing.T) {
			for where, content := range map[string]string{"middle": head + c.line + tail, "end": head + tail + c.line} {
				got, all := scan(t, content, ',')
				if len(got) != 5+strings.Count(c.line, "\n")+1 {
					t.Errorf("%s: %d records of %q", where, len(got), content)
				}
				for i, rec := range all {
					if strings.HasPrefix(strings.Trim(rec.raw, `"`), "7") && rec.odd {
						if d := cmp.Diff(c.want, got[i]); d != "" {
							t.Error(where, d)
						}
						break
					}
				}
			}
		})
	}
}

func TestLinesAreCountedThroughDamage(t *testing.T) {
	_, all := scan(t, "id,data,testo\n1,2026-03-01,\"a\nb\"\n2,2026-03-01,\"c\n3,2026-03-01,d\n4,2026-03-01,e\n\n5,2026-03-01,f\n", ',')
	var lines []int
	for _, rec := range all {
		lines = append(lines, rec.line)
	}
	if d := cmp.Diff([]int{1, 2, 4, 5, 6, 8}, lines); d != "" {
		t.Error(d)
	}
}

// TestManyOpenQuotesTakeLinearTime reads texts made to be looked at again and
// again.
func TestManyOpenQuotesTakeLinearTime(t *testing.T) {
	for name, line := range map[string]string{
		"a quote on each line":     "1,\"x\n",
		"stray quotes":             "1,\"a\"b\"c\n",
		"doubled after open":       "\"x\"\"\n\"\"\n",
		"three quotes":             "\"\"\"x\n",
		"quotes and blanks":        "\" \"x\" \"\n",
		"never a line end":         "\"x\"y,",
		"backslashes":              "\"\\\"x\\\",\n",
		"quotes far between":       "\"" + strings.Repeat("a", 5000) + "\n",
		"an empty cell and a text": "\"\"x,\"\n",
	} {
		t.Run(name, func(t *testing.T) {
			content := strings.Repeat(line, (1<<20)/len(line))
			start := time.Now()
			got, _ := scan(t, content, ',')
			if took := time.Since(start); len(got) == 0 || took > 30*time.Second {
				t.Errorf("%d records after %v", len(got), took)
			}
		})
	}
}
