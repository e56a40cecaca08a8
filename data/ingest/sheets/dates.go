package sheets

import (
	"archive/zip"
	"math"
	"strings"
	"time"
)

// dateKind tells what of a date a cell's format shows.
type dateKind int8

const (
	noDate dateKind = iota
	dayOnly
	clockOnly
	dayAndClock
)

// date writes a day number of a spreadsheet (days since 1899-12-30).
func date(days float64, kind dateKind) string {
	const most = 2958466 // the year 10000
	if days < 0 || days >= most || math.IsNaN(days) {
		return digits(days)
	}
	seconds := int64(math.Round(days * 86400))
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Add(time.Duration(seconds) * time.Second)
	switch {
	case kind == clockOnly || days < 1:
		return t.Format("15:04:05")
	case seconds%86400 == 0:
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02 15:04:05")
}

// dateStyles tells for each cell style whether it shows a date.
func dateStyles(z *zip.Reader, name string) ([]dateKind, error) {
	own := map[int]dateKind{}
	var styles []dateKind
	inCells := false
	err := each(z, name, func(x *scanner) error {
		switch {
		case x.event == text:
		case x.name == "cellXfs":
			inCells = x.event == start
		case x.event != start:
		case x.name == "numFmt":
			own[x.number("numFmtId", -1)] = kindOf(x.attr("formatCode"))
		case x.name == "xf" && inCells:
			id := x.number("numFmtId", 0)
			kind, ok := own[id]
			if !ok {
				kind = builtIn(id)
			}
			styles = append(styles, kind)
		}
		return nil
	})
	return styles, err
}

// builtIn knows the formats that have a number alone (ECMA-376, 18.8.30).
func builtIn(id int) dateKind {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return dayOnly
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return clockOnly
	case id == 22:
		return dayAndClock
	}
	return noDate
}

// kindOf reads a format such as `dd/mm/yyyy hh:mm`; words in quotes, colours
// and conditions in brackets do not count.
func kindOf(format string) dateKind {
	format, _, _ = strings.Cut(format, ";")
	var plain strings.Builder
	until := byte(0)
	for i := 0; i < len(format); i++ {
		c := format[i]
		switch {
		case until != 0:
			if c == until {
				until = 0
			}
		case c == '"':
			until = '"'
		case c == '[':
			until = ']'
			if i+1 < len(format) && strings.IndexByte("hHsSmM", format[i+1]) >= 0 {
				until = 0 // [h]: hours beyond a day
			}
		case c == '\\' || c == '_' || c == '*':
			i++
		default:
			plain.WriteByte(c)
		}
	}
	f := strings.ToLower(plain.String())
	if strings.HasPrefix(f, "general") {
		return noDate
	}
	day, clock := strings.ContainsAny(f, "yd"), strings.ContainsAny(f, "hs")
	switch {
	case day && clock:
		return dayAndClock
	case day:
		return dayOnly
	case clock:
		return clockOnly
	}
	return noDate
}
