package ingest

import "strings"

// stretch is where the text of a cell lies, and how it is got from there.
type stretch struct {
	from, to int
	escape   escape
}

type escape byte

const (
	asIs escape = iota
	doubled
	backslashed
	closedEarly // a quote in it ends the quoted part
)

// text is the cell that is written as raw.
func (e escape) text(raw string, quote byte) string {
	q := string(quote)
	switch e {
	case doubled:
		return strings.ReplaceAll(raw, q+q, q)
	case backslashed:
		return withoutBackslashes(raw, quote)
	case closedEarly:
		quoted, rest := raw, ""
		for i := 0; i < len(raw); i++ {
			if raw[i] != quote {
				continue
			}
			if i++; i == len(raw) || raw[i] != quote {
				quoted, rest = raw[:i-1], raw[i:]
				break
			}
		}
		return strings.ReplaceAll(quoted, q+q, q) + rest
	}
	return raw
}

// withoutBackslashes takes those away that stand before a sign; letters keep
// theirs, as in paths.
func withoutBackslashes(raw string, quote byte) string {
	var out strings.Builder
	for i := 0; i < len(raw); i++ {
		if i+1 < len(raw) && (raw[i] == '\\' && strings.IndexByte(`\"',;|`+"\t", raw[i+1]) >= 0 || raw[i] == quote && raw[i+1] == quote) {
			i++
		}
		out.WriteByte(raw[i])
	}
	return out.String()
}

// texts gives the text of each cell of a record, which is written as raw, in
// cells if they are enough.
func (c *cutter) texts(raw string, cells []string) []string {
	if len(cells) < len(c.spans) {
		cells = make([]string, len(c.spans))
	}
	for i, s := range c.spans {
		cells[i] = raw[s.from:s.to]
		if s.escape != asIs {
			cells[i] = s.escape.text(cells[i], c.quote)
		}
	}
	return cells
}

// longest is how long the longest cell of the record is.
func (c *cutter) longest() (n int) {
	for _, s := range c.spans {
		n = max(n, s.to-s.from)
	}
	return n
}
