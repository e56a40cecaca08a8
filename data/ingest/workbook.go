package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"vedetta/data"
	"vedetta/data/ingest/sheets"
)

const oldExcelMagic = "\xD0\xCF\x11\xE0"

// openBook opens a file that is a workbook; nil if it is none.
func (f *File) openBook(head []byte) (sheets.Book, error) {
	old := bytes.HasPrefix(head, []byte(oldExcelMagic))
	if !old && !isZIP(head) {
		return f.openMarkup(head)
	}
	file, size, err := f.in.at()
	if err != nil {
		return nil, err
	}
	f.read = &countingAt{r: file}
	f.closer = file
	if old {
		book, err := sheets.OpenXLS(f.read, size)
		return book, bookError(err)
	}
	z, err := openZIP(f.read, size)
	if err != nil {
		return nil, err
	}
	open := sheets.OpenXLSX
	if sheets.Kind(z) == "ods" {
		open = sheets.OpenODS
	}
	book, err := open(z)
	return book, bookError(err)
}

// openMarkup opens a table that is written in HTML or XML, as old tools do
// under the name of a workbook.
func (f *File) openMarkup(head []byte) (sheets.Book, error) {
	enc := detectEncoding(head)
	kind := sheets.MarkupKind(enc.decode(head))
	switch kind {
	case "":
		return nil, nil
	case sheets.Page:
		return nil, data.Errorf(data.ErrFileBinary, "a page without a table").With("Kind", "HTML")
	case sheets.XML:
		return nil, data.Errorf(data.ErrFileBinary, "no feed and no workbook").With("Kind", "XML")
	}
	book, err := sheets.OpenMarkup(kind, func() (io.Reader, error) { return f.text(enc) })
	return book, bookError(err)
}

// countingAt counts what is read of a workbook.
type countingAt struct {
	r io.ReaderAt
	n int64
}

// ReadAt is io.ReaderAt.
func (c *countingAt) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.r.ReadAt(p, off)
	c.n += int64(n)
	return n, err
}

func bookError(err error) error {
	var known *data.Error
	var other *sheets.OtherError
	switch {
	case err == nil, err == io.EOF, errors.As(err, &known):
		return err
	case errors.Is(err, sheets.ErrPassword):
		return &data.Error{Code: data.ErrFilePassword, Err: err}
	case errors.Is(err, sheets.ErrTooLarge):
		return &data.Error{Code: data.ErrFileTooLarge, Err: err}
	case errors.As(err, &other) && other.Workbook:
		return data.Errorf(data.ErrFileSaveAs, "%w", err).With("Kind", other.Kind)
	case errors.As(err, &other) && other.Kind == "MSG":
		return &data.Error{Code: data.ErrFileEmail, Err: err}
	case errors.As(err, &other):
		return data.Errorf(data.ErrFileBinary, "%w", err).With("Kind", other.Kind)
	}
	return damaged(err)
}

// openWorkbook reads the sheet that is asked for, else the first in which
// text and date are found, else the fullest.
func (f *File) openWorkbook(book sheets.Book, plan data.Plan, zones Zones) error {
	names := book.Names()
	f.recognition.Sheets, f.recognition.Encoding = names, ""
	if plan.Sheet != "" {
		if !slices.Contains(names, plan.Sheet) {
			return data.Errorf(data.ErrSheetUnknown, "%q among %q", plan.Sheet, names).With("Name", plan.Sheet)
		}
		return f.openSheet(book, plan.Sheet, plan, zones)
	}
	fullest, most := names[0], -1
	for _, name := range names[:min(len(names), mostSheets)] {
		f.recognition.Columns = nil
		if f.openSheet(book, name, plan, zones) == nil {
			return nil
		}
		cells := 0
		for _, c := range f.recognition.Columns {
			cells += len(c.Samples)
		}
		if cells > most {
			fullest, most = name, cells
		}
	}
	f.recognition.Columns = nil
	return f.openSheet(book, fullest, plan, zones)
}

// mostSheets is in how many sheets mentions are looked for.
const mostSheets = 20

// openSheet hands the sheet on as a table of delimited text, of which
// everything else is known.
func (f *File) openSheet(book sheets.Book, name string, plan data.Plan, zones Zones) error {
	f.recognition.Sheet = name
	open := func() (io.Reader, error) {
		if f.rowsCloser != nil {
			_ = f.rowsCloser.Close() // a part of an archive opened for reading
		}
		rows, err := book.Rows(name)
		if err != nil {
			return nil, bookError(err)
		}
		f.rowsCloser = rows
		if f.read != nil {
			before := f.read.n
			f.offset = func() int64 { return f.read.n - before }
		}
		return &sheetText{rows: rows}, nil
	}
	r, err := open()
	if err != nil {
		return err
	}
	sample := make([]byte, sampleSize)
	n, err := io.ReadFull(r, sample)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if n == 0 {
		return data.Errorf(data.ErrFileNoRows, "sheet %q is empty", name)
	}
	err = f.openTable(sample[:n], plan, zones, open, func(rows rowSource) rowSource { return sheetRows{rows} })
	f.recognition.Delimiter = ""
	return err
}

// lineBreak stands for the line ends inside cells, so that a line of the text
// is a row of the sheet. It is no character: texts never hold it.
const lineBreak = "\uFDD0"

// sheetText writes the rows of a sheet as comma-separated text, row n on line
// n.
type sheetText struct {
	rows    sheets.Rows
	line    int
	pending bytes.Buffer
	err     error
}

func (s *sheetText) Read(p []byte) (int, error) {
	for s.pending.Len() < len(p) && s.err == nil {
		s.row()
	}
	if s.pending.Len() == 0 {
		return 0, s.err
	}
	return s.pending.Read(p)
}

func (s *sheetText) row() {
	number, cells, err := s.rows.Next()
	if err != nil {
		s.err = bookError(err)
		return
	}
	for s.line++; s.line < number; s.line++ {
		s.pending.WriteByte('\n')
	}
	for i, c := range cells {
		if i > 0 {
			s.pending.WriteByte(',')
		}
		if c == "" && len(cells) > 1 {
			continue
		}
		s.pending.WriteByte('"')
		s.pending.WriteString(inLine.Replace(c))
		s.pending.WriteByte('"')
	}
	s.pending.WriteByte('\n')
}

var (
	inLine  = strings.NewReplacer(`"`, `""`, "\r\n", lineBreak, "\n", lineBreak, "\r", lineBreak)
	unlined = strings.NewReplacer(lineBreak, "\n")
)

// sheetRows gives the cells their line ends back.
type sheetRows struct{ rowSource }

func (s sheetRows) next() (Row, error) {
	row, err := s.rowSource.next()
	for i, c := range row.Cells {
		if strings.Contains(c, lineBreak) {
			row.Cells[i] = unlined.Replace(c)
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("sheet: %w", err)
	}
	return row, err
}
