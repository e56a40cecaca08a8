package ingest

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// isJSON tells JSON by its beginning, be it in a script, as X's archive has
// it.
func isJSON(sample []byte) bool {
	begin := bytes.TrimLeft(sample, " \t\r\n")
	if len(begin) == 0 {
		return false
	}
	switch at := bytes.IndexAny(begin[:min(len(begin), longestAssignment)], "[{"); {
	case begin[0] == '{':
		return true
	case begin[0] == '[':
		return startsValue(begin[1:])
	default:
		return at > 0 && assignment.Match(begin[:at]) && startsValue(begin[at+1:])
	}
}

// startsValue tells an array from a text that begins with a bracket.
func startsValue(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return len(rest) == 0 || bytes.IndexByte([]byte(`{}["]-0123456789tfn`), rest[0]) >= 0
}

// openJSON opens a file of JSON: an array, a document, several in a row, or
// one on each line.
func (f *File) openJSON(enc textEncoding, plan data.Plan, zones Zones) error {
	open := func() (*documents, error) {
		r, err := f.text(enc)
		if err != nil {
			return nil, err
		}
		return &documents{scanner: newJSONScanner(r)}, nil
	}
	docs, err := open()
	if err != nil {
		return err
	}
	first, names, err := docs.first()
	if err != nil {
		return err
	}
	format, ok := formats.RecogniseJSON(first, names, plan.Format)
	if !ok {
		return data.Errorf(data.ErrFileNoColumns, "no known kind of JSON")
	}
	rows := func() (rowSource, error) {
		docs, err := open()
		return &jsonRows{docs: docs, kind: format.JSON, exact: format.Restore != nil}, err
	}
	return f.decide(rows, contents{format: format, header: format.JSON.Names}, plan, zones)
}

// How much of a file is looked at before it is decided what it is: error
// objects may come first, and not every document has all the names.
const (
	firstDocuments = 200
	firstBytes     = 2 << 20
)

// first gives the first documents that can be read, and the names in them in
// their order.
func (d *documents) first() (docs []map[string]any, names []string, err error) {
	order := nameOrder{}
	for size, n := 0, 0; n < 2*firstDocuments && len(docs) < firstDocuments && size < firstBytes; n++ {
		doc, err := d.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		if doc.value != nil {
			docs = append(docs, doc.value)
			order.add(doc.raw)
		}
		size += len(doc.raw)
	}
	return docs, order.names, nil
}

// jsonRows makes rows of documents.
type jsonRows struct {
	docs  *documents
	kind  *formats.JSON
	exact bool // an export of ours: nothing is to be mended
	queue []Row
	count int // of the rows of a document that is the whole file
}

func (j *jsonRows) next() (Row, error) {
	for len(j.queue) == 0 {
		doc, err := j.docs.next()
		if err != nil {
			return Row{}, err
		}
		if err := j.rows(doc); err != nil {
			return Row{}, err
		}
	}
	row := j.queue[0]
	j.queue = j.queue[1:]
	return row, nil
}

// rows queues the rows of a document.
func (j *jsonRows) rows(doc document) error {
	made := []formats.Row{{Reject: doc.reject}}
	if doc.value != nil {
		made = j.kind.Rows(doc.value)
		if len(made) == 0 && !j.kind.Is(doc.value) {
			made = []formats.Row{{Reject: data.RejectNotAText}}
		}
	}
	alone, err := j.alone(doc, len(made))
	if err != nil {
		return err
	}
	for _, r := range made {
		row := Row{Line: doc.line, Cells: r.Cells, Reject: r.Reject}
		if j.count++; alone {
			row.Line = j.count
		}
		if len(row.Cells) == 0 {
			row.Cells = []string{string(doc.raw[:min(len(doc.raw), maxBroken)])}
		}
		if slices.ContainsFunc(row.Cells, func(c string) bool { return len(c) > maxCell }) {
			row.Reject, row.Cells = data.RejectTooLong, beginning(doc.raw)
		}
		row.mend(j.exact)
		j.queue = append(j.queue, row)
	}
	return nil
}

// alone tells whether the file is one document with many rows: their number
// says where they are, which the line of the document does not.
func (j *jsonRows) alone(doc document, rows int) (bool, error) {
	if doc.part || rows < 2 || j.count > 0 {
		return doc.part, nil
	}
	more, err := j.docs.more()
	return !more, err
}
