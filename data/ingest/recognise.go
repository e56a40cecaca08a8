package ingest

import (
	"bytes"
	"errors"
	"io"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// table is what was found out about delimited text.
type table struct {
	format formats.Format
	dialect
	shape  shape // of the rows
	skip   int   // records above the header, and the header itself, to pass
	above  int   // lines above the header, for the person
	header []string
}

// delimiters in the order in which they win a tie.
var delimiters = []byte{',', ';', '\t', '|'}

// headerWithin is in how many records the header is looked for: preambles
// are short.
const headerWithin = 30

// recogniseTable finds delimiter, header and format in a sample of text.
func recogniseTable(sample []byte, wanted string) (table, error) {
	forced := byte(0)
	if line, _, _ := bytes.Cut(sample, []byte("\n")); len(line) < 10 && bytes.HasPrefix(bytes.ToLower(line), []byte("sep=")) && len(line) > 4 {
		forced = line[4]
	}
	best, points := table{}, 0
	for _, comma := range delimiters {
		if forced != 0 && comma != forced {
			continue
		}
		found := detectDialect(sample, comma)
		t, p := readHeader(sample, found.dialect, wanted)
		for len(t.header) > 0 && len(t.header) < found.width {
			t.header = append(t.header, "") // columns without a name
		}
		t.shape = found.shape(len(t.header))
		if p > points {
			best, points = t, p
		}
	}
	if points == 0 {
		return best, data.Errorf(data.ErrFileNoColumns, "no header among the first records")
	}
	return best, nil
}

// readHeader looks for the header in text cut at comma, and says how sure it
// is: a known format beats any number of understandable names.
func readHeader(sample []byte, d dialect, wanted string) (best table, points int) {
	s := newScanner(bytes.NewReader(sample), d, nil)
	for n := 1; n <= headerWithin; n++ {
		rec, err := s.next()
		if errors.Is(err, io.EOF) {
			break
		}
		format, p := formatOf(rec.cells, wanted)
		if p > points {
			points = p
			best = table{format: format, dialect: d, skip: n, above: rec.line - 1, header: rec.cells}
		}
	}
	return best, points
}

const knownFormat = 1000

func formatOf(cells []string, wanted string) (formats.Format, int) {
	header := map[string]int{}
	for i, c := range cells {
		header[formats.Fold(c)] = i
	}
	for _, f := range formats.All {
		if f.JSON == nil && (wanted == "" || wanted == f.Key) && f.Matches(header) {
			return f, knownFormat
		}
	}
	if wanted != "" && wanted != formats.Generic.Key {
		return formats.Format{}, 0
	}
	points, fields := 0, map[data.Field]bool{}
	for name := range header {
		if f, _ := formats.Generic.FieldOf(name); f != data.FieldNone && !fields[f] {
			fields[f] = true
			points++
		}
	}
	if len(cells) < 2 || points < 1 {
		return formats.Format{}, 0
	}
	return formats.Generic, points
}
