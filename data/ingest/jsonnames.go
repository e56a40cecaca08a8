package ingest

import (
	"bytes"
	"encoding/json"
	"strings"
)

// nameOrder collects the names in documents in the order in which they come,
// nested ones joined by dots; a decoded document has lost it.
type nameOrder struct {
	names []string
	seen  map[string]bool
}

// add takes the names of one document.
func (n *nameOrder) add(raw []byte) {
	type level struct {
		name string // how far it is from the top
		list bool
		key  bool // the next text is a key
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	var levels []level
	name := ""
	for {
		token, err := decoder.Token()
		if err != nil {
			return
		}
		top := len(levels) - 1
		switch t := token.(type) {
		case json.Delim:
			if t == '{' || t == '[' {
				levels = append(levels, level{name, t == '[', t == '{'})
				continue
			}
			levels = levels[:top]
			top--
		case string:
			if top >= 0 && levels[top].key {
				levels[top].key = false
				name = strings.TrimPrefix(levels[top].name+"."+t, ".")
				n.put(name)
				continue
			}
		}
		if top >= 0 {
			levels[top].key = !levels[top].list
			name = levels[top].name
		}
	}
}

// put adds a name; there are not more of them than a person could look at.
func (n *nameOrder) put(name string) {
	const most = 5000
	if n.seen == nil {
		n.seen = map[string]bool{}
	}
	if !n.seen[name] && len(n.names) < most {
		n.seen[name] = true
		n.names = append(n.names, name)
	}
}
