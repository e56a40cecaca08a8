package ingest

import (
	"io"
	"slices"
	"strings"

	"vedetta/data"
)

// tableRows gives the rows below the header of delimited text.
type tableRows struct {
	scanner *scanner
	columns int
}

func newTableRows(r io.Reader, t table) (*tableRows, error) {
	s := newScanner(r, t.dialect, nil)
	for range t.skip {
		if _, err := s.next(); err != nil {
			return nil, err
		}
	}
	if len(t.shape) == len(t.header) {
		s.shape = t.shape
	}
	return &tableRows{s, len(t.header)}, nil
}

func (t *tableRows) next() (Row, error) {
	rec, err := t.scanner.next()
	if err != nil {
		return Row{}, err
	}
	row := Row{Line: rec.line, Cells: rec.cells, Repaired: rec.odd}
	if rec.tooLong {
		row.Reject = data.RejectTooLong
		return row, nil
	}
	if !sound(rec.raw) {
		for i, c := range row.Cells {
			text, mended := repair(c)
			row.Cells[i], row.Repaired = text, row.Repaired || mended
		}
	}
	if missing := t.columns - len(row.Cells); missing > 0 {
		row.Cells = slices.Concat(row.Cells, make([]string, missing))
	}
	if len(row.Cells) > t.columns {
		joined := t.join(row.Cells)
		row.Repaired = row.Repaired || len(joined) < len(row.Cells)
		row.Cells = joined
	}
	return row, nil
}

// join puts cells together that a delimiter in a text has parted. The other
// columns tell where; if they do not, the text is the last column.
func (t *tableRows) join(cells []string) []string {
	surplus := len(cells) - t.columns
	if strings.Join(cells[t.columns:], "") == "" || len(t.scanner.shape) != t.columns {
		return cells
	}
	for at := t.columns - 1; at >= 0; at-- {
		if t.scanner.shape[at] != kindText {
			continue
		}
		joined := slices.Clone(cells[:at])
		joined = append(joined, strings.Join(cells[at:at+surplus+1], string(t.scanner.cut.comma)))
		joined = append(joined, cells[at+surplus+1:]...)
		if t.scanner.shape.fits(joined) {
			return joined
		}
	}
	return cells
}
