package desk

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// byteOrderMark tells spreadsheets that a file is UTF-8.
const byteOrderMark = "\ufeff"

// ExportRejected writes an import's rejected rows as CSV under the names of
// their columns, with line and reason at the end: corrected in a spreadsheet
// the file can be imported, and only its rows come in. comma is what the
// person's spreadsheet cuts cells at: ';' for an Italian one.
func (d *Desk) ExportRejected(ctx context.Context, id int64, comma rune, w io.Writer) error {
	const all = 1 << 30
	rejected, err := d.store.Rejected(ctx, id, all)
	if err != nil {
		return err
	}
	header, err := d.store.Header(ctx, id)
	if err != nil {
		return err
	}
	names := named(header)
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma = comma
	_ = out.Write(append(names, formats.RejectedLine, formats.RejectedReason)) // errors stay with the writer until Flush
	for _, r := range rejected {
		cells := cellsOf(r, len(names))
		for n := range cells {
			cells[n] = formats.Guard(cells[n], true)
		}
		_ = out.Write(append(cells, strconv.Itoa(r.Line), string(r.Reason)))
	}
	out.Flush()
	return out.Error()
}

// named gives every column a name: a file without a header is read by what
// its columns hold, and would lose its first row to one of empty names.
func named(header []string) []string {
	names := make([]string, max(len(header), 1))
	copy(names, header)
	for n := range names {
		if names[n] == "" {
			names[n] = "column " + strconv.Itoa(n+1)
		}
	}
	return names
}

// cellsOf cuts a rejected row into as many cells as its file has columns. One
// that cannot be cut stays whole in the first; what is too much stays together
// in the last.
func cellsOf(r data.RejectedRow, columns int) []string {
	cells := make([]string, max(columns, 1))
	read := csv.NewReader(strings.NewReader(r.Raw))
	read.FieldsPerRecord = -1
	read.LazyQuotes = true // of a long row the end may be missing
	row, err := read.Read()
	if err != nil {
		row = []string{r.Raw}
	}
	last := len(cells) - 1
	if len(row) > len(cells) {
		row[last] = strings.Join(row[last:], " ")
	}
	copy(cells, row)
	return cells
}
