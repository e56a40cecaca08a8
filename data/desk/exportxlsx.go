package desk

import (
	"archive/zip"
	"errors"
	"io"
	"strconv"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/ingest/formats"
)

// The limits of a workbook (Excel specifications and limits). A sheet also
// ends before its XML reaches the 4 GB beyond which Excel refuses the file.
const (
	mostSheetRows = excelize.TotalRows
	mostSheetText = 3 << 30
	mostCellUnits = excelize.TotalCellChars // UTF-16 units
)

// xlsxExport writes a workbook row by row: the rows of a sheet wait in a file
// beside, and go from there into the workbook.
type xlsxExport struct {
	to    io.Writer
	words *assets.Words
	zone  *time.Location
	book  *excelize.File
	sheet *excelize.StreamWriter

	date, bold   int // styles
	sheets, rows int // rows of the present sheet
	text         int // of the present sheet, about
	mostRows     int
	cut          int
	cells        []formats.Cell
	values       []any
}

func newXLSXExport(to io.Writer, beside string, words *assets.Words, zone *time.Location) (*xlsxExport, error) {
	x := &xlsxExport{to: to, words: words, zone: zone, mostRows: mostSheetRows}
	x.book = excelize.NewFile(excelize.Options{TmpDir: beside})
	// Straight to the file: excelize would build it in memory.
	x.book.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zipTo(to) })
	var err error
	const dateAndTime = 22 // as the reader's language writes it
	if x.date, err = x.book.NewStyle(&excelize.Style{NumFmt: dateAndTime}); err != nil {
		return nil, err
	}
	if x.bold, err = x.book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return nil, err
	}
	return x, x.nextSheet()
}

// zipTo compresses for speed: packing took half of an export's time.
func zipTo(to io.Writer) *zip.Writer {
	z := zip.NewWriter(to)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	return z
}

// nextSheet begins a sheet with the header, which stays in sight.
func (x *xlsxExport) nextSheet() error {
	if x.sheet != nil {
		if err := x.sheet.Flush(); err != nil {
			return err
		}
	}
	x.sheets, x.rows, x.text = x.sheets+1, 0, 0
	name := x.words.Text("export.file")
	if x.sheets == 1 {
		if err := x.book.SetSheetName(x.book.GetSheetName(0), name); err != nil {
			return err
		}
	} else {
		name += " " + strconv.Itoa(x.sheets)
		if _, err := x.book.NewSheet(name); err != nil {
			return err
		}
	}
	var err error
	if x.sheet, err = x.book.NewStreamWriter(name); err != nil {
		return err
	}
	return errors.Join(x.arrange(), x.header())
}

func (x *xlsxExport) arrange() error {
	for i, kind := range formats.OwnKinds() {
		width := 14.0
		switch kind {
		case formats.CellMoment, formats.CellID:
			width = 18
		case formats.CellNumber:
			width = 10
		}
		if err := x.sheet.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	return x.sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func (x *xlsxExport) header() error {
	x.values = x.values[:0]
	for _, name := range formats.OwnHeader(x.words.Lang()) {
		x.values = append(x.values, excelize.Cell{StyleID: x.bold, Value: name})
	}
	return x.row()
}

func (x *xlsxExport) write(m *data.Mention) error {
	if x.rows == x.mostRows || x.text > mostSheetText {
		if err := x.nextSheet(); err != nil {
			return err
		}
	}
	x.cells, x.values = formats.OwnCells(x.cells[:0], m, x.words.Lang(), x.zone), x.values[:0]
	for i := range x.cells {
		x.values = append(x.values, x.value(&x.cells[i]))
	}
	return x.row()
}

func (x *xlsxExport) row() error {
	x.rows++
	return x.sheet.SetRow("A"+strconv.Itoa(x.rows), x.values)
}

// value is a cell as excelize takes it: nil leaves it out.
func (x *xlsxExport) value(cell *formats.Cell) any {
	if cell.Empty {
		return nil
	}
	const markup = 60 // about what surrounds a cell
	x.text += markup
	switch {
	case cell.Kind == formats.CellNumber:
		return cell.Number
	case cell.Kind == formats.CellMoment && cell.Text == "":
		return excelize.Cell{StyleID: x.date, Value: serial(cell.At)}
	}
	text := formats.GuardTyped(cell.Text, cell.Kind == formats.CellID)
	x.text += len(text)
	if len(text) > mostCellUnits {
		text = x.fit(text)
	}
	return text
}

// serial is the day number of a wall clock time in spreadsheets.
func serial(t time.Time) float64 {
	const unixEpoch, secondsADay = 25569, 86400
	_, offset := t.Zone()
	return unixEpoch + float64(t.Unix()+int64(offset))/secondsADay
}

// fit cuts a text that no cell can hold, and says so at its end.
func (x *xlsxExport) fit(text string) string {
	units := 0
	for _, r := range text {
		units += utf16.RuneLen(r)
	}
	if units <= mostCellUnits {
		return text
	}
	x.cut++
	note := " " + x.words.Text("export.cell.cut", "Count", x.words.Number(int64(utf8.RuneCountInString(text))))
	left := mostCellUnits - len(utf16.Encode([]rune(note)))
	for i, r := range text {
		if left -= utf16.RuneLen(r); left < 0 {
			return text[:i] + note
		}
	}
	return text
}

func (x *xlsxExport) finish() (data.Exported, error) {
	err := x.sheet.Flush()
	if err == nil {
		err = x.book.Write(io.Discard) // the workbook goes where SetZipWriter says
	}
	return data.Exported{Cut: x.cut, Sheets: x.sheets}, errors.Join(err, x.book.Close())
}
