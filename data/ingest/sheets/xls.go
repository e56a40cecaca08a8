package sheets

import (
	"io"
	"strconv"

	"golang.org/x/text/encoding"
)

// Records of a workbook of Excel 5 to 2003 ([MS-XLS], section 2.3).
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recDateMode   = 0x0022
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recCodePage   = 0x0042
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recRString    = 0x00D6
	recXF         = 0x00E0
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recHLink      = 0x01B8
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRK         = 0x027E
	recFormat     = 0x041E
	recBOF        = 0x0809
)

// xls is a workbook of Excel 5 to 2003. The libraries for it panic on damaged
// files, take seconds for a hundred kilobytes, and leave out what formulas
// have calculated.
type xls struct {
	stream  []byte
	wide    bool // texts are Unicode, since Excel 97
	page    encoding.Encoding
	sheets  []xlsSheet
	texts   []string // the shared ones
	formats map[int]dateKind
	dates   []dateKind // by cell style
	from    int        // days between this workbook's and the usual first day
}

type xlsSheet struct {
	name string
	at   int
}

// OpenXLS opens a workbook of Excel 5 to 2003, which is read whole.
func OpenXLS(r io.ReaderAt, size int64) (Book, error) {
	stream, err := workbookStream(r, size)
	if err != nil {
		return nil, err
	}
	b := &xls{stream: stream, formats: map[int]dateKind{}, page: codePage(0)}
	if err := b.globals(); err != nil {
		return nil, err
	}
	if len(b.sheets) == 0 {
		return nil, ErrBroken
	}
	return b, nil
}

// globals reads what stands before the sheets.
func (b *xls) globals() error {
	const ofWorkbook, excel97 = 0x0005, 0x0600
	records := recordsAt(b.stream, 0)
	var styles []int
	for {
		id, body := records.next()
		switch id {
		case recBOF:
			b.wide = body.u16() == excel97
			if body.u16() != ofWorkbook { // a sheet alone
				b.sheets = []xlsSheet{{"1", 0}}
				return nil
			}
		case recFilePass:
			return ErrPassword
		case recCodePage:
			b.page = codePage(body.u16())
		case recDateMode:
			b.from = body.u16() * between1900And1904
		case recBoundSheet:
			b.boundSheet(body)
		case recFormat:
			format := body.u16()
			b.formats[format] = kindOf(b.text(&body, b.wide))
		case recXF:
			body.skip(2)
			styles = append(styles, body.u16())
		case recSST:
			b.texts = b.sharedTexts(body, &records)
		case recEOF, 0:
			for _, format := range styles {
				kind, ok := b.formats[format]
				if !ok {
					kind = builtIn(format)
				}
				b.dates = append(b.dates, kind)
			}
			return nil
		}
	}
}

func (b *xls) boundSheet(body recordBody) {
	const hidden = 0xFF03 // and sheets that hold charts and programs
	at, state := body.u32(), body.u16()
	if name := b.text(&body, false); state&hidden == 0 && name != "" {
		b.sheets = append(b.sheets, xlsSheet{name, at})
	}
}

func (b *xls) Names() []string {
	var out []string
	for _, s := range b.sheets {
		out = append(out, s.name)
	}
	return out
}

func (b *xls) Rows(sheet string) (Rows, error) {
	for _, s := range b.sheets {
		if s.name != sheet {
			continue
		}
		r := &xlsRows{book: b, records: recordsAt(b.stream, s.at), row: -1}
		r.links = b.links(r.records)
		return r, nil
	}
	return nil, ErrNoSheet
}

// shown is a number as a cell of a style shows it.
func (b *xls) shown(x float64, style int) string {
	if style < len(b.dates) && b.dates[style] != noDate {
		return date(x+float64(b.from), b.dates[style])
	}
	return digits(x)
}

func (b *xls) shared(i int) string {
	if i < 0 || i >= len(b.texts) {
		return ""
	}
	return b.texts[i]
}

// boolean writes one as the other workbooks do.
func boolean(v int) string {
	return map[bool]string{true: "TRUE", false: "FALSE"}[v != 0]
}

// cellAt names a cell by its row and column, both 0-based.
func cellAt(row, column int) string { return strconv.Itoa(row) + ":" + strconv.Itoa(column) }
