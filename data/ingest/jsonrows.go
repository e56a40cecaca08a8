package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"time"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// maxDocument is how large one JSON document may be: a page of an API, or the
// reviews of a business.
const maxDocument = 64 << 20

// openJSON opens a file of JSON: a document, several in a row, or one on each
// line.
func (f *File) openJSON(enc textEncoding, plan data.Plan, zone *time.Location) error {
	open := func() (*documents, error) {
		r, err := f.text(enc)
		return &documents{r: bufio.NewReaderSize(r, 1<<16)}, err
	}
	docs, err := open()
	if err != nil {
		return err
	}
	format, err := recogniseJSON(docs, plan.Format)
	if err != nil {
		return err
	}
	rows := func() (rowSource, error) {
		docs, err := open()
		return &jsonRows{docs: docs, kind: format.JSON}, err
	}
	return f.decide(rows, format, format.JSON.Names, plan, zone)
}

// recogniseWithin is how many documents are looked at: error objects may come
// first.
const recogniseWithin = 20

func recogniseJSON(docs *documents, wanted string) (formats.Format, error) {
	for range recogniseWithin {
		doc, err := docs.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return formats.Format{}, err
		}
		for _, format := range formats.All {
			if format.JSON != nil && (wanted == "" || wanted == format.Key) && doc.value != nil && format.JSON.Is(doc.value) {
				return format, nil
			}
		}
	}
	return formats.Format{}, data.Errorf(data.ErrFileNoColumns, "no known kind of JSON")
}

// document is one JSON object; value is nil when it could not be read.
type document struct {
	line  int
	raw   []byte
	value map[string]any
}

// documents reads objects: a line that is a whole object is one; otherwise
// lines are put together until they are. Elements of an array are handed out
// one by one.
type documents struct {
	r    *bufio.Reader
	line int
	rest []document
}

func (d *documents) next() (document, error) {
	for len(d.rest) == 0 {
		if err := d.more(); err != nil {
			return document{}, err
		}
	}
	doc := d.rest[0]
	d.rest = d.rest[1:]
	return doc, nil
}

// more reads lines until they form a value.
func (d *documents) more() error {
	var raw []byte
	first := d.line + 1
	for {
		line, err := d.r.ReadBytes('\n')
		d.line++
		raw = append(raw, line...)
		trimmed := bytes.TrimSpace(raw)
		switch {
		case len(trimmed) > maxDocument:
			return data.Errorf(data.ErrFileLineTooLong, "document at line %d", first).With("Line", first)
		case len(trimmed) > 0 && complete(trimmed) && json.Valid(trimmed):
			d.split(trimmed, first)
			return nil
		case errors.Is(err, io.EOF) && len(trimmed) == 0:
			return io.EOF
		case errors.Is(err, io.EOF) || err == nil && looksBroken(trimmed):
			d.rest = append(d.rest, document{line: first, raw: trimmed})
			return nil
		case err != nil:
			return err
		}
	}
}

// complete is a cheap look before the dear one: a value ends as it began.
func complete(raw []byte) bool {
	last := raw[len(raw)-1]
	return last == '}' || last == ']'
}

// looksBroken tells a damaged line of a file with one object a line from the
// first line of a document that goes on: the latter is short.
func looksBroken(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte(`{"`)) && !bytes.Contains(raw, []byte("\n")) && len(raw) > 200
}

func (d *documents) split(raw []byte, line int) {
	if raw[0] != '[' {
		d.rest = append(d.rest, document{line, raw, object(raw)})
		return
	}
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil {
		return
	}
	for i, item := range items {
		d.rest = append(d.rest, document{line + i, item, object(item)})
	}
}

func object(raw []byte) map[string]any {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var v map[string]any
	if decoder.Decode(&v) != nil {
		return nil
	}
	return v
}

// jsonRows makes rows of documents.
type jsonRows struct {
	docs  *documents
	kind  *formats.JSON
	queue []Row
}

func (j *jsonRows) next() (Row, error) {
	for len(j.queue) == 0 {
		doc, err := j.docs.next()
		if err != nil {
			return Row{}, err
		}
		if doc.value == nil {
			return Row{Line: doc.line, Cells: []string{string(doc.raw)}, Reject: data.RejectBadRow}, nil
		}
		for _, r := range j.kind.Rows(doc.value) {
			for i, c := range r.Cells {
				r.Cells[i] = clean(c)
			}
			j.queue = append(j.queue, Row{Line: doc.line, Cells: r.Cells, Reject: r.Reject})
		}
	}
	row := j.queue[0]
	j.queue = j.queue[1:]
	return row, nil
}
