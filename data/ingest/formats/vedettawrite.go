package formats

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"time"

	"vedetta/data"
)

// Cell is a cell of a table of an own export, not yet protected.
type Cell struct {
	Kind   CellKind
	Text   string    // empty for numbers and for moments that are dates
	Number float64   // of CellNumber
	At     time.Time // of CellMoment: wall clock time of the zone
	Empty  bool
}

// OwnHeader is the header of a table for a person who reads lang.
func OwnHeader(lang string) []string {
	out := make([]string, len(own))
	for i := range own {
		if out[i] = own[i].en; lang == "it" {
			out[i] = own[i].it
		}
	}
	return out
}

// OwnKinds are the kinds of the columns of a table.
func OwnKinds() []CellKind {
	out := make([]CellKind, len(own))
	for i := range own {
		out[i] = own[i].kind
	}
	return out
}

// OwnCells are the cells of a mention, whose Work must be set, in words of
// lang and in times of zone. They are appended to row.
func OwnCells(row []Cell, m *data.Mention, lang string, zone *time.Location) []Cell {
	for i := range own {
		row = append(row, own[i].cell(m, lang, zone))
	}
	return row
}

func (c *ownColumn) cell(m *data.Mention, lang string, zone *time.Location) Cell {
	cell := Cell{Kind: c.kind}
	switch c.kind {
	case CellZone:
		cell.Text = zone.String()
	case CellNumber:
		n, known := c.number(m)
		if cell.Number, cell.Empty = n, !known; c.field == data.FieldNone {
			cell.Number = math.Round(n*1000) / 1000 // for the eye alone
		}
		return cell
	case CellMoment:
		cell.At = c.moment(m).In(zone)
		if cell.Empty = c.moment(m).IsZero(); !cell.Empty && !comesBack(cell.At) {
			cell.Text = cell.At.UTC().Format(time.RFC3339Nano)
		}
		return cell
	case CellList:
		cell.Text = joinList(c.list(m))
	case CellWord:
		cell.Text = spoken(c.text(m), lang)
	default:
		cell.Text = c.text(m)
	}
	cell.Empty = cell.Text == ""
	return cell
}

// MomentLayout is how moments are written, as spreadsheets of any language
// read them.
const MomentLayout = "2006-01-02 15:04:05"

// comesBack tells whether a moment is the one that is read where it was
// written without its zone: not so in the hour that comes twice when summer
// ends, and in what spreadsheets cannot tell.
func comesBack(t time.Time) bool {
	const firstYear = 1900 // of spreadsheets
	if t.Year() <= firstYear || t.Nanosecond() != 0 {
		return false
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, t.Location()).Equal(t)
}

// AppendOwnJSON appends a mention, whose Work must be set, as a JSON object.
// What is not known is left out.
func AppendOwnJSON(line []byte, m *data.Mention) []byte {
	line = append(line, '{')
	for i := range own {
		if value := own[i].json(m); value != nil {
			if line[len(line)-1] != '{' {
				line = append(line, ',')
			}
			line = append(append(append(append(line, '"'), keys[i]...), '"', ':'), value...)
		}
	}
	return append(line, '}')
}

var keys = func() []string {
	out := make([]string, len(own))
	for i := range own {
		out[i] = own[i].key()
	}
	return out
}()

// json is the value of a column; nil leaves it out.
func (c *ownColumn) json(m *data.Mention) []byte {
	switch c.kind {
	case CellZone: // moments are in UTC
		return nil
	case CellNumber:
		if n, known := c.number(m); known {
			return strconv.AppendFloat(nil, n, 'f', -1, 64)
		}
		return nil
	case CellMoment:
		if t := c.moment(m); !t.IsZero() {
			return t.UTC().AppendFormat(nil, `"`+time.RFC3339Nano+`"`)
		}
		return nil
	case CellList:
		if items := c.list(m); len(items) > 0 {
			return marshal(items)
		}
		return nil
	}
	text := c.text(m)
	switch {
	case text == "":
		return nil
	case c.kind == CellObject:
		return []byte(text)
	case c.kind == CellWord && text == wordYes:
		return []byte("true")
	case plainJSON(text):
		return append(append(append(make([]byte, 0, len(text)+2), '"'), text...), '"')
	}
	return marshal(text)
}

// plainJSON tells whether a text needs no escapes, as most do.
func plainJSON(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' || c >= 0x7f {
			return false
		}
	}
	return true
}

// marshal is JSON without the escapes that only web pages need.
func marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(v) != nil { // texts, numbers and times always can be
		return nil
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
