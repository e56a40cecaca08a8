package formats

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vedetta/data"
)

// Format is one kind of export.
type Format struct {
	Key       string   // stable; its name stands under "format.<key>"
	Signature []string // folded column names that must all be there
	Columns   []Column // what fills what; of several for one field the first non-empty wins
	Source    string   // of rows that name none; "" lets the address decide
	// Fix corrects what a declaration cannot say; cell gives any column of the
	// row by folded name. A reason rejects the row.
	Fix func(m *data.Mention, cell func(name string) string) data.Reason
	// JSON tells how documents become rows; nil for tables.
	JSON *JSON
}

// Column says which field a column fills.
type Column struct {
	Name  string // folded
	Field data.Field
}

// JSON is a kind of JSON export.
type JSON struct {
	Names []string // the columns of the rows it makes
	// Is tells whether a document is of this kind.
	Is func(doc map[string]any) bool
	// Rows makes rows of a document; a row with a reason is rejected.
	Rows func(doc map[string]any) []Row
}

// Row is a row made of JSON.
type Row struct {
	Cells  []string
	Reject data.Reason
}

// All are the formats, more telling signatures first; the generic mapping by
// names is not among them.
var All = []Format{
	twcs, airline, brandwatch, meltwater, meltwaterOld, trustpilot, youtube, googleTakeout, xAPI,
}

// ByKey finds a format; "generic" is one.
func ByKey(key string) (Format, bool) {
	for _, f := range append(All, Generic) {
		if f.Key == key {
			return f, true
		}
	}
	return Format{}, false
}

// Matches tells whether a header (folded) carries the format's signature.
func (f Format) Matches(header map[string]int) bool {
	if len(f.Signature) == 0 {
		return false
	}
	for _, name := range f.Signature {
		if _, ok := header[name]; !ok {
			return false
		}
	}
	return true
}

// FieldOf is what a column (folded name) fills, and its rank among the
// columns of that field.
func (f Format) FieldOf(name string) (data.Field, int) {
	for i, c := range f.Columns {
		if c.Name == name {
			return c.Field, i
		}
	}
	return data.FieldNone, 0
}

// Fold makes names comparable: lower case, no accents, words of letters and
// digits with single blanks between.
func Fold(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\ufeff':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}
