package ingest

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// table is what was found out about delimited text.
type table struct {
	format formats.Format
	dialect
	shape    shape      // of the rows
	skip     int        // records above the header, and the header itself, to pass
	above    int        // lines above the header, for the person
	preamble [][]string // those records
	header   []string   // blank names where there is none
	headless bool
}

// delimiters in the order in which they win a tie.
var delimiters = []byte{',', ';', '\t', '|'}

// headerWithin is in how many records the header is looked for: preambles
// are short.
const headerWithin = 30

// How sure a reading of a sample is: a known format beats any number of
// understandable names, those beat a table of which only the form is known.
const (
	knownHeader   = 1000
	knownHeadless = 900
	namedColumn   = 10
)

// recogniseTable finds delimiter, header and format in a sample of text.
func recogniseTable(sample []byte, plan data.Plan) (table, error) {
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
		t, p := readTable(sample, found, plan)
		if p > points {
			if t.shape = found.shape(len(t.header)); t.format.Restore != nil { // ours: written as it should be
				t.dialect, t.shape = standard(t.comma), nil
			}
			best, points = t, p
		}
	}
	if points == 0 {
		return best, data.Errorf(data.ErrFileNoColumns, "no header among the first records")
	}
	return best, nil
}

// readTable reads a sample in a dialect as the kind of table it most likely
// is, and says how sure that is.
func readTable(sample []byte, found survey, plan data.Plan) (table, int) {
	var named table
	points := 0
	if !plan.Headless {
		if named, points = readHeader(sample, found, plan.Format); points >= knownHeader {
			return named, points
		}
	}
	if plan.Format != formats.Generic.Key {
		if t, ok := knownWithoutHeader(found, plan.Format); ok {
			return t, knownHeadless
		}
	}
	if points > 0 || plan.Format != "" && plan.Format != formats.Generic.Key {
		return named, points
	}
	return anyTable(found, plan.Headless)
}

// readHeader looks for a header that says something.
func readHeader(sample []byte, found survey, wanted string) (best table, points int) {
	s := newScanner(bytes.NewReader(sample), found.dialect, nil)
	var before [][]string
	for n := 1; n <= headerWithin; n++ {
		rec, err := s.next()
		if errors.Is(err, io.EOF) {
			break
		}
		format, p := formatOf(rec.cells, wanted)
		if p > points && (p >= knownHeader || found.headerAt(n-1, rec.cells)) {
			points = p
			best = table{format: format, dialect: found.dialect, skip: n, above: rec.line - 1, header: slices.Clone(rec.cells), preamble: slices.Clone(before)}
		}
		before = append(before, slices.Clone(rec.cells))
	}
	for len(best.header) > 0 && len(best.header) < found.width {
		best.header = append(best.header, "") // columns without a name
	}
	return best, points
}

// headerAt tells whether a record that holds known names can be the header:
// it is not like the others, and below the first record as wide as the table
// nothing but a name known as a whole will do.
func (s survey) headerAt(at int, cells []string) bool {
	var others [][]string
	first := -1
	for i, r := range s.records[:min(len(s.records), at+comparedRows)] {
		if len(r) == s.width && first < 0 {
			first = i
		}
		if len(r) == s.width && i != at {
			others = append(others, r)
		}
	}
	if isLikeTheRest(cells, others) {
		return false
	}
	return at <= first || slices.ContainsFunc(cells, func(c string) bool {
		g := formats.FieldsOf(c)
		return len(g) > 0 && g[0].Confidence >= formats.LeastWhole
	})
}

// ranksAsHeader tells a header from a row in which a word happens to be the
// name of a column: nothing in a header looks like data.
func ranksAsHeader(cells []string) bool {
	for _, c := range cells {
		if looksLikeData(c) {
			return false
		}
	}
	return true
}

// formatOf finds the format with such a header, and how sure it is.
func formatOf(cells []string, wanted string) (formats.Format, int) {
	header := map[string]int{}
	for i, c := range cells {
		header[formats.Fold(c)] = i
	}
	for _, f := range formats.All {
		if f.JSON == nil && (wanted == "" || wanted == f.Key) && f.Matches(header) {
			return f, knownHeader
		}
	}
	if wanted != "" && wanted != formats.Generic.Key || !ranksAsHeader(cells) {
		return formats.Format{}, 0
	}
	best := map[data.Field]float64{}
	for _, c := range cells {
		for _, g := range formats.FieldsOf(c) {
			best[g.Field] = max(best[g.Field], g.Confidence)
		}
	}
	if len(cells) == 1 && best[data.FieldText] < formats.LeastWhole {
		return formats.Format{}, 0
	}
	sure := best[data.FieldText] // without a text all others are of no use
	for _, c := range best {
		sure += c
	}
	return formats.Generic, int(sure * namedColumn)
}

// knownWithoutHeader finds a format whose files begin with data.
func knownWithoutHeader(found survey, wanted string) (table, bool) {
	records := found.records[:min(len(found.records), headerWithin)]
	for _, f := range formats.All {
		if f.Headless != nil && (wanted == "" || wanted == f.Key) && len(records) > 0 && f.Headless.Is(records) {
			return table{format: f, dialect: found.dialect, header: slices.Clone(f.Headless.Names), headless: true}, true
		}
	}
	return table{}, false
}

// anyTable takes rows that are mostly of one width for a table: the first is
// the header, in whatever language, unless it looks like the others.
func anyTable(found survey, headless bool) (table, int) {
	const fewestLines = 3 // that make a list of texts
	n := len(found.records)
	if n == 0 || found.width == 0 || found.alike*3 < n*2 || found.width == 1 && n < fewestLines && !headless {
		return table{}, 0
	}
	t := table{format: formats.Generic, dialect: found.dialect}
	first := found.records[0]
	t.headless = headless || n == 1 || found.width == 1 || slices.ContainsFunc(first, looksLikeData) || isLikeTheRest(first, found.records[1:])
	if t.headless {
		t.header = make([]string, found.width)
	} else {
		t.header = slices.Clone(first)
		t.skip = 1
		for len(t.header) < found.width {
			t.header = append(t.header, "")
		}
	}
	if found.width == 1 {
		return t, 1 // texts, one on each line, whatever the delimiter
	}
	return t, 1 + min(found.width, namedColumn-2)
}
