package sheets

import (
	"bytes"
	"io"
	"strings"
)

// xlsRows gives the rows of a sheet: cells come in the order of their rows.
type xlsRows struct {
	book    *xls
	records records
	links   map[string]string
	row     int      // of the cells so far
	cells   []string // of that row
	waits   int      // column whose formula's text follows; -1 if none does
	depth   int      // of what is inside the sheet, as charts are
	ended   bool
	err     error // io.EOF, or that the stream is cut off
}

func (r *xlsRows) Close() error { return nil }

func (r *xlsRows) Next() (int, []string, error) {
	for !r.ended {
		before, cells := r.row, r.cells
		if !r.step() {
			continue
		}
		if cells = trim(cells); len(cells) > 0 {
			return before + 1, cells, nil
		}
	}
	return 0, nil, r.err
}

// step takes a record; true when the row that was read before it has ended.
func (r *xlsRows) step() bool {
	id, body := r.records.next()
	switch id {
	case recBOF:
		r.depth++
		return false
	case 0:
		r.ended, r.err = true, ErrBroken
		return true
	case recEOF:
		r.depth--
		r.ended, r.err = r.depth <= 0, io.EOF
		return r.ended
	case recString:
		if r.waits >= 0 && r.waits < len(r.cells) {
			r.cells[r.waits] = r.shown(r.waits, r.book.text(&body, true))
		}
		r.waits = -1
		return false
	case recLabelSST, recLabel, recRString, recNumber, recRK, recMulRK, recFormula, recBoolErr:
		if r.depth == 1 {
			break
		}
		return false
	default:
		return false
	}
	row, column := body.u16(), body.u16()
	done := row != r.row
	if done {
		r.row, r.cells = row, nil
	}
	r.waits = -1
	r.cell(id, column, &body)
	return done
}

func (r *xlsRows) cell(id, column int, body *recordBody) {
	if id == recMulRK {
		const each, last = 6, 2 // bytes: style and number; the last column
		for ; len(body.rest) >= each+last; column++ {
			style := body.u16()
			r.put(column, r.book.shown(body.rk(), style))
		}
		return
	}
	style := body.u16()
	switch id {
	case recLabelSST:
		r.put(column, r.book.shared(body.u32()))
	case recLabel, recRString:
		r.put(column, r.book.text(body, true))
	case recNumber:
		r.put(column, r.book.shown(body.float(), style))
	case recRK:
		r.put(column, r.book.shown(body.rk(), style))
	case recBoolErr:
		if value := body.u8(); body.u8() == 0 {
			r.put(column, boolean(value))
		}
	case recFormula:
		r.formula(column, style, body)
	}
}

// formula puts what a formula has calculated.
func (r *xlsRows) formula(column, style int, body *recordBody) {
	result := recordBody{body.rest[:min(8, len(body.rest))]}
	isNumber := len(result.rest) < 8 || result.rest[6] != 0xFF || result.rest[7] != 0xFF
	if isNumber {
		r.put(column, r.book.shown(body.float(), style))
		return
	}
	const aText, aBoolean = 0, 1
	body.skip(14) // result, flags and a cache
	if link := r.book.linkIn(body); link != "" {
		if r.links == nil {
			r.links = map[string]string{}
		}
		r.links[cellAt(r.row, column)] = link
	}
	switch kind := result.u8(); kind {
	case aText:
		r.put(column, "")
		r.waits = column
	case aBoolean:
		result.skip(1)
		r.put(column, boolean(result.u8()))
	}
}

// put fills a cell of the row.
func (r *xlsRows) put(column int, value string) {
	const most = 1 << 8 // columns of such a sheet
	if column >= most {
		return
	}
	for len(r.cells) <= column {
		r.cells = append(r.cells, "")
	}
	r.cells[column] = r.shown(column, value)
}

func (r *xlsRows) shown(column int, value string) string {
	if link := r.links[cellAt(r.row, column)]; link != "" && saysLink(value) {
		return link
	}
	return value
}

// linkIn is the address in a formula that begins with one and makes a link of
// it; its parts follow each other in the order in which they are calculated.
func (b *xls) linkIn(formula *recordBody) string {
	const aText = 0x17
	makesLink := []byte{0x67, 0x01} // the function HYPERLINK
	formula.skip(2)
	if !bytes.Contains(formula.rest, makesLink) || formula.u8() != aText {
		return ""
	}
	return b.text(formula, false)
}

// links are the addresses that cells of a sheet lead to.
func (b *xls) links(sheet records) (out map[string]string) {
	for depth := 0; ; {
		id, body := sheet.next()
		switch {
		case id == recBOF:
			depth++
		case id == recEOF:
			depth--
		}
		if id == 0 || depth <= 0 {
			return out
		}
		if id != recHLink {
			continue
		}
		row, lastRow, column, lastColumn := body.u16(), body.u16(), body.u16(), body.u16()
		if address := linkTarget(&body); address != "" && row == lastRow && column == lastColumn {
			if out == nil {
				out = map[string]string{}
			}
			out[cellAt(row, column)] = address
		}
	}
}

// linkTarget reads the address of a link that leads to the web ([MS-OSHARED],
// section 2.3.7).
func linkTarget(body *recordBody) string {
	const aName, aFrame, aMoniker = 0x10, 0x80, 0x01
	urlMoniker := []byte{0xE0, 0xC9, 0xEA, 0x79}
	body.skip(16 + 4) // the kind of object, its version
	flags := body.u32()
	for _, text := range []int{aName, aFrame} {
		if flags&text != 0 {
			body.skip(2 * body.u32())
		}
	}
	if flags&aMoniker == 0 || !bytes.HasPrefix(body.take(16), urlMoniker) {
		return ""
	}
	address, _, _ := strings.Cut(fromUTF16(body.take(body.u32())), "\x00")
	return address
}
