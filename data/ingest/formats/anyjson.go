package formats

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"vedetta/data"
)

// RecogniseJSON finds the format of a file of JSON by its first documents:
// one that is known, also where its documents lie inside others, or the names
// in the documents. names are those, nested ones joined by dots, in their
// order in the file; wanted is the key of the format the person asks for.
func RecogniseJSON(first []map[string]any, names []string, wanted string) (Format, bool) {
	for _, doc := range first[:min(len(first), knownWithin)] {
		if f, ok := knownJSON(doc, wanted); ok {
			return f, true
		}
	}
	if len(first) == 0 || wanted != "" && wanted != Generic.Key {
		return Format{}, false
	}
	return anyJSON(first, names), true
}

// knownWithin is how many documents are asked for a known format.
const knownWithin = 20

func knownJSON(doc map[string]any, wanted string) (Format, bool) {
	for _, w := range waysInto(doc) {
		items := w.items(doc)
		for _, f := range All {
			if f.JSON == nil || wanted != "" && wanted != f.Key {
				continue
			}
			if slices.ContainsFunc(items[:min(len(items), knownWithin)], func(item map[string]any) bool { return item != nil && f.JSON.Is(item) }) {
				return f.along(w), true
			}
		}
	}
	return Format{}, false
}

// along is the format for documents that lie at the end of a way.
func (f Format) along(w way) Format {
	if len(w) == 0 {
		return f
	}
	inner := *f.JSON
	f.JSON = &JSON{
		Names: inner.Names,
		Is:    func(doc map[string]any) bool { return w.leads(doc) },
		Rows: func(doc map[string]any) (rows []Row) {
			for _, item := range w.items(doc) {
				made := []Row{{Reject: data.RejectNotAText}}
				if item != nil {
					made = inner.Rows(item)
				}
				rows = append(rows, made...)
			}
			return rows
		},
	}
	return f
}

// anyJSON maps documents of no known kind by their names. What a later
// document has beside those stands in the last column.
func anyJSON(first []map[string]any, names []string) Format {
	w := bestWay(first)
	header := inOrder(namesAt(w, first), names, w)
	header = header[:min(len(header), mostColumns)]
	column := map[string]int{}
	for i, name := range header {
		column[name] = i
	}
	f := Generic
	f.JSON = &JSON{
		Names: append(header, restName),
		Is:    func(doc map[string]any) bool { return w.leads(doc) },
		Rows: func(doc map[string]any) (rows []Row) {
			for _, item := range w.items(doc) {
				rows = append(rows, flatRow(item, column))
			}
			return rows
		},
	}
	return f
}

const (
	mostColumns = 1000
	restName    = "other fields"
)

// namesAt are the names of all values at the end of a way.
func namesAt(w way, docs []map[string]any) (names []string) {
	seen := map[string]bool{}
	for _, doc := range docs {
		for _, item := range w.items(doc) {
			for _, c := range flat(item) {
				if !seen[c.name] {
					seen[c.name] = true
					names = append(names, c.name)
				}
			}
		}
	}
	return names
}

// inOrder sorts the names of a table as they stand in the file.
func inOrder(header, names []string, w way) []string {
	place := map[string]int{}
	for i, name := range names {
		place[name] = i
	}
	before := strings.Join(slices.DeleteFunc(slices.Clone(w), func(step string) bool { return step == anyMember }), ".")
	at := func(name string) int {
		if n, ok := place[strings.TrimPrefix(before+"."+name, ".")]; ok {
			return n
		}
		return len(names) // members of a map have a name of their own each
	}
	slices.SortStableFunc(header, func(a, b string) int { return at(a) - at(b) })
	return header
}

func flatRow(item map[string]any, column map[string]int) Row {
	if item == nil {
		return Row{Reject: data.RejectNotAText}
	}
	row := Row{Cells: make([]string, len(column)+1)}
	rest, known := map[string]string{}, false
	for _, c := range flat(item) {
		if at, ok := column[c.name]; ok {
			row.Cells[at], known = c.text, true
		} else {
			rest[c.name] = c.text
		}
	}
	if len(rest) > 0 {
		row.Cells[len(column)] = compact(rest)
	}
	if !known {
		row.Reject = data.RejectNotAText
	}
	return row
}

// named is a value with the name of its column.
type named struct{ name, text string }

// flat gives the values of a document under their joined names.
func flat(doc map[string]any) []named {
	return flatten(nil, "", doc, deepest)
}

// deepest is how many levels of objects become columns.
const deepest = 6

func flatten(out []named, name string, v any, levels int) []named {
	switch v := v.(type) {
	case nil:
		return out
	case map[string]any:
		if levels > 0 {
			for _, key := range sortedKeys(v) {
				out = flatten(out, strings.TrimPrefix(name+"."+key, "."), v[key], levels-1)
			}
			return out
		}
		return append(out, named{name, compact(v)})
	case []any:
		return append(out, named{name, listText(v)})
	}
	return append(out, named{name, scalar(v)})
}

// listText joins simple values; anything else stays JSON.
func listText(values []any) string {
	var parts []string
	for _, v := range values {
		switch v.(type) {
		case map[string]any, []any:
			return compact(values)
		}
		parts = append(parts, scalar(v))
	}
	return strings.Join(parts, ", ")
}

func compact(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(b)
}

// wordsOf parts a name written like reviewText or review_text.
func wordsOf(name string) string {
	var b strings.Builder
	small := false
	for _, r := range name {
		if small && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return Fold(b.String())
}
