package report

import "slices"

// Measures of a table in points.
const (
	cellPad    = 4.0
	rowPad     = 4.5 // above and below the lines of a row
	cellLine   = 12.5
	wholeRows  = 8 // a table of no more rows stays on one page
	firstRows  = 3 // of a longer one, these stay with the header
	columnGap  = 2 * cellPad
	cellCapTop = (cellLine + 9*capHeight) / 2
)

// column is a column of a table: how much of the width it has, on which side
// its text stands and on how many lines (0 means one).
type column struct {
	title string
	share float64
	right bool
	lines int
}

// table is rows under a header, which is set again on a new page. Rows are
// never parted; a text too long for its cell ends in an ellipsis. Columns
// without any title have no header.
type table struct {
	flow    *flow
	columns []column
	header  [][]string // lines of the cells, nil for none
	rows    [][][]string
}

func (f *flow) newTable(columns []column, rows [][]string) table {
	t := table{flow: f, columns: columns}
	if slices.ContainsFunc(columns, func(c column) bool { return c.title != "" }) {
		t.header = f.cells(columns, titles(columns), muted)
	}
	for _, r := range rows {
		t.rows = append(t.rows, f.cells(columns, r, body))
	}
	return t
}

// keep is the height of the beginning that must not be parted.
func (t table) keep() float64 {
	n := len(t.rows)
	if n > wholeRows {
		n = firstRows
	}
	sum := t.headerHeight()
	for _, r := range t.rows[:n] {
		sum += rowHeight(r)
	}
	return sum
}

func (t table) headerHeight() float64 {
	if t.header == nil {
		return 0
	}
	return rowHeight(t.header)
}

// set writes the table where the flow is.
func (t table) set() {
	t.flow.need(t.keep())
	t.setHeader()
	for _, r := range t.rows {
		if t.flow.need(rowHeight(r)) {
			t.setHeader()
		}
		t.flow.row(t.columns, r, body)
	}
}

func (t table) setHeader() {
	if t.header != nil {
		t.flow.row(t.columns, t.header, muted)
	}
}

func titles(columns []column) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.title
	}
	return out
}

// cells breaks the texts of a row into the lines of their cells.
func (f *flow) cells(columns []column, texts []string, st style) [][]string {
	out := make([][]string, len(columns))
	for i, c := range columns {
		width := c.share*f.width() - columnGap
		out[i] = f.doc.set.wrap(texts[i], st, width, max(c.lines, 1))
	}
	return out
}

func rowHeight(cells [][]string) float64 {
	most := 1
	for _, lines := range cells {
		most = max(most, len(lines))
	}
	return float64(most)*cellLine + 2*rowPad
}

// row sets one row and the hairline below it.
func (f *flow) row(columns []column, cells [][]string, st style) {
	s, x, height := f.sheet(), marginX, rowHeight(cells)
	for i, c := range columns {
		width := c.share * f.width()
		for n, text := range cells[i] {
			y := f.y + rowPad + float64(n)*cellLine + cellCapTop
			if c.right {
				s.right(f.doc.set, x+width-cellPad, y, text, st)
			} else {
				s.left(x+cellPad, y, text, st)
			}
		}
		x += width
	}
	f.y += height
	s.boxes = append(s.boxes, box{x: marginX, y: f.y, w: f.width(), h: hairline, color: palette.Grid})
}
