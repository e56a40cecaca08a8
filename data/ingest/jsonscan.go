package ingest

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"vedetta/data"
)

// Sizes of JSON documents.
const (
	// pieceSize is from where on a document is handed out in pieces: pages of
	// an API, which must stay whole for what their parts say about each other,
	// are smaller.
	pieceSize = 4 << 20
	// maxDocument is how large one may be that cannot be cut.
	maxDocument = 16 << 20
	// maxBroken is how much of a broken document is kept.
	maxBroken = 2000
)

// jsonText is a document: an object, or a list that stands in a list.
type jsonText struct {
	line   int
	raw    []byte
	reject data.Reason // why raw is only the beginning of something
	part   bool        // of a document that comes in pieces
}

// jsonScanner cuts JSON into documents: the elements of a list, objects one
// behind the other, or one on each line. Memory does not grow with the file:
// of an object that is too large to hold, its longest list comes in pieces,
// each with the rest of the object around it. What is broken is handed out as
// such, and reading goes on where the next document seems to begin.
type jsonScanner struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool

	line   int  // of the next byte, from 1
	indent int  // of the line so far; -1 when something stands before
	inList bool // the documents are elements of a list
	first  bool // nothing has been handed out yet
	last   int  // line given to the latest document
	credit int  // bytes of broken documents that may be looked at again

	open    *jsonCutter // of a document of which pieces have been handed out
	pieces  bool        // what is handed out belongs to one document
	resumed int         // bytes of a document known to be broken; 0 if none
	around  [2][]byte   // what stood around the elements of a list that broke
}

func newJSONScanner(r io.Reader) *jsonScanner {
	return &jsonScanner{r: r, buf: make([]byte, 64<<10), line: 1, first: true, credit: 16 * maxDocument}
}

// next reads a document; io.EOF at the end.
func (s *jsonScanner) next() (jsonText, error) {
	if s.open != nil {
		return s.document(s.open)
	}
	begins, err := s.between()
	switch {
	case err != nil:
		return jsonText{}, err
	case s.resumed > 0:
		n := s.resumed
		s.resumed = 0
		return s.broken(n, data.RejectBadRow)
	case !begins:
		return s.stray()
	}
	return s.document(&jsonCutter{})
}

func (s *jsonScanner) rest() []byte { return s.buf[s.pos:s.end] }

// fill reads on; an error is that of the file.
func (s *jsonScanner) fill() error {
	if s.pos > 0 {
		copy(s.buf, s.rest())
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := s.r.Read(s.buf[s.end:])
	s.end += n
	if errors.Is(err, io.EOF) {
		s.eof, err = true, nil
	}
	return damaged(err)
}

// drop goes on by n bytes, counting lines and how far the last is indented.
func (s *jsonScanner) drop(n int) {
	passed := s.buf[s.pos : s.pos+n]
	s.pos += n
	if i := bytes.LastIndexByte(passed, '\n'); i >= 0 {
		s.line += bytes.Count(passed, []byte{'\n'})
		s.indent, passed = 0, passed[i+1:]
	}
	if len(bytes.Trim(passed, " \t")) > 0 {
		s.indent = -1
	} else if s.indent >= 0 {
		s.indent += len(passed)
	}
}

// document reads to the end of a document, or as far as a piece goes.
func (s *jsonScanner) document(c *jsonCutter) (jsonText, error) {
	s.open = nil
	for {
		switch c.cut(s.rest()) {
		case jsonWhole:
			text := s.take(c.at, "")
			s.pieces = s.around[0] != nil
			return text, nil
		case jsonBroken:
			return s.torn(c)
		}
		size := s.end - s.pos
		switch n := c.longest(); {
		case s.eof:
			return s.torn(c)
		case size > pieceSize && n >= 0 && c.levels[n].length()*2 > size:
			s.open = c
			return s.piece(c, n), nil
		case size > maxDocument:
			return s.broken(c.at, data.RejectTooLong)
		}
		if err := s.fill(); err != nil {
			return jsonText{}, err
		}
	}
}

// take hands out the next n bytes.
func (s *jsonScanner) take(n int, reject data.Reason) jsonText {
	raw := s.rest()[:n]
	if reject != "" {
		raw = bytes.TrimSpace(raw[:min(n, maxBroken)])
	}
	text := jsonText{line: s.place(), raw: bytes.Clone(raw), reject: reject, part: s.pieces}
	if reject == "" && s.around[0] != nil {
		text.raw = slices.Concat(s.around[0], raw, s.around[1])
	}
	s.drop(n)
	return text
}

// place is the line of the next document; in a list on one line the number of
// the element.
func (s *jsonScanner) place() int {
	line := s.line
	if s.inList && line <= s.last {
		line = s.last + 1
	}
	s.last, s.first = line, false
	return line
}

// piece hands out the whole members of a level, with what is around them, and
// takes them out of the document.
func (s *jsonScanner) piece(c *jsonCutter, level int) jsonText {
	b, l := s.rest(), c.levels[level]
	before, members := b[:l.from], b[l.from:l.done]
	text := jsonText{line: s.line + lineEnds(before), raw: slices.Concat(before, members, c.closing(level)), part: true}
	s.line += lineEnds(members)
	copy(b[l.from:], b[l.done+1:])
	s.end -= l.length() + 1
	c.without(level)
	s.first, s.pieces = false, true
	return text
}

func lineEnds(b []byte) int { return bytes.Count(b, []byte{'\n'}) }
