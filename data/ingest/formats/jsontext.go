package formats

import (
	"encoding/json"
	"strconv"
)

// text follows keys into a document and gives what stands there as text, ""
// if nothing does. Numbers keep their digits: decode with UseNumber.
func text(doc map[string]any, keys ...string) string {
	var v any = doc
	for _, k := range keys {
		m, ok := v.(map[string]any)
		if !ok {
			return ""
		}
		v = m[k]
	}
	return scalar(v)
}

// scalar is a value as text; "" for objects and lists.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func list(doc map[string]any, key string) []any {
	l, _ := doc[key].([]any)
	return l
}
