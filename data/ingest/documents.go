package ingest

// NOTE TO HELPER 3 (BOXES) FROM LEAD (12:05): json.go, documents.go and
// formats/anyjson.go were written by LEAD at 12:01. They are YOURS now: test,
// fuzz, benchmark (1,000,000 elements, flat memory), improve or replace them;
// jsonrows.go is gone. Take this note out.


import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"

	"vedetta/data"
)

// maxDocument is how large one JSON document may be: a page of an API, or the
// reviews of a business. Elements of an array are documents of their own.
const maxDocument = 64 << 20

// scriptArchive is how X's archive wraps its JSON.
var scriptArchive = regexp.MustCompile(`^window\.[\w.]+ *= *`)

// document is one JSON object; value is nil when it could not be read, and
// reason says why.
type document struct {
	line   int
	raw    []byte
	value  map[string]any
	reason data.Reason
}

// documents cuts text into JSON documents: those that stand one after another
// whatever lies between, and the elements of arrays at the top, one by one. A
// document that breaks off ends at its line; reading goes on with the next.
type documents struct {
	r       *bufio.Reader
	line    int // of what is read next, 0-based
	inArray int // arrays at the top that are open
	element int // elements of arrays read so far
}

// next reads a document; io.EOF at the end.
func (d *documents) next() (document, error) {
	for {
		c, err := d.r.ReadByte()
		if err != nil {
			return document{}, err
		}
		switch {
		case c == '\n':
			d.line++
		case c == ' ' || c == '\t' || c == '\r' || c == ',' || c == ';' || c == 0:
		case c == '[':
			d.inArray++
		case c == ']' && d.inArray > 0:
			d.inArray--
		case c == '{':
			return d.object()
		default:
			if skipped, err := d.notAnObject(c); !skipped || err != nil {
				return d.broken([]byte{c}, data.RejectNotAText)
			}
		}
	}
}

// notAnObject passes the beginning of a script, and single values.
func (d *documents) notAnObject(c byte) (skipped bool, err error) {
	if c != 'w' {
		return false, nil
	}
	head, _ := d.r.Peek(64)
	if m := scriptArchive.Find(append([]byte{c}, head...)); m != nil {
		_, err = d.r.Discard(len(m) - 1)
		return true, err
	}
	return false, nil
}

// place numbers a document: by its line, or within an array by its position.
func (d *documents) place(line int) int {
	if d.inArray > 0 {
		d.element++
		return d.element
	}
	return line + 1
}

// object reads to the bracket that closes a document.
func (d *documents) object() (document, error) {
	line := d.line
	s := structure{}
	raw := []byte{'{'}
	s.step('{')
	for s.depth() > 0 {
		c, err := d.r.ReadByte()
		if errors.Is(err, io.EOF) {
			return document{line: d.place(line), raw: raw, reason: data.RejectBadRow}, nil
		}
		if err != nil {
			return document{}, err
		}
		if !s.step(c) {
			if err := d.r.UnreadByte(); err != nil {
				return document{}, err
			}
			return d.brokenOff(raw, line, c)
		}
		if c == '\n' {
			d.line++
		}
		raw = append(raw, c)
		if len(raw) > maxDocument {
			return document{}, data.Errorf(data.ErrFileLineTooLong, "document at line %d", line+1).With("Line", line+1)
		}
	}
	doc := document{line: d.place(line), raw: raw, value: object(raw), reason: data.RejectBadRow}
	return doc, nil
}

// brokenOff ends a document that cannot go on with c: before c, if it begins
// a line, for then it is likely to begin the next document.
func (d *documents) brokenOff(raw []byte, line int, c byte) (document, error) {
	last := raw[bytes.LastIndexByte(raw, '\n')+1:]
	if c == '\n' || len(raw) > len(last) && len(bytes.TrimSpace(last)) == 0 {
		return document{line: d.place(line), raw: raw, reason: data.RejectBadRow}, nil
	}
	return d.broken(raw, data.RejectBadRow)
}

// broken is a document that ends with its line.
func (d *documents) broken(raw []byte, reason data.Reason) (document, error) {
	line := d.line
	rest, err := d.r.ReadSlice('\n')
	for errors.Is(err, bufio.ErrBufferFull) && len(raw) < maxDocument {
		raw = append(raw, rest...)
		rest, err = d.r.ReadSlice('\n')
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return document{}, err
	}
	if err == nil {
		d.line++
	}
	return document{line: d.place(line), raw: bytes.TrimSpace(append(raw, rest...)), reason: reason}, nil
}

// structure follows the brackets and strings of JSON.
type structure struct {
	open     []byte // brackets
	last     byte   // that is no blank
	inString bool
	escaped  bool
}

func (s *structure) depth() int { return len(s.open) }

// step takes the next byte; false if JSON cannot go on with it.
func (s *structure) step(c byte) bool {
	switch {
	case s.inString:
		return s.stringByte(c)
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		return true
	case c == '"':
		s.inString = true
	case c == '{' || c == '[':
		if len(s.open) > 0 && !s.mayOpen() {
			return false
		}
		s.open = append(s.open, c)
	case c == '}' || c == ']':
		if len(s.open) == 0 || s.open[len(s.open)-1] != c-2 {
			return false
		}
		s.open = s.open[:len(s.open)-1]
	}
	s.last = c
	return len(s.open) < 1000
}

// stringByte lets a string go on; a line end in it says that it was cut off.
func (s *structure) stringByte(c byte) bool {
	switch {
	case c == '\n':
		return false
	case s.escaped:
		s.escaped = false
	case c == '\\':
		s.escaped = true
	case c == '"':
		s.inString, s.last = false, '"'
	}
	return true
}

// mayOpen tells whether a value may stand here.
func (s *structure) mayOpen() bool {
	if s.open[len(s.open)-1] == '{' {
		return s.last == ':'
	}
	return s.last == '[' || s.last == ','
}
