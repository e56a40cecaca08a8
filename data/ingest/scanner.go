package ingest

import (
	"bytes"
	"errors"
	"io"
)

// How long a cell and a record may be; a longer one rejects its row, and what
// is over the limit is passed without being kept.
const (
	maxCell   = 1 << 20
	maxRecord = 4 << 20
)

// scanner cuts delimited text into records as spreadsheets write it: cells
// may be quoted and then hold delimiters, line ends and doubled quotes; lines
// end in LF, CRLF or CR; a quote that stands bare in a cell is a quote. Where
// quotes do not add up, damaged decides.
type scanner struct {
	r     io.Reader
	cut   cutter
	shape shape // of the rows; nil if it is not known

	buf      []byte
	pos, end int
	eof      bool
	line     int // of the next byte, from 1
	credit   int // bytes that may still be looked at in vain
	cells    []string
}

func newScanner(r io.Reader, d dialect, rows shape) *scanner {
	return &scanner{r: r, cut: newCutter(d), shape: rows, buf: make([]byte, 64<<10), line: 1, credit: maxRecord}
}

// record is one record: its cells and the line on which it begins.
type record struct {
	cells   []string
	raw     string // as it stands in the file
	line    int
	tooLong bool
	odd     bool // its quotes do not add up
}

// next reads a record, skipping empty lines; io.EOF at the end.
func (s *scanner) next() (record, error) {
	for {
		if s.pos == s.end && s.eof {
			return record{}, io.EOF
		}
		n, end := s.attempt(strayRefused)
		switch {
		case end == endMissing && s.end-s.pos < maxRecord:
			if err := s.fill(); err != nil {
				return record{}, err
			}
		case end == endMissing && lineEnd(s.rest(), s.cut.textCR) < 0:
			return s.skipLine()
		case end == endWhole && s.blank():
			s.take(n)
		case end == endWhole && !(s.shape.tells() && s.swallowed(n)):
			return s.take(n), nil
		default:
			s.credit -= n
			return s.damaged()
		}
	}
}

func (s *scanner) rest() []byte { return s.buf[s.pos:s.end] }

// attempt cuts a record without taking it.
func (s *scanner) attempt(how strays) (int, ending) {
	s.cut.b, s.cut.atEnd, s.cut.strays, s.cut.spans = s.rest(), s.eof, how, s.cut.spans[:0]
	if s.credit < 0 { // no more looking ahead: no record is longer than its line
		s.oneLine()
	}
	return s.cut.cut()
}

// oneLine lets the cutter see the first line alone, if it is all there.
func (s *scanner) oneLine() {
	if n := lineEnd(s.cut.b, s.cut.textCR); n >= 0 {
		s.cut.b, s.cut.atEnd = s.cut.b[:n], true
	}
}

// blank is whether the record just cut is an empty line, or what old tools and
// crashes leave at the end of files.
func (s *scanner) blank() bool {
	return len(s.cut.spans) == 1 && len(bytes.Trim(s.cut.b[s.cut.spans[0].from:s.cut.spans[0].to], " \t\r\n\x00\x1a")) == 0
}

// take gives the record that was cut its own memory, one string for all its
// cells, and goes on behind it.
func (s *scanner) take(n int) record {
	raw := string(s.rest()[:n])
	rec := record{raw: raw, line: s.line}
	s.line += lines(s.rest()[:n])
	s.pos += n
	s.credit = min(s.credit+16*n, 4*maxRecord)
	if rec.tooLong = n > maxCell && s.cut.longest() > maxCell; rec.tooLong {
		rec.cells, rec.raw = beginning(raw), ""
	} else {
		rec.cells = s.cut.texts(raw, s.room(len(s.cut.spans)))
	}
	if len(rec.cells) == 1 && raw[0] == s.cut.quote {
		s.unpack(&rec)
	}
	return rec
}

// unpack cuts a record that was quoted as a whole once more: some tools take
// a row of an export for one text.
func (s *scanner) unpack(rec *record) {
	c := newCutter(s.cut.dialect)
	c.b, c.atEnd, c.strays = []byte(rec.cells[0]), true, strayKept
	if n, end := c.cut(); end == endWhole && n == len(c.b) && len(c.spans) > 1 && (s.shape == nil || len(s.shape) == len(c.spans)) {
		rec.cells, rec.odd = c.texts(rec.cells[0], nil), true
	}
}

// room is memory for n cells, taken from that for many: one allocation serves
// some records.
func (s *scanner) room(n int) []string {
	if len(s.cells) < n {
		s.cells = make([]string, max(n, 64*min(n, 32)))
	}
	cells := s.cells[:n:n]
	s.cells = s.cells[n:]
	return cells
}

// lines is how many lines a record takes.
func lines(raw []byte) int {
	n := bytes.Count(raw, []byte("\n"))
	if n == 0 {
		n = bytes.Count(raw, []byte("\r"))
	}
	return max(n, 1)
}

// beginning is what is kept of a row that is too long.
func beginning[T string | []byte](raw T) []string {
	return []string{string(raw[:min(len(raw), 1000)])}
}

// fill reads on, making room in front and then at the end. It fills all room:
// a record is looked at anew after each call.
func (s *scanner) fill() error {
	copy(s.buf, s.rest())
	s.end -= s.pos
	s.pos = 0
	if s.end == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := io.ReadFull(s.r, s.buf[s.end:])
	s.end += n
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		s.eof, err = true, nil
	}
	return err
}

// skipLine passes a line that is too long, keeping only how it begins.
func (s *scanner) skipLine() (record, error) {
	rec := record{cells: beginning(s.rest()), line: s.line, tooLong: true}
	s.line++
	for {
		n := lineEnd(s.rest(), s.cut.textCR)
		if n >= 0 {
			s.pos += n
			return rec, nil
		}
		if s.pos = s.end; s.eof {
			return rec, nil
		}
		if err := s.fill(); err != nil {
			return record{}, err
		}
	}
}

// lineEnd is how long the first line of b is with its end; -1 if the end is
// not there.
func lineEnd(b []byte, textCR bool) int {
	for i, c := range b {
		switch {
		case c == '\n':
			return i + 1
		case c == '\r' && !textCR:
			if i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
			return i + 1
		}
	}
	return -1
}
