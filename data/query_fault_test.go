package data

import (
	"testing"
	"time"
)

func TestAnErrorKnowsTheWrongPart(t *testing.T) {
	for query, want := range map[string]string{
		"pane is:angry torta":  "is:angry",
		"è (rating:many)":      "rating:many",
		"pane -(torta":         "-(",
		`pane after:"due ore"`: `after:"due ore"`,
		"source:":              "source:",
	} {
		_, err := ParseQuery(query, time.UTC)
		text, from, to, ok := QueryFault(err)
		if !ok || text != query || string([]rune(text)[from:to]) != want {
			t.Errorf("%s: %q [%d:%d] %v", query, text, from, to, ok)
		}
	}
	if _, _, _, ok := QueryFault(&Error{Code: ErrDate}); ok {
		t.Error("an error in a date has a search")
	}
}
