package sheets

import (
	"errors"
	"io"
	"strconv"
	"strings"
)

type xlsxRows struct {
	book   *xlsx
	x      *scanner
	closer io.Closer
	links  map[string]string
	row    int
}

func (r *xlsxRows) Close() error { return r.closer.Close() }

func (r *xlsxRows) Next() (int, []string, error) {
	for {
		if err := r.x.next(); err != nil {
			return 0, nil, err
		}
		if r.x.event != start || r.x.name != "row" {
			continue
		}
		r.row = r.x.number("r", r.row+1)
		if r.row > maxRows || r.row < 1 {
			return 0, nil, ErrBroken
		}
		cells, err := r.cells()
		if errors.Is(err, io.EOF) {
			err = ErrBroken // in the middle of a row
		}
		if cells = trim(cells); len(cells) > 0 || err != nil {
			return r.row, cells, err
		}
	}
}

// cells reads to the end of the row.
func (r *xlsxRows) cells() ([]string, error) {
	var cells []string
	for {
		if err := r.x.next(); err != nil {
			return cells, err
		}
		switch {
		case r.x.event == end && r.x.name == "row":
			return cells, nil
		case r.x.event != start || r.x.name != "c":
			continue
		}
		ref := r.x.attr("r")
		column, ok := columnOf(ref)
		if !ok {
			column = len(cells)
		}
		if column >= maxColumns {
			return cells, ErrBroken
		}
		value, err := r.cell(ref, r.x.attr("t"), r.x.number("s", 0))
		if err != nil {
			return cells, err
		}
		if value == "" {
			continue
		}
		for len(cells) <= column {
			cells = append(cells, "")
		}
		cells[column] = value
	}
}

// cell reads to the end of the cell.
func (r *xlsxRows) cell(ref, kind string, style int) (string, error) {
	var value, formula []byte
	in := ""
	for {
		if err := r.x.next(); err != nil {
			return "", err
		}
		switch {
		case r.x.event == end && r.x.name == "c":
			return r.shown(ref, kind, style, unescape(value), unescape(formula)), nil
		case r.x.event == start:
			in = r.x.name
		case r.x.event == end:
			in = ""
		case in == "f":
			formula = append(formula, r.x.text...)
		case in == "v" || in == "t":
			value = append(value, r.x.text...)
		}
	}
}

func (r *xlsxRows) shown(ref, kind string, style int, value, formula string) string {
	switch kind {
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil {
			return ""
		}
		value = r.book.strings.at(i)
	case "b":
		value = map[string]string{"1": "TRUE", "0": "FALSE"}[value]
	case "e":
		value = ""
	case "inlineStr", "str":
		value = control(value)
	case "d":
		value = strings.Replace(value, "T", " ", 1)
	default:
		value = r.book.number(value, style)
	}
	if value == "" && formula != "" && kind != "e" {
		value = "=" + formula // never calculated: the text is all there is
	}
	if link := r.links[ref]; link != "" && saysLink(value) {
		return link
	}
	if link := hyperlink(formula); link != "" && saysLink(value) {
		return link
	}
	return value
}

func (b *xlsx) number(value string, style int) string {
	x, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return value
	}
	if style >= 0 && style < len(b.dates) && b.dates[style] != noDate {
		return date(x+float64(b.from), b.dates[style])
	}
	return digits(x)
}

// digits writes a number with all its digits and no exponent, as ids need.
func digits(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// columnOf is the column of a reference such as "AB12", 0-based.
func columnOf(ref string) (int, bool) {
	n := 0
	for i := 0; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z'; i++ {
		n = n*26 + int(ref[i]-'A') + 1
		if n > maxColumns {
			return maxColumns, true
		}
	}
	return n - 1, n > 0
}
