package ingest

import (
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// File is a recognised export, open for reading its rows once.
type File struct {
	in          input
	closer      io.Closer
	rowsCloser  io.Closer   // of a sheet of the workbook in closer
	read        *countingAt // the workbook; nil for other files
	offset      func() int64
	rows        rowSource
	mapping     *Mapping
	recognition data.Recognition
}

// Row is a row of a file. Its cells are its own; a row with Reject could not
// be read.
type Row struct {
	Line     int // 1-based; in a JSON document the number of the row
	Cells    []string
	Reject   data.Reason
	Repaired bool // its text was damaged and has been mended
}

// mend makes sound text of the cells; of an exact row only what no text may
// hold goes.
func (r *Row) mend(exact bool) {
	for i, c := range r.Cells {
		if exact {
			r.Cells[i] = clean(c)
			continue
		}
		text, mended := repair(c)
		r.Cells[i], r.Repaired = text, r.Repaired || mended
	}
}

// Raw is the row as a line of CSV, for the list of rejected rows.
func (r Row) Raw() string {
	var line strings.Builder
	w := csv.NewWriter(&line)
	_ = w.Write(r.Cells) // a builder takes everything
	w.Flush()
	return strings.TrimSuffix(line.String(), "\n")
}

// rowSource gives rows one by one; io.EOF at the end.
type rowSource interface{ next() (Row, error) }

// Open recognises the file of a plan. The zones hold for dates that carry
// none, unless the plan has one. Errors are data.Error of the file's kind.
func Open(plan data.Plan, zones Zones) (*File, error) {
	in, err := fromPath(plan.Path)
	if err != nil {
		return nil, err
	}
	return openInput(in, plan, zones)
}

// OpenFS is Open for a file that lies in a file system.
func OpenFS(files fs.FS, plan data.Plan, zones Zones) (*File, error) {
	in, err := fromFS(files, plan.Path)
	if err != nil {
		return nil, err
	}
	return openInput(in, plan, zones)
}

// Recognise tells what can be found out about a file even when it cannot be
// opened as planned: with data.ErrFileNoText or data.ErrFileNoDate come the
// columns to choose from.
func Recognise(plan data.Plan, zones Zones) (data.Recognition, error) {
	in, err := fromPath(plan.Path)
	if err != nil {
		return data.Recognition{}, err
	}
	return recogniseInput(in, plan, zones)
}

// RecogniseBytes is Recognise for text that lies in memory.
func RecogniseBytes(name string, content []byte, plan data.Plan, zones Zones) (data.Recognition, error) {
	in, err := fromBytes(name, content)
	if err != nil {
		return data.Recognition{}, err
	}
	return recogniseInput(in, plan, zones)
}

func recogniseInput(in input, plan data.Plan, zones Zones) (data.Recognition, error) {
	f, err := tryInput(in, plan, zones)
	if f == nil {
		return data.Recognition{}, err
	}
	return f.recognition, errors.Join(err, f.Close())
}

func openInput(in input, plan data.Plan, zones Zones) (*File, error) {
	f, err := tryInput(in, plan, zones)
	if err != nil {
		if f != nil {
			err = errors.Join(err, f.Close())
		}
		return nil, err
	}
	return f, nil
}

// tryInput opens an input; the file comes with the error once something has
// been found out about it.
func tryInput(in input, plan data.Plan, zones Zones) (*File, error) {
	if _, ok := formats.ByKey(plan.Format); plan.Format != "" && !ok {
		return nil, data.Errorf(data.ErrFormatUnknown, "format %q", plan.Format)
	}
	in, err := unpack(in, plan.Entry)
	if err != nil {
		return nil, err
	}
	head, err := in.head()
	if err != nil {
		return nil, err
	}
	f := &File{in: in, recognition: data.Recognition{Path: in.path, Entry: in.entry, Size: in.size}}
	return f, f.openKind(head, plan, zones)
}

// openKind opens the file as what it is by its beginning.
func (f *File) openKind(head []byte, plan data.Plan, zones Zones) error {
	book, err := f.openBook(head)
	if err != nil {
		return err
	}
	if book != nil {
		return f.openWorkbook(book, plan, zones)
	}
	enc := detectEncoding(head)
	if err := checkBinary(head, enc); err != nil {
		return err
	}
	f.recognition.Encoding = enc.name
	sample := enc.decode(head)
	switch {
	case isFeed(sample):
		return f.openFeed(enc, plan, zones)
	case isJSON(sample):
		return f.openJSON(enc, plan, zones)
	}
	open := func() (io.Reader, error) { return f.text(enc) }
	return f.openTable(sample, plan, zones, open, func(rows rowSource) rowSource { return rows })
}

// text opens the file's text from its beginning.
func (f *File) text(enc textEncoding) (io.Reader, error) {
	if err := f.Close(); err != nil {
		return nil, err
	}
	file, err := f.in.open()
	if err != nil {
		return nil, err
	}
	counter := &countingReader{r: file}
	f.closer, f.offset = file, func() int64 { return counter.n }
	if packed, ok := file.(offsetter); ok {
		f.offset = packed.Offset
	}
	return enc.read(counter)
}

// openTable opens delimited text, which begins like sample and is read from
// its beginning through text. wrap does what is left to do with its rows.
func (f *File) openTable(sample []byte, plan data.Plan, zones Zones, text func() (io.Reader, error), wrap func(rowSource) rowSource) error {
	t, err := recogniseTable(sample, plan)
	if err != nil {
		return err
	}
	f.recognition.Delimiter, f.recognition.Skipped = string(t.comma), t.above
	open := func() (rowSource, error) {
		r, err := text()
		if err != nil {
			return nil, err
		}
		rows, err := newTableRows(r, t)
		return wrap(rows), err
	}
	return f.decide(open, contents{format: t.format, header: t.header, headless: t.headless, preamble: t.preamble}, plan, zones)
}

// decide finds out what the columns mean, looks through as much of the file
// as that takes, and opens it again for reading.
func (f *File) decide(open func() (rowSource, error), c contents, plan data.Plan, zones Zones) error {
	rows, err := open()
	if err != nil {
		return err
	}
	first := &firstRows{rest: rows}
	samples, err := c.look(first, f.in.modTime)
	if err != nil {
		return err
	}
	m, err := newMapping(c, plan, zones, f.in.modTime)
	f.mapping = m
	f.describe(c, samples, plan)
	if err != nil {
		return err
	}
	if err := m.learn(first.again()); err != nil {
		return err
	}
	f.describe(c, samples, plan)
	f.rows, err = open()
	return err
}

// describe writes down what is known so far.
func (f *File) describe(c contents, samples [][]string, plan data.Plan) {
	r, m := &f.recognition, f.mapping
	r.Format, r.DateOrder, r.DamagedIDs, r.Headless = c.format.Key, m.dates.order, m.damaged, c.headless
	r.Header = c.signature()
	if m.dates.zone != nil {
		r.Zone = m.dates.zone.String()
	}
	if !m.namesSource() {
		r.Source = m.source
	}
	if plan.DateOrder != data.DateOther {
		r.DateOrder = plan.DateOrder
	}
	r.Columns = nil
	for i, name := range c.header {
		name = strings.TrimSpace(unlined.Replace(name))
		r.Columns = append(r.Columns, data.Column{Name: name, Field: m.fields[i], Samples: samples[i], Confidence: m.confidence[i]})
	}
}

// Recognition tells what was found out about the file.
func (f *File) Recognition() data.Recognition { return f.recognition }

// Mapping turns the file's rows into mentions.
func (f *File) Mapping() *Mapping { return f.mapping }

// Next reads the next row; io.EOF at the end. A line that cannot be read is a
// row with Reject; an error means the file itself cannot be read on.
func (f *File) Next() (Row, error) { return f.rows.next() }

// Offset is how much of the file's size has been read.
func (f *File) Offset() int64 { return min(f.offset(), f.in.size) }

// ModTime is when the file was written, never in the future; the zero time if
// nothing tells.
func (f *File) ModTime() time.Time {
	if now := time.Now(); f.in.modTime.After(now) {
		return now
	}
	return f.in.modTime
}

// Close closes the file.
func (f *File) Close() (err error) {
	for _, c := range []io.Closer{f.rowsCloser, f.closer} {
		if c != nil {
			err = errors.Join(err, c.Close())
		}
	}
	f.rowsCloser, f.closer = nil, nil
	return err
}

// offsetter is a file that knows itself how much of it has been read.
type offsetter interface{ Offset() int64 }

type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, damaged(err)
}
