package ingest

import (
	"errors"
	"io"
)

// maxCell is how long a cell may be; a longer one rejects its row, and what
// is over the limit is passed without being kept.
const maxCell = 1 << 20

// scanner cuts delimited text into records as spreadsheets write it: cells
// may be quoted and then hold delimiters, line ends and doubled quotes; lines
// end in LF, CRLF or CR; a quote that stands bare in a cell is a quote.
type scanner struct {
	r     io.Reader
	comma byte
	bare  bool // quotes have no meaning

	buf      []byte
	pos, end int
	eof      bool

	line   int // of the next byte, from 1
	record []byte
	ends   []int
}

func newScanner(r io.Reader, comma byte) *scanner {
	return &scanner{r: r, comma: comma, buf: make([]byte, 64<<10), line: 1}
}

// record is one record: its cells and the line on which it begins.
type record struct {
	cells   []string
	line    int
	tooLong bool
}

// next reads a record, skipping empty lines; io.EOF at the end.
func (s *scanner) next() (record, error) {
	for {
		line := s.line
		s.record, s.ends = s.record[:0], s.ends[:0]
		tooLong := false
		for more := true; more; {
			start := len(s.record)
			var err error
			if more, err = s.cell(); err != nil {
				return record{}, err
			}
			if len(s.record)-start > maxCell {
				s.record, tooLong = s.record[:start], true
			}
			s.ends = append(s.ends, len(s.record))
		}
		if len(s.record) == 0 && len(s.ends) == 1 && !tooLong {
			if s.eof && s.pos == s.end {
				return record{}, io.EOF
			}
			continue
		}
		return record{s.cells(), line, tooLong}, nil
	}
}

// cells gives the record its own memory: one string for all its cells.
func (s *scanner) cells() []string {
	all := string(s.record)
	cells := make([]string, len(s.ends))
	from := 0
	for i, to := range s.ends {
		cells[i] = all[from:to]
		from = to
	}
	return cells
}

// peek gives the next byte without taking it; false at the end.
func (s *scanner) peek() (byte, bool, error) {
	if s.pos == s.end {
		if err := s.fill(); err != nil || s.pos == s.end {
			return 0, false, err
		}
	}
	return s.buf[s.pos], true, nil
}

func (s *scanner) fill() error {
	if s.eof {
		return nil
	}
	n, err := s.r.Read(s.buf)
	s.pos, s.end = 0, n
	if errors.Is(err, io.EOF) {
		s.eof, err = true, nil
	}
	if n == 0 && err == nil && !s.eof {
		return s.fill()
	}
	return err
}

// keep adds bytes to the cell, as long as there is room.
func (s *scanner) keep(b []byte, start int) {
	if len(s.record)-start <= maxCell {
		s.record = append(s.record, b...)
	}
}

// cell reads one cell and what ends it; more tells whether another follows in
// the record.
func (s *scanner) cell() (more bool, err error) {
	c, ok, err := s.peek()
	if err != nil || !ok {
		return false, err
	}
	start := len(s.record)
	if c == '"' && !s.bare {
		s.pos++
		if err := s.quoted(start); err != nil {
			return false, err
		}
	}
	return s.plain(start)
}

// plain reads up to a delimiter, a line end or the end of the file.
func (s *scanner) plain(start int) (more bool, err error) {
	for {
		if _, ok, err := s.peek(); err != nil || !ok {
			return false, err
		}
		window := s.buf[s.pos:s.end]
		for i, c := range window {
			if c != s.comma && c != '\n' && c != '\r' {
				continue
			}
			s.keep(window[:i], start)
			s.pos += i + 1
			if c == s.comma {
				return true, nil
			}
			return false, s.endLine(c)
		}
		s.keep(window, start)
		s.pos = s.end
	}
}

func (s *scanner) endLine(c byte) error {
	s.line++
	if c != '\r' {
		return nil
	}
	after, ok, err := s.peek()
	if ok && after == '\n' {
		s.pos++
	}
	return err
}

// quoted reads up to the closing quote: one that a delimiter, a line end or
// the end of the file follows. Any other quote belongs to the text.
func (s *scanner) quoted(start int) error {
	for {
		c, ok, err := s.peek()
		if err != nil || !ok {
			return err
		}
		s.pos++
		if c == '\n' {
			s.line++
		}
		if c != '"' {
			i := s.pos
			for i < s.end && s.buf[i] != '"' && s.buf[i] != '\n' {
				i++
			}
			s.keep(s.buf[s.pos-1:i], start)
			s.pos = i
			continue
		}
		after, ok, err := s.peek()
		if err != nil || !ok || after == s.comma || after == '\n' || after == '\r' {
			return err
		}
		s.keep([]byte{'"'}, start)
		if after == '"' {
			s.pos++
		}
	}
}
