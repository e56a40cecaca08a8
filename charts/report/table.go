package report

// Measures of a table in points.
const (
	cellPad    = 3.0
	rowPad     = 4.5 // above and below the lines of a row
	cellLine   = 12.5
	firstRow   = 2 * (cellLine + 2*rowPad) // header and one row: what a heading keeps
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

// table sets rows under a header, which is set again on a new page. Rows are
// never parted; a text too long for its cell ends in an ellipsis. Columns
// without any title have no header.
func (f *flow) table(columns []column, rows [][]string) {
	header := f.cells(columns, titles(columns), muted)
	titled := false
	for _, c := range columns {
		titled = titled || c.title != ""
	}
	for i, row := range rows {
		cells := f.cells(columns, row, body)
		turned := f.need(rowHeight(cells))
		if titled && (i == 0 || turned) {
			f.need(rowHeight(header) + rowHeight(cells))
			f.row(columns, header, muted)
		}
		f.row(columns, cells, body)
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
