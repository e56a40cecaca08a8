package desk

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// csvExport writes a table for spreadsheets of a language: what an Italian one
// opens with a double click has semicolons and decimal commas.
type csvExport struct {
	out    *csv.Writer
	lang   string
	zone   *time.Location
	cells  []formats.Cell
	record []string
}

func newCSVExport(to io.Writer, lang string, zone *time.Location) (*csvExport, error) {
	if _, err := io.WriteString(to, byteOrderMark); err != nil {
		return nil, err
	}
	c := &csvExport{out: csv.NewWriter(to), lang: lang, zone: zone}
	c.out.Comma = CommaOf(lang)
	return c, c.out.Write(formats.OwnHeader(lang))
}

// CommaOf is what spreadsheets in a language cut cells at.
func CommaOf(lang string) rune {
	if lang == "it" {
		return ';'
	}
	return ','
}

func (c *csvExport) write(m *data.Mention) error {
	c.cells, c.record = formats.OwnCells(c.cells[:0], m, c.lang, c.zone), c.record[:0]
	for i := range c.cells {
		c.record = append(c.record, c.text(&c.cells[i]))
	}
	return c.out.Write(c.record)
}

func (c *csvExport) text(cell *formats.Cell) string {
	switch {
	case cell.Empty:
		return ""
	case cell.Kind == formats.CellNumber:
		n := strconv.FormatFloat(cell.Number, 'f', -1, 64)
		if c.lang == "it" {
			n = strings.Replace(n, ".", ",", 1)
		}
		return n
	case cell.Kind == formats.CellMoment && cell.Text == "":
		return cell.At.Format(formats.MomentLayout)
	}
	return formats.Guard(cell.Text, cell.Kind == formats.CellID)
}

func (c *csvExport) finish() (data.Exported, error) {
	c.out.Flush()
	return data.Exported{}, c.out.Error()
}

// jsonlExport writes an object a line.
type jsonlExport struct {
	to   io.Writer
	line []byte
}

func (j *jsonlExport) write(m *data.Mention) error {
	j.line = append(formats.AppendOwnJSON(j.line[:0], m), '\n')
	_, err := j.to.Write(j.line)
	return err
}

func (j *jsonlExport) finish() (data.Exported, error) { return data.Exported{}, nil }
