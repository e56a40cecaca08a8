package formats

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// A spreadsheet takes texts for formulas and ids for numbers. An apostrophe in
// front keeps it from that, and what begins with apostrophes and would need
// one gets another: so taking one away again gives back exactly what was
// there.

// Guard protects a cell of a text file; id tells that it is one.
func Guard(cell string, id bool) string {
	if endangered(cell, id) {
		return "'" + cell
	}
	return cell
}

// GuardTyped protects a cell of a workbook, which knows text from formulas:
// only what would be taken for protected needs to be.
func GuardTyped(cell string, id bool) string {
	if strings.HasPrefix(cell, "'") && endangered(cell, id) {
		return "'" + cell
	}
	return cell
}

// Unguard takes away what Guard or GuardTyped has added, and nothing else.
func Unguard(cell string, id bool) string {
	if strings.HasPrefix(cell, "'") && endangered(cell, id) {
		return cell[1:]
	}
	return cell
}

// endangered tells whether a spreadsheet would change a cell, apostrophes at
// its beginning left out.
func endangered(cell string, id bool) bool {
	cell = strings.TrimLeft(cell, "'")
	return cell != "" && (strings.IndexByte("=+-@\t\r", cell[0]) >= 0 || id && changes(cell))
}

// shownDigits is how many digits of a number spreadsheets show, and so keep
// when they save text again.
const shownDigits = 11

// changes tells whether an id would not come back from being taken for a
// number: 007, 1e10, or more digits than are shown.
func changes(id string) bool {
	if id[0] < '0' || id[0] > '9' {
		return false
	}
	n, err := strconv.ParseFloat(id, 64)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return true
	case err != nil:
		return false
	}
	return len(id) > shownDigits || strconv.FormatFloat(n, 'f', -1, 64) != id
}

// Columns that a file of rejected rows has beside those of the file it comes
// from. An import keeps them as extra fields.
const (
	RejectedLine   = "rejected_line"
	RejectedReason = "rejected_reason"
)

// HoldsRejected tells by its header that a file is one of rejected rows: its
// cells are protected as Guard does, all of them as if they were ids.
func HoldsRejected(header []string) bool {
	return slices.Contains(header, RejectedLine) && slices.Contains(header, RejectedReason)
}

// joinList writes texts with commas between; one that would not come back is
// put in quotes.
func joinList(items []string) string {
	out := make([]string, len(items))
	for i, item := range items {
		if item == "" || strings.ContainsAny(item, `,"`) || strings.TrimSpace(item) != item {
			item = `"` + strings.ReplaceAll(item, `"`, `""`) + `"`
		}
		out[i] = item
	}
	return strings.Join(out, ", ")
}

// splitList reads what joinList writes; what a person has added by hand needs
// commas only.
func splitList(list string) (items []string) {
	for list = strings.TrimSpace(list); list != ""; list = strings.TrimSpace(list) {
		item, rest := "", ""
		if list[0] == '"' {
			item, rest = quoted(list)
			_, rest, _ = strings.Cut(rest, ",")
			items = append(items, item)
		} else {
			item, rest, _ = strings.Cut(list, ",")
			if item = strings.TrimSpace(item); item != "" {
				items = append(items, item)
			}
		}
		list = rest
	}
	return items
}

// quoted reads a text in quotes at the beginning of s.
func quoted(s string) (text, rest string) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		if s[i] == '"' {
			if i+1 == len(s) || s[i+1] != '"' {
				return b.String(), s[i+1:]
			}
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String(), ""
}
