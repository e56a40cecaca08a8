package sheets

import (
	"archive/zip"
	"errors"
	"io"
	"strings"
)

// Book is an open workbook.
type Book interface {
	// Names lists the visible sheets in their order.
	Names() []string
	// Rows opens a sheet for reading once.
	Rows(sheet string) (Rows, error)
}

// Rows gives the rows of a sheet that are not empty.
type Rows interface {
	// Next reads a row: its number, 1-based, and its cells; io.EOF at the end.
	Next() (number int, cells []string, err error)
	Close() error
}

// Errors of workbooks.
var (
	ErrPassword = errors.New("the workbook is protected by a password")
	ErrTooLarge = errors.New("the workbook is larger than a sheet can be")
	ErrBroken   = errors.New("the workbook is damaged")
	ErrNoSheet  = errors.New("the workbook has no such sheet")
)

// What a sheet can hold, by the limits of the programs that write them.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
	mostSheets = 1000
)

// Kind tells what a ZIP file is: "xlsx", "ods" or "" for an archive.
func Kind(z *zip.Reader) string {
	for _, f := range z.File {
		switch {
		case f.Name == "[Content_Types].xml" && has(z, "xl/"):
			return "xlsx"
		case f.Name == "content.xml" && has(z, "META-INF/manifest.xml"):
			return "ods"
		}
	}
	return ""
}

func has(z *zip.Reader, prefix string) bool {
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, prefix) {
			return true
		}
	}
	return false
}

// part opens a file of the workbook; absent parts are io.EOF at once.
func part(z *zip.Reader, name string) (io.ReadCloser, error) {
	name = strings.TrimPrefix(name, "/")
	for _, f := range z.File {
		if strings.EqualFold(f.Name, name) {
			return f.Open()
		}
	}
	return io.NopCloser(strings.NewReader("")), nil
}

// each calls take for every event of a part's XML.
func each(z *zip.Reader, name string, take func(x *scanner) error) error {
	r, err := part(z, name)
	if err != nil {
		return err
	}
	defer r.Close()
	x := newScanner(r)
	for {
		err := x.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := take(x); err != nil {
			return err
		}
	}
}

// trim takes the empty cells off the end of a row.
func trim(cells []string) []string {
	n := len(cells)
	for n > 0 && cells[n-1] == "" {
		n--
	}
	return cells[:n]
}
