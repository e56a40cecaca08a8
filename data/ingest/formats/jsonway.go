package formats

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"vedetta/data"
)

// way leads from a document to the mentions in it: names, and anyMember for
// all members of a list or of a map. The empty way is the document itself.
type way []string

const anyMember = "*"

// items are what lies at the end of the way, nil for what is no object. A
// document off the way is an item itself.
func (w way) items(doc map[string]any) []map[string]any {
	found, ok := w.follow(nil, doc, "")
	if !ok {
		return []map[string]any{doc}
	}
	return found
}

// leads tells whether the way goes through a document.
func (w way) leads(doc map[string]any) bool {
	_, ok := w.follow(nil, doc, "")
	return ok
}

func (w way) follow(out []map[string]any, v any, key string) ([]map[string]any, bool) {
	doc, isObject := v.(map[string]any)
	switch {
	case len(w) == 0:
		return append(out, withKey(doc, key)), true
	case w[0] != anyMember:
		inner, ok := doc[w[0]]
		if !ok {
			return out, false
		}
		return w[1:].follow(out, inner, "")
	case isObject:
		for _, key := range sortedKeys(doc) {
			out, _ = w[1:].follow(out, doc[key], key)
		}
		return out, isMap(doc) || len(doc) == 0
	}
	members, ok := v.([]any)
	for _, member := range members {
		out, _ = w[1:].follow(out, member, "")
	}
	return out, ok
}

// withKey gives the object of a map its key as id, if it has none.
func withKey(doc map[string]any, key string) map[string]any {
	if doc == nil || key == "" || has(doc, "id") || has(doc, "id_str") {
		return doc
	}
	out := maps.Clone(doc)
	out["id"] = key
	return out
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }

// Bounds of the search for mentions in a document.
const (
	mostLevels = 5
	mostWays   = 200
)

// waysInto lists the ways to objects of which a document has several, the
// shorter before the longer, the document itself first.
func waysInto(doc map[string]any) []way {
	all := []way{nil}
	explore(&all, nil, doc, mostLevels)
	return all
}

func explore(all *[]way, w way, v any, levels int) {
	if levels == 0 || len(*all) >= mostWays {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		if isMap(v) {
			exploreMembers(all, w, v[sortedKeys(v)[0]], levels)
			return
		}
		for _, key := range sortedKeys(v) {
			if key != anyMember {
				explore(all, append(slices.Clip(w), key), v[key], levels-1)
			}
		}
	case []any:
		if i := slices.IndexFunc(v, func(member any) bool { _, ok := member.(map[string]any); return ok }); i >= 0 {
			exploreMembers(all, w, v[i], levels)
		}
	}
}

func exploreMembers(all *[]way, w way, member any, levels int) {
	w = append(slices.Clip(w), anyMember)
	*all = append(*all, w)
	explore(all, w, member, levels-1)
}

// isMap tells a map of like objects by id from an object with names of its
// own: it holds nothing but objects, which share names, or its one key is an
// id.
func isMap(doc map[string]any) bool {
	var first map[string]any
	for _, key := range sortedKeys(doc) {
		member, ok := doc[key].(map[string]any)
		switch {
		case !ok:
			return false
		case first == nil:
			first = member
			continue
		}
		if shared := sharedNames(first, member); shared*2 < min(len(first), len(member)) {
			return false
		}
	}
	return len(doc) > 1 || len(doc) == 1 && strings.ContainsFunc(sortedKeys(doc)[0], unicode.IsDigit)
}

func sharedNames(a, b map[string]any) (n int) {
	for key := range a {
		if _, ok := b[key]; ok {
			n++
		}
	}
	return n
}

// bestWay leads to the objects whose names say most about mentions; of equals
// to the outermost.
func bestWay(docs []map[string]any) (best way) {
	most := 0
	seen := map[string]bool{}
	for _, doc := range docs[:min(len(docs), knownWithin)] {
		for _, w := range waysInto(doc) {
			if key := strings.Join(w, "\x00"); !seen[key] {
				seen[key] = true
				if points := w.points(docs); points > most {
					best, most = w, points
				}
			}
		}
	}
	return best
}

// points says how much the names at the end of a way are those of mentions:
// a text and a date count most, and names that stand for themselves more than
// those inside others.
func (w way) points(docs []map[string]any) (points int) {
	fields := map[data.Field]int{}
	for _, doc := range docs[:min(len(docs), knownWithin)] {
		items, ok := w.follow(nil, doc, "")
		for _, item := range items[:min(len(items), knownWithin)] {
			for _, c := range flat(item) {
				if field, worth := fieldOf(c); ok && worth > fields[field] {
					fields[field] = worth
				}
			}
		}
	}
	for _, worth := range fields {
		points += worth
	}
	return points
}

func fieldOf(c named) (data.Field, int) {
	last := c.name[strings.LastIndexByte(c.name, '.')+1:]
	field, _ := Generic.FieldOf(wordsOf(last))
	worth := 1
	switch {
	case field == data.FieldNone || strings.TrimSpace(c.text) == "":
		return data.FieldNone, 0
	case field == data.FieldText || field == data.FieldDate:
		worth = 5
	}
	if last == c.name {
		worth *= 2
	}
	return field, worth
}
