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

// openBook opens an input that is a workbook; nil if it is none.
func openBook(in input, head []byte) (sheets.Book, io.Closer, error) {
	packed, old := bytes.HasPrefix(head, []byte(zipMagic)), bytes.HasPrefix(head, []byte(oldExcelMagic))
	markup := sheets.MarkupKind(head)
	if !packed && !old && markup == "" {
		return nil, nil, nil
	}
	f, size, err := in.at()
	if err != nil {
		return nil, nil, err
	}
	var book sheets.Book
	switch {
	case old:
		book, err = sheets.OpenXLS(f, size)
	case markup != "":
		book, err = sheets.OpenMarkup(markup, f, size)
	default:
		z, zipErr := openZIP(f, size)
		switch {
		case zipErr != nil:
			err = zipErr
		case sheets.Kind(z) == "ods":
			book, err = sheets.OpenODS(z)
		default:
			book, err = sheets.OpenXLSX(z)
		}
	}
	if err != nil {
		return nil, nil, errors.Join(bookError(err), f.Close())
	}
	return book, f, nil
}

func bookError(err error) error {
	var known *data.Error
	switch {
	case err == nil, errors.Is(err, io.EOF), errors.As(err, &known):
		return err
	case errors.Is(err, sheets.ErrPassword):
		return &data.Error{Code: data.ErrFilePassword, Err: err}
	case errors.Is(err, sheets.ErrTooLarge):
		return &data.Error{Code: data.ErrFileTooLarge, Err: err}
	}
	return damaged(err)
}

// openWorkbook reads the sheet that is asked for, else the first in which
// text and date are found, else the first that is a table at all.
func (f *File) openWorkbook(book sheets.Book, plan data.Plan, zones Zones) error {
	names := book.Names()
	f.recognition.Sheets, f.recognition.Encoding = names, ""
	if plan.Sheet != "" {
		if !slices.Contains(names, plan.Sheet) {
			return data.Errorf(data.ErrSheetUnknown, "%q among %q", plan.Sheet, names).With("Name", plan.Sheet)
		}
		return f.openSheet(book, plan.Sheet, plan, zones)
	}
	var first error
	for _, name := range names {
		err := f.openSheet(book, name, plan, zones)
		if err == nil {
			return nil
		}
		if first == nil || data.CodeOf(first) == data.ErrFileNoColumns && data.CodeOf(err) != data.ErrFileNoColumns {
			first = err
		}
	}
	return first
}

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
		f.counter = &countingReader{r: &sheetText{rows: rows}}
		return f.counter, nil
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
