package importer

import (
	"testing"

	"vedetta/data"
)

// memory keeps preferences for a test.
type memory map[string]string

func (m memory) String(key string) string    { return m[key] }
func (m memory) SetString(key, value string) { m[key] = value }

func TestFileDialogsOpen(t *testing.T) {
	for name, open := range map[string]func(*Screen){
		"to choose files":       (*Screen).choose,
		"to save rejected rows": func(s *Screen) { s.saveRejected(data.Import{Path: "a.csv"}) },
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := shownIn(t, &table{})
			s.env.Taste = memory{}
			open(s)
			if s.env.Window.Canvas().Overlays().Top() == nil {
				t.Error("no dialog is shown")
			}
		})
	}
}
