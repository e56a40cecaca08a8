package ingest

import "bytes"

// dialect is how a file writes its cells.
type dialect struct {
	comma     byte
	quote     byte // around cells that hold delimiters or line ends; 0 if quotes mean nothing
	backslash bool // before a quote within quotes, or a delimiter without
	blanks    bool // may stand between delimiter and quote
	textCR    bool // a CR without LF is part of the text
}

// standard is what spreadsheets write.
func standard(comma byte) dialect { return dialect{comma: comma, quote: '"'} }

// detectDialect finds the dialect in which the records of a sample are most
// alike. The survey has its records, how wide most are, and the shape of those
// that are as wide as the header.
func detectDialect(sample []byte, comma byte) survey {
	best := surveyOf(sample, standard(comma))
	for _, d := range variants(sample, standard(comma)) {
		if s := surveyOf(sample, d); s.points() > best.points() {
			best = s
		}
	}
	return best
}

// variants are the dialects that a sample gives reason to try.
func variants(sample []byte, d dialect) (out []dialect) {
	try := func(yes bool, change func(*dialect)) {
		if yes {
			v := d
			change(&v)
			out = append(out, v)
		}
	}
	has := func(b ...byte) bool { return bytes.Contains(sample, b) }
	try(has('\\', '"') || has('\\', d.comma), func(v *dialect) { v.backslash = true })
	try(has(d.comma, ' ', '"'), func(v *dialect) { v.blanks = true })
	try(has('\n') && bytes.Count(sample, []byte("\r")) > bytes.Count(sample, []byte("\r\n")), func(v *dialect) { v.textCR = true })
	try(has('"') && (d.comma == '\t' || d.comma == '|'), func(v *dialect) { v.quote = 0 })
	try(has('\'', d.comma, '\''), func(v *dialect) { v.quote = '\'' })
	return out
}

// surveyed is how many records of a sample are looked at.
const surveyed = 3000

// survey is what reading a sample in a dialect gave.
type survey struct {
	dialect dialect
	records [][]string
	width   int // the most frequent one
	alike   int // records of that width
	odd     int // records with quotes where none should be, or in quotes that were left
}

func surveyOf(sample []byte, d dialect) survey {
	r := survey{dialect: d}
	s := newScanner(bytes.NewReader(sample), d, nil)
	for len(r.records) < surveyed {
		rec, err := s.next()
		if err != nil {
			break
		}
		r.records = append(r.records, rec.cells)
		if rec.odd || anyWrapped(rec.cells) {
			r.odd++
		}
	}
	if n := len(r.records); n > 10 && !bytes.HasSuffix(sample, []byte("\n")) {
		r.records = r.records[:n-1] // the sample may cut it
	}
	widths := map[int]int{}
	for _, rec := range r.records {
		widths[len(rec)]++
		if n := widths[len(rec)]; n > r.alike {
			r.width, r.alike = len(rec), n
		}
	}
	return r
}

func anyWrapped(cells []string) bool {
	for _, c := range cells {
		if n := len(c); n >= 2 && c[0] == c[n-1] && (c[0] == '"' || c[0] == '\'') {
			return true
		}
	}
	return false
}

// points is the share of records that are as wide as most, less what speaks
// against the dialect's idea of quotes.
func (s survey) points() float64 {
	return (float64(s.alike) - float64(s.odd)/2) / float64(max(len(s.records), 1))
}
