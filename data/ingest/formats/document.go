package formats

import (
	"maps"
	"slices"
	"strings"

	"vedetta/data"
)

// place says which field is filled by what stands at a path in a document:
// "user.name" is name in user; of "full_text|text" the first that is there.
type place struct {
	path  string
	field data.Field
}

// documents completes a format that is JSON: is tells its documents, items
// takes the mentions out of one. An item of nil is none, and its row is
// rejected as such.
func documents(f Format, places []place, is func(doc map[string]any) bool, items func(doc map[string]any) []map[string]any) Format {
	f.JSON = &JSON{Is: is}
	var paths [][][]string
	for _, p := range places {
		name := Fold(p.path)
		f.Columns = append(f.Columns, Column{name, p.field})
		f.JSON.Names = append(f.JSON.Names, name)
		var either [][]string
		for _, path := range strings.Split(p.path, "|") {
			either = append(either, strings.Split(path, "."))
		}
		paths = append(paths, either)
	}
	f.JSON.Rows = func(doc map[string]any) (rows []Row) {
		for _, item := range items(doc) {
			rows = append(rows, rowOf(item, paths))
		}
		return rows
	}
	return f
}

func rowOf(item map[string]any, paths [][][]string) Row {
	if item == nil {
		return Row{Reject: data.RejectNotAText}
	}
	row := Row{Cells: make([]string, len(paths))}
	for i, either := range paths {
		for _, path := range either {
			if row.Cells[i] = text(item, path...); row.Cells[i] != "" {
				break
			}
		}
	}
	return row
}

// object is what stands under a key, if it is an object; else nil.
func object(doc map[string]any, key string) map[string]any {
	m, _ := doc[key].(map[string]any)
	return m
}

// objects are the objects of a list, nil in the place of anything else.
func objects(doc map[string]any, key string) (out []map[string]any) {
	for _, item := range list(doc, key) {
		m, _ := item.(map[string]any)
		out = append(out, m)
	}
	return out
}

// values are the objects of a map, in the order of its keys.
func values(doc map[string]any) (out []map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		m, _ := doc[key].(map[string]any)
		out = append(out, m)
	}
	return out
}

func has(doc map[string]any, keys ...string) bool {
	for _, k := range keys {
		if _, ok := doc[k]; !ok {
			return false
		}
	}
	return true
}
