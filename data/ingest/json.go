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

// isJSON tells JSON by its beginning, a script of X's archive included.
func isJSON(sample []byte) bool {
	begin := bytes.TrimLeft(sample, " \t\r\n")
	return len(begin) > 0 && (begin[0] == '{' || begin[0] == '[' && startsValue(begin[1:])) || scriptArchive.Match(begin)
}

// startsValue tells an array from a text that begins with a bracket.
func startsValue(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return len(rest) == 0 || bytes.IndexByte([]byte(`{["]-0123456789tfn`), rest[0]) >= 0
}

// openJSON opens a file of JSON: an array, a document, several in a row, or
// one on each line.
func (f *File) openJSON(enc textEncoding, plan data.Plan, zone *time.Location) error {
	open := func() (*documents, error) {
		r, err := f.text(enc)
		if err != nil {
			return nil, err
		}
		return &documents{r: bufio.NewReaderSize(r, 1<<16)}, nil
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

// How many documents are looked at: for a known kind, since error objects may
// come first; for the names in an unknown one.
const (
	recogniseWithin = 20
	namesWithin     = 200
)

func recogniseJSON(docs *documents, wanted string) (formats.Format, error) {
	var first []map[string]any
	broken := 0
	for len(first) < namesWithin {
		doc, err := docs.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && len(first) == 0 {
			return formats.Format{}, err
		}
		if err != nil {
			break // the rest is reported when it is read
		}
		if doc.value == nil {
			if broken++; broken > namesWithin && len(first) == 0 {
				break
			}
			continue
		}
		if len(first) < recogniseWithin {
			if format, ok := knownJSON(doc.value, wanted); ok {
				return format, nil
			}
		}
		first = append(first, doc.value)
	}
	if len(first) == 0 || wanted != "" && wanted != formats.Generic.Key {
		return formats.Format{}, data.Errorf(data.ErrFileNoColumns, "no known kind of JSON")
	}
	return formats.AnyJSON(first), nil
}

func knownJSON(doc map[string]any, wanted string) (formats.Format, bool) {
	for _, format := range formats.All {
		if format.JSON != nil && (wanted == "" || wanted == format.Key) && format.JSON.Is(doc) {
			return format, true
		}
	}
	return formats.Format{}, false
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
			return Row{Line: doc.line, Cells: []string{clean(string(doc.raw))}, Reject: doc.reason}, nil
		}
		for _, r := range j.kind.Rows(doc.value) {
			row := Row{Line: doc.line, Cells: r.Cells, Reject: r.Reject}
			for i, c := range row.Cells {
				text, mended := repair(c)
				row.Cells[i], row.Repaired = text, row.Repaired || mended
			}
			j.queue = append(j.queue, row)
		}
	}
	row := j.queue[0]
	j.queue = j.queue[1:]
	return row, nil
}
