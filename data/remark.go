package data

// Remark is praise or a warning about a draft, and the place in it that earns
// it as byte offsets; 0, 0 where something is missing.
type Remark struct {
	Rule     string
	Good     bool
	From, To int
}

// Checker remarks on a draft. It is quick enough for every keystroke.
type Checker func(text string) []Remark
