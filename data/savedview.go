package data

// SavedView is a search that the person kept under a name.
type SavedView struct {
	ID       int64
	Name     string
	Query    string // as ParseQuery reads it
	Position int
}
