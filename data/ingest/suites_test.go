package ingest

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const suites = "../../../shared/data/csv-suites"

func suiteFile(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(suites, name))
	if err != nil {
		t.Skip("the suite is not here: ", err)
	}
	return string(content)
}

// TestFilesOfOtherSuites holds how many records the files of other projects
// have, how many of them are of the usual width, and the width.
func TestFilesOfOtherSuites(t *testing.T) {
	for name, c := range map[string]struct {
		dialect               dialect
		records, alike, width int
	}{
		"papaparse/malformed.tsv":       {dialect{comma: '\t'}, 10, 8, 8},
		"papaparse/normal.csv":          {standard(','), 1135, 1135, 9},
		"papaparse/long-sample.csv":     {standard(','), 8, 8, 7},
		"papaparse/verylong-sample.csv": {standard(','), 2001, 1997, 3},
		"papaparse/sample-header.csv":   {standard(','), 3, 3, 2},
		"clevercsv/airedale.csv":        {standard(','), 55, 55, 8},
		"clevercsv/imdb.csv":            {dialect{comma: ',', quote: '"', backslash: true}, 101, 101, 44},
		"clevercsv/milk.csv":            {standard('\t'), 381, 381, 23},
	} {
		t.Run(name, func(t *testing.T) {
			content := suiteFile(t, name)
			s := detectDialect([]byte(content), c.dialect.comma)
			if len(s.records) != c.records || s.alike != c.alike || s.width != c.width || s.dialect != c.dialect {
				t.Errorf("%d records, %d of %d cells, in %+v", len(s.records), s.alike, s.width, s.dialect)
			}
		})
	}
}

func TestDetectionKeepsToTheStandard(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(suites, "csv-spectrum/*.csv"))
	if len(files) == 0 {
		t.Skip("the suite is not here")
	}
	for _, path := range files {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if s := detectDialect(content, ','); s.dialect != standard(',') {
			t.Errorf("%s: %+v", filepath.Base(path), s.dialect)
		}
	}
}

// TestNothingIsLostOfOthersFiles cuts real files in dialects that are not
// theirs, as the suite does: no letter may go.
func TestNothingIsLostOfOthersFiles(t *testing.T) {
	f, err := os.Open(filepath.Join(suites, "clevercsv/test_unit/data/abstraction_testcases.json.gz"))
	if err != nil {
		t.Skip("the suite is not here: ", err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var c struct {
			Name, Content string
			Dialect       struct{ Delimiter, Quotechar, Escapechar string }
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if len(c.Dialect.Delimiter) != 1 || len(c.Dialect.Quotechar) > 1 {
			continue
		}
		d := dialect{comma: c.Dialect.Delimiter[0], backslash: c.Dialect.Escapechar == `\`}
		if c.Dialect.Quotechar != "" {
			d.quote = c.Dialect.Quotechar[0]
		}
		checkAccounted(t, c.Content, d)
	}
}

// checkAccounted compares the letters and digits of a text with those of its
// records.
func checkAccounted(t *testing.T, content string, d dialect) {
	t.Helper()
	s := newScanner(strings.NewReader(content), d, nil)
	var cells strings.Builder
	for {
		rec, err := s.next()
		if err != nil {
			break
		}
		if rec.tooLong {
			return
		}
		for _, c := range rec.cells {
			cells.WriteString(c)
		}
	}
	if d := cmp.Diff(onlyWords(content), onlyWords(cells.String())); d != "" {
		t.Errorf("in %+v: %s", d, d)
	}
}

func onlyWords(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' {
			return r
		}
		return -1
	}, s)
}
