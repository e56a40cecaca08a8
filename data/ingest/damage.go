package ingest

import "bytes"

// reading is one way to understand a record whose quotes do not add up.
type reading struct {
	strays    strays
	backslash bool // where a backslash stands before a quote
	spaced    bool // a quote before a delimiter and a blank is text: "mai", e
	oneLine   bool // a quote that is never closed ends with its line
	bare      bool // quotes mean nothing
}

// readings with the better guess first; the row's shape decides.
var readings = []reading{
	{strays: strayKept, backslash: true},
	{strays: strayKept},
	{strays: strayKept, spaced: true},
	{strays: strayCloses},
	{strays: strayKept, oneLine: true},
	{strays: strayKept, oneLine: true, bare: true},
}

// damaged takes a record whose quotes do not add up: the first reading that
// gives a row like the others. A quote that is never closed must not swallow
// the rows below it: then the line is a row.
func (s *scanner) damaged() (record, error) {
	if err := s.lookAhead(); err != nil {
		return record{}, err
	}
	if lineEnd(s.rest(), s.cut.textCR) < 0 && !s.eof {
		return s.skipLine()
	}
	d := s.cut.dialect
	defer func() { s.cut.dialect, s.cut.spaced = d, false }()
	fallback := readings[len(readings)-2]
	for _, r := range readings {
		n, ok := s.read(d, r)
		if !ok {
			continue
		}
		end := lineEnd(s.cut.b[:n], s.cut.textCR)
		oneLine := r.oneLine || end < 0 || end == n
		if s.shape.fits(s.cut.texts(string(s.cut.b[:n]), nil)) && (oneLine || !s.swallowed(n)) {
			return s.takeOdd(n), nil
		}
		if fallback.oneLine && oneLine {
			fallback = r
		}
	}
	n, _ := s.read(d, fallback)
	return s.takeOdd(n), nil
}

// read cuts a record in one reading.
func (s *scanner) read(d dialect, r reading) (n int, ok bool) {
	s.cut.dialect, s.cut.spaced = d, r.spaced
	s.cut.b, s.cut.atEnd, s.cut.strays, s.cut.spans = s.rest(), s.eof, r.strays, s.cut.spans[:0]
	if r.oneLine || s.credit < 0 {
		s.oneLine()
	}
	if r.bare {
		s.cut.quote = 0
	}
	if r.backslash {
		if d.backslash || !bytes.Contains(s.cut.b, []byte{'\\', d.quote}) {
			return 0, false
		}
		s.cut.backslash = true
	}
	n, end := s.cut.cut()
	s.credit -= n
	return n, end == endWhole || end == endOpen && r.oneLine
}

func (s *scanner) takeOdd(n int) record {
	rec := s.take(n)
	rec.odd = true
	for i, c := range rec.cells {
		if s.cut.quote == 0 && len(c) > 1 && c[0] == '"' && c[len(c)-1] == '"' {
			rec.cells[i] = doubled.text(c[1:len(c)-1], '"')
		}
	}
	return rec
}

// lookAhead fills the buffer as far as a reading may need.
func (s *scanner) lookAhead() error {
	for {
		n, end := s.attempt(strayKept)
		s.credit -= n
		size := s.end - s.pos
		line := s.eof || lineEnd(s.rest(), s.cut.textCR) >= 0
		if line && (end != endMissing || size >= maxCell) || size >= maxRecord {
			return nil
		}
		if err := s.fill(); err != nil {
			return err
		}
	}
}

// swallowed is whether the record of n bytes at the beginning of the buffer
// runs over several lines that are rows for themselves: an opening quote too
// many has joined them.
func (s *scanner) swallowed(n int) bool {
	b := s.rest()[:n]
	if s.shape == nil || lines(b) == 1 {
		return false
	}
	first := lineEnd(b, s.cut.textCR)
	if first < 0 || first == n {
		return false
	}
	second := lineEnd(s.rest()[first:], s.cut.textCR)
	if second < 0 {
		second = n - first
	}
	return s.lineFits(b[:first]) && s.lineFits(s.rest()[first:first+second])
}

// lineFits is whether a line alone looks like a row.
func (s *scanner) lineFits(line []byte) bool {
	for _, quote := range []byte{s.cut.quote, 0} {
		c := newCutter(s.cut.dialect)
		c.b, c.atEnd, c.strays, c.quote = line, true, strayKept, quote
		c.cut()
		if s.shape.fits(c.texts(string(line), nil)) {
			return true
		}
	}
	return false
}
