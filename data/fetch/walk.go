package fetch

import "encoding/json"

// walk is how far a stream with ids was read. A new one is read backwards from
// its newest entry; once it is through, what came since is read forwards.
type walk struct {
	Newest string `json:"newest,omitempty"` // that was seen
	Back   string `json:"back,omitempty"`   // oldest seen while it is read backwards
	Pages  int    `json:"pages,omitempty"`  // read backwards so far
	Done   bool   `json:"done,omitempty"`   // with reading backwards
}

// next is what to ask for: a parameter and its value; empty for the newest.
func (w walk) next() (key, id string) {
	if w.Done {
		return "min_id", w.Newest
	}
	return "max_id", w.Back
}

// step goes on behind a page, whose ids stand newest first; false when there is
// nothing more for now.
func (w *walk) step(ids []string, most int) bool {
	// A server that takes no notice of where we are says the same again.
	same := len(ids) > 0 && ids[0] == w.Newest && (w.Done || w.Pages > 0)
	switch {
	case same && w.Done:
		return false
	case same:
		ids = nil
	}
	switch {
	case w.Done && len(ids) > 0:
		w.Newest = ids[0]
		return true
	case w.Done:
		return false
	case len(ids) == 0:
		w.Done, w.Back, w.Pages = w.Newest != "", "", 0
		return w.Done // what came meanwhile
	}
	if w.Newest == "" {
		w.Newest = ids[0]
	}
	w.Back = ids[len(ids)-1]
	if w.Pages++; w.Pages < most {
		return true
	}
	w.Done, w.Back, w.Pages = true, "", 0
	return true
}

// walks are the walks of a connection by stream; as text they are its cursor.
type walks map[string]walk

// read takes a cursor in; one that cannot be read means the beginning.
func (w walks) read(cursor string) { _ = json.Unmarshal([]byte(cursor), &w) }

// String is the cursor.
func (w walks) String() string {
	j, err := json.Marshal(w)
	if err != nil {
		return "" // cannot be: strings and numbers
	}
	return string(j)
}
