package sheets

import (
	"archive/zip"
	"io"
	"strconv"
	"strings"
)

// ods is a workbook in OpenDocument format (ISO/IEC 26300, part 1, section 9).
type ods struct {
	zip    *zip.Reader
	sheets []string
}

// OpenODS opens a workbook.
func OpenODS(z *zip.Reader) (Book, error) {
	locked := false
	err := each(z, "META-INF/manifest.xml", func(x *scanner) error {
		locked = locked || x.event == start && x.name == "encryption-data"
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case locked:
		return nil, ErrPassword
	}
	b := &ods{zip: z}
	err = each(z, "content.xml", func(x *scanner) error {
		if x.event == start && x.name == "table" {
			b.sheets = append(b.sheets, x.attr("table:name"))
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 {
		err = ErrBroken
	}
	return b, err
}

func (b *ods) Names() []string { return b.sheets }

func (b *ods) Rows(sheet string) (Rows, error) {
	r, err := part(b.zip, "content.xml")
	if err != nil {
		return nil, err
	}
	x := newScanner(r)
	for {
		if err := x.next(); err != nil {
			_ = r.Close() // the first error tells
			if err == io.EOF {
				err = ErrNoSheet
			}
			return nil, err
		}
		if x.event == start && x.name == "table" && x.attr("table:name") == sheet {
			return &odsRows{x: x, closer: r}, nil
		}
	}
}

type odsRows struct {
	x      *scanner
	closer io.Closer
	row    int

	repeat []string // a row that stands several times
	times  int
}

func (r *odsRows) Close() error { return r.closer.Close() }

func (r *odsRows) Next() (int, []string, error) {
	for {
		if r.times > 0 {
			r.times--
			r.row++
			return r.row, r.repeat, nil
		}
		if err := r.x.next(); err != nil {
			return 0, nil, err
		}
		switch {
		case r.x.event == end && r.x.name == "table":
			return 0, nil, io.EOF
		case r.x.event != start || r.x.name != "table-row":
			continue
		}
		times := max(r.x.number("number-rows-repeated", 1), 1)
		cells, err := r.cells()
		if err != nil {
			return 0, nil, err
		}
		if cells = trim(cells); len(cells) == 0 {
			r.row += min(times, maxRows)
			continue
		}
		if r.row+times > maxRows {
			return 0, nil, ErrTooLarge
		}
		r.repeat, r.times = cells, times
	}
}

// cells reads to the end of the row.
func (r *odsRows) cells() ([]string, error) {
	var cells []string
	skipped := 0 // empty cells, filled in when another follows
	for {
		if err := r.x.next(); err != nil {
			return nil, ErrBroken
		}
		switch {
		case r.x.event == end && r.x.name == "table-row":
			return cells, nil
		case r.x.event != start || r.x.name != "table-cell" && r.x.name != "covered-table-cell":
			continue
		}
		times := max(r.x.number("number-columns-repeated", 1), 1)
		value, err := r.cell(r.x.name)
		if err != nil {
			return nil, err
		}
		if value == "" {
			skipped += min(times, maxColumns)
			continue
		}
		if len(cells)+skipped+times > maxColumns {
			return nil, ErrTooLarge
		}
		for range skipped {
			cells = append(cells, "")
		}
		skipped = 0
		for range times {
			cells = append(cells, value)
		}
	}
}

// cell reads to the end of the cell.
func (r *odsRows) cell(element string) (string, error) {
	value, hasValue := odsValue(r.x)
	link := hyperlink(r.x.attr("table:formula"))
	var shown strings.Builder
	paragraphs, skip := 0, 0
	for {
		if err := r.x.next(); err != nil {
			return "", ErrBroken
		}
		switch x := r.x; {
		case x.event == end && x.name == element:
			if !hasValue {
				value = shown.String()
			}
			if link != "" && saysLink(value) {
				value = link
			}
			return value, nil
		case x.name == "annotation" && x.event != text:
			skip++
			if x.event == end {
				skip = 0
			}
		case skip > 0:
		case x.event == text:
			if paragraphs > 0 {
				shown.WriteString(unescape(x.text))
			}
		case x.event == end:
		case x.name == "p":
			if paragraphs++; paragraphs > 1 {
				shown.WriteByte('\n')
			}
		case x.name == "line-break":
			shown.WriteByte('\n')
		case x.name == "tab":
			shown.WriteByte('\t')
		case x.name == "s":
			shown.WriteString(strings.Repeat(" ", min(max(x.number("c", 1), 1), 1000)))
		case x.name == "a":
			link = x.attr("xlink:href")
		}
	}
}

// odsValue is the value behind what a cell shows; false for texts.
func odsValue(x *scanner) (string, bool) {
	switch x.attr("office:value-type") {
	case "float", "percentage", "currency":
		n, err := strconv.ParseFloat(x.attr("office:value"), 64)
		return digits(n), err == nil
	case "date":
		return strings.Replace(x.attr("office:date-value"), "T", " ", 1), true
	case "boolean":
		return strings.ToUpper(x.attr("office:boolean-value")), true
	}
	return "", false
}
