package ingest

import (
	"io"
	"slices"
	"strings"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// tableRows gives the rows below the header of delimited text.
type tableRows struct {
	scanner *scanner
	columns int
	exact   bool // an export of ours: nothing is to be mended
	guarded bool // our file of rejected rows: cells are protected from spreadsheets
}

func newTableRows(r io.Reader, t table) (*tableRows, error) {
	s := newScanner(r, t.dialect, nil)
	for range t.skip {
		if _, err := s.next(); err != nil {
			return nil, err
		}
	}
	s.shape = t.shape
	return &tableRows{s, len(t.header), t.format.Restore != nil, formats.HoldsRejected(t.header)}, nil
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
	row.Cells[0] = strings.TrimPrefix(row.Cells[0], "\ufeff") // of a file that was put behind another
	if !sound(rec.raw) {
		row.mend(t.exact)
	}
	if t.guarded {
		for i, c := range row.Cells {
			row.Cells[i] = formats.Unguard(c, true)
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

// join puts cells together that a delimiter in a text has parted: where the
// other columns fit, and the cells are longest.
func (t *tableRows) join(cells []string) []string {
	rows, surplus := t.scanner.shape, len(cells)-t.columns
	if strings.Join(cells[t.columns:], "") == "" || len(rows) != t.columns {
		return cells
	}
	best, longest := cells, -1
	for at, column := range rows {
		text := strings.Join(cells[at:at+surplus+1], string(t.scanner.cut.comma))
		joined := slices.Concat(cells[:at], []string{text}, cells[at+surplus+1:])
		if column.kind == kindText && column.length > longest && rows.fits(joined) {
			best, longest = joined, column.length
		}
	}
	return best
}
