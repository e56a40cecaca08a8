package data

import "fmt"

// Label is the sentiment of one mention. The numbers are stored in the
// workspace: never renumber them.
type Label int8

// The labels, in the order in which charts stack them.
const (
	Negative Label = iota
	Neutral
	Positive
)

// Labels lists every label in chart order.
var Labels = [...]Label{Negative, Neutral, Positive}

var labelNames = [...]string{"negative", "neutral", "positive"}

// String gives the stable English key ("negative"), used in queries, in JSON
// and as the last part of translation keys.
func (l Label) String() string {
	if int(l) < len(labelNames) && l >= 0 {
		return labelNames[l]
	}
	return fmt.Sprintf("label%d", int8(l))
}

// MarshalText writes the label's key.
func (l Label) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// ParseLabel reads a label's key.
func ParseLabel(s string) (Label, bool) {
	for i, n := range labelNames {
		if n == s {
			return Label(i), true
		}
	}
	return 0, false
}
