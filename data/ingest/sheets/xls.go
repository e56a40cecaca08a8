package sheets

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/extrame/xls"
)

// OpenXLS opens a workbook of Excel 97 to 2003, which is read whole. The
// library panics on damaged files; that becomes ErrBroken.
func OpenXLS(r io.ReaderAt, size int64) (b Book, err error) {
	const most = 100 << 20
	if size > most {
		return nil, ErrTooLarge
	}
	content := make([]byte, size)
	if _, err := r.ReadAt(content, 0); err != nil && err != io.EOF {
		return nil, err
	}
	if encrypted(content) {
		return nil, ErrPassword
	}
	defer func() {
		if p := recover(); p != nil {
			b, err = nil, fmt.Errorf("%w: %v", ErrBroken, p)
		}
	}()
	book, err := xls.OpenReader(bytes.NewReader(content), "utf-8")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	out := &xlsBook{book: book}
	for i := range book.NumSheets() {
		if s := book.GetSheet(i); s != nil {
			out.names = append(out.names, s.Name)
		}
	}
	if len(out.names) == 0 {
		return nil, ErrBroken
	}
	return out, nil
}

// encrypted tells whether what looks like an old workbook is a new one under
// a password: a stream of that name stands in it, in UTF-16.
func encrypted(content []byte) bool {
	var name []byte
	for _, c := range "EncryptedPackage" {
		name = append(name, byte(c), 0)
	}
	return bytes.Contains(content, name)
}

type xlsBook struct {
	book  *xls.WorkBook
	names []string
}

func (b *xlsBook) Names() []string { return b.names }

func (b *xlsBook) Rows(sheet string) (Rows, error) {
	for i, name := range b.names {
		if name == sheet {
			return &xlsRows{sheet: b.book.GetSheet(i)}, nil
		}
	}
	return nil, ErrNoSheet
}

type xlsRows struct {
	sheet *xls.WorkSheet
	next  int
}

func (r *xlsRows) Close() error { return nil }

func (r *xlsRows) Next() (number int, cells []string, err error) {
	defer func() {
		if p := recover(); p != nil {
			number, cells, err = 0, nil, fmt.Errorf("%w: row %d: %v", ErrBroken, r.next, p)
		}
	}()
	for r.next <= int(r.sheet.MaxRow) {
		row := r.sheet.Row(r.next)
		r.next++
		if row == nil {
			continue
		}
		var cells []string
		for c := range min(row.LastCol()+1, maxColumns) {
			cells = append(cells, xlsDate(row.Col(c)))
		}
		if cells = trim(cells); len(cells) > 0 {
			return r.next, cells, nil
		}
	}
	return 0, nil, io.EOF
}

// xlsDate writes the library's dates (RFC 3339, in UTC by its own choice) as
// those of the other workbooks, without a zone.
func xlsDate(cell string) string {
	if len(cell) == len("2006-01-02T15:04:05Z") && cell[4] == '-' && cell[10] == 'T' && strings.HasSuffix(cell, "Z") {
		return strings.TrimSuffix(cell[:10]+" "+cell[11:19], " 00:00:00")
	}
	return cell
}
