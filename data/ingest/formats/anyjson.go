package formats

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"vedetta/data"
)

// AnyJSON maps documents of no known kind by the names in them: nested names
// are joined by dots. What a later document has beside those names stands in
// the last column.
func AnyJSON(first []map[string]any) Format {
	names := map[string]bool{}
	for _, doc := range first {
		for _, item := range itemsOf(doc) {
			for name := range flat(item) {
				names[name] = true
			}
		}
	}
	ordered := slices.Sorted(maps.Keys(names))
	f := Generic
	f.JSON = &JSON{
		Names: append(slices.Clone(ordered), restName),
		Is:    func(map[string]any) bool { return true },
		Rows: func(doc map[string]any) (rows []Row) {
			for _, item := range itemsOf(doc) {
				rows = append(rows, flatRow(item, ordered, names))
			}
			return rows
		},
	}
	return f
}

const restName = "other fields"

func flatRow(item map[string]any, ordered []string, names map[string]bool) Row {
	if item == nil {
		return Row{Reject: data.RejectNotAText}
	}
	values := flat(item)
	row := Row{Cells: make([]string, 0, len(ordered)+1)}
	for _, name := range ordered {
		row.Cells = append(row.Cells, values[name])
	}
	var rest []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !names[name] {
			rest = append(rest, name+": "+values[name])
		}
	}
	row.Cells = append(row.Cells, strings.Join(rest, "\n"))
	return row
}

// itemsOf finds the mentions in a document: the longest list of objects in it,
// the objects of a map by id, or the document itself.
func itemsOf(doc map[string]any) []map[string]any {
	if items := longest(doc, 3); len(items) > 1 || len(items) == 1 && len(doc) <= 4 {
		return items
	}
	if len(doc) > 1 {
		all := values(doc)
		if !slices.ContainsFunc(all, func(m map[string]any) bool { return m == nil }) {
			for i, key := range slices.Sorted(maps.Keys(doc)) {
				if !has(all[i], "id") {
					all[i] = withID(all[i], key)
				}
			}
			return all
		}
	}
	return []map[string]any{doc}
}

func withID(item map[string]any, id string) map[string]any {
	out := maps.Clone(item)
	out["id"] = id
	return out
}

// longest is the longest list of objects within some levels. Objects that
// have texts of their own beside a list (a post and its comments) are mentions
// themselves, not wrappers.
func longest(doc map[string]any, levels int) (best []map[string]any) {
	if levels == 0 || len(strings.Join(longTexts(doc), "")) > 0 {
		return nil
	}
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		var found []map[string]any
		switch v := doc[key].(type) {
		case []any:
			found = objects(doc, key)
			if slices.ContainsFunc(found, func(m map[string]any) bool { return m == nil }) {
				found = nil
			}
		case map[string]any:
			found = longest(v, levels-1)
		}
		if len(found) > len(best) {
			best = found
		}
	}
	return best
}

// longTexts are the texts of a document that somebody has written.
func longTexts(doc map[string]any) (out []string) {
	const fewestWords = 4
	for name, v := range doc {
		s, ok := v.(string)
		field, _ := Generic.FieldOf(Fold(name))
		if ok && field == data.FieldText && len(strings.Fields(s)) >= fewestWords {
			out = append(out, s)
		}
	}
	return out
}

const deepest = 6

// flat gives the values of a document by their joined names.
func flat(doc map[string]any) map[string]string {
	out := map[string]string{}
	flatten(out, "", doc, deepest)
	return out
}

func flatten(out map[string]string, prefix string, v any, levels int) {
	switch v := v.(type) {
	case nil:
	case map[string]any:
		if levels == 0 {
			out[prefix] = compact(v)
			return
		}
		for name, inner := range v {
			if prefix != "" {
				name = prefix + "." + name
			}
			flatten(out, name, inner, levels-1)
		}
	case []any:
		out[prefix] = listText(v)
	case string:
		out[prefix] = v
	default:
		out[prefix] = text(map[string]any{"v": v}, "v")
	}
}

// listText joins simple values; anything else stays JSON.
func listText(values []any) string {
	var parts []string
	for _, v := range values {
		switch v.(type) {
		case map[string]any, []any:
			return compact(values)
		}
		parts = append(parts, text(map[string]any{"v": v}, "v"))
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
