package ingest

import "bytes"

// ending is how the search for the end of a record ended.
type ending byte

const (
	endWhole   ending = iota
	endMissing        // the bytes do not suffice
	endStray          // a quote stands where none may
	endOpen           // a quote is never closed
)

// strays is what to do with a quote within quotes that neither closes them
// nor is doubled.
type strays byte

const (
	strayRefused strays = iota
	strayKept           // it belongs to the text
	strayCloses         // it closes; the rest of the cell is unquoted
)

// cutter cuts the record at the beginning of some bytes into cells.
type cutter struct {
	dialect
	special [256]bool // bytes that may end an unquoted cell
	b       []byte
	atEnd   bool // nothing follows the bytes
	strays  strays
	spaced  bool // a quote before a delimiter and a blank closes nothing
	spans   []stretch
}

func newCutter(d dialect) cutter {
	c := cutter{dialect: d}
	for _, b := range []byte{d.comma, '\n', '\r', '\\'} {
		c.special[b] = true
	}
	return c
}

// cut returns the length of the record with its line end.
func (c *cutter) cut() (int, ending) {
	for i := 0; ; {
		next, end := c.cell(i)
		if end != endWhole {
			return next, end
		}
		if next == len(c.b) {
			return next, c.wholeAtEnd()
		}
		i = next + 1
		switch c.b[next] {
		case '\n':
			return i, endWhole
		case '\r':
			if i == len(c.b) {
				return i, c.wholeAtEnd()
			}
			if c.b[i] == '\n' {
				i++
			}
			return i, endWhole
		}
	}
}

func (c *cutter) wholeAtEnd() ending {
	if c.atEnd {
		return endWhole
	}
	return endMissing
}

// cell finds the end of the cell at i: a delimiter, a line end or the end of
// the bytes.
func (c *cutter) cell(i int) (int, ending) {
	if at, ok := c.opening(i); ok {
		return c.quoted(at)
	}
	s := stretch{from: i}
	for {
		for i < len(c.b) && !c.special[c.b[i]] {
			i++
		}
		switch {
		case i == len(c.b), c.b[i] == c.comma, c.b[i] == '\n', c.b[i] == '\r' && !c.isText(i):
			s.to = i
			c.spans = append(c.spans, s)
			return i, endWhole
		case c.b[i] == '\\' && c.backslash && i+1 < len(c.b) && c.b[i+1] >= ' ':
			s.escape = backslashed
			i++
		}
		i++
	}
}

// isText is whether a CR is no line end.
func (c *cutter) isText(i int) bool {
	return c.textCR && i+1 < len(c.b) && c.b[i+1] != '\n'
}

// opening is where the text of a quoted cell begins.
func (c *cutter) opening(i int) (int, bool) {
	for c.blanks && i < len(c.b) && c.b[i] == ' ' {
		i++
	}
	return i + 1, c.quote != 0 && i < len(c.b) && c.b[i] == c.quote
}

// quoted finds the quote that closes the cell whose text begins at i, and
// the end of the cell.
func (c *cutter) quoted(i int) (int, ending) {
	s := stretch{from: i}
	for {
		n := c.toQuote(i, &s)
		if n < 0 {
			s.to = s.from + len(bytes.TrimRight(c.b[s.from:], "\r\n"))
			c.spans = append(c.spans, s)
			if c.atEnd {
				return len(c.b), endOpen
			}
			return len(c.b), endMissing
		}
		i += n
		if i+1 < len(c.b) && c.b[i+1] == c.quote {
			s.escape = max(s.escape, doubled)
			i += 2
			continue
		}
		next := c.pastBlanks(i + 1)
		if next == len(c.b) && !c.atEnd {
			return next, endMissing
		}
		s.to = i
		if c.endsCell(next) {
			c.spans = append(c.spans, s)
			return next, endWhole
		}
		switch c.strays {
		case strayRefused:
			return i, endStray
		case strayCloses:
			return c.rest(s, i)
		}
		i++
	}
}

// endsCell is whether a closing quote may stand before i.
func (c *cutter) endsCell(i int) bool {
	if i == len(c.b) || c.b[i] == '\n' || c.b[i] == '\r' {
		return true
	}
	return c.b[i] == c.comma && !(c.spaced && i+1 < len(c.b) && c.b[i+1] == ' ')
}

// toQuote is how far the next quote is.
func (c *cutter) toQuote(i int, s *stretch) int {
	if !c.backslash {
		return bytes.IndexByte(c.b[i:], c.quote)
	}
	for at := i; at < len(c.b); at++ {
		switch c.b[at] {
		case c.quote:
			return at - i
		case '\\':
			s.escape = backslashed
			at++
		}
	}
	return -1
}

// pastBlanks passes blanks, which some tools leave behind a closing quote.
func (c *cutter) pastBlanks(i int) int {
	for i < len(c.b) && c.b[i] == ' ' && c.comma != ' ' {
		i++
	}
	return i
}

// rest goes on unquoted behind the closing quote at i.
func (c *cutter) rest(s stretch, i int) (int, ending) {
	for i < len(c.b) && c.b[i] != c.comma && c.b[i] != '\n' && c.b[i] != '\r' {
		i++
	}
	if i == len(c.b) && !c.atEnd {
		return i, endMissing
	}
	s.to, s.escape = i, closedEarly
	c.spans = append(c.spans, s)
	return i, endWhole
}
