package data

import (
	"path/filepath"
	"strings"
)

// ExportKind is a kind of file that mentions are exported to. It is also the
// end of the file's name.
type ExportKind string

// The kinds. All of them can be imported again and restore what was exported.
const (
	ExportCSV   ExportKind = "csv"
	ExportXLSX  ExportKind = "xlsx"
	ExportJSONL ExportKind = "jsonl"
)

// ExportKinds lists the kinds, the one for most people first.
var ExportKinds = []ExportKind{ExportXLSX, ExportCSV, ExportJSONL}

// ExportKindOf is the kind that a file's name asks for; false if it asks for
// none.
func ExportKindOf(path string) (ExportKind, bool) {
	switch end := strings.ToLower(filepath.Ext(path)); end {
	case ".csv", ".xlsx", ".jsonl":
		return ExportKind(end[1:]), true
	case ".ndjson":
		return ExportJSONL, true
	}
	return "", false
}

// Exported is what an export has written.
type Exported struct {
	Mentions int
	Cut      int // texts that were too long for a spreadsheet's cell and end in a note that says so
	Sheets   int // of a workbook: more than one when its rows did not fit
}
