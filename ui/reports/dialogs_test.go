package reports

import "testing"

// memory keeps preferences for a test.
type memory map[string]string

func (m memory) String(key string) string    { return m[key] }
func (m memory) SetString(key, value string) { m[key] = value }

func TestSavingAsksForAPlace(t *testing.T) {
	s := shownIn(t, 5, 900)
	s.env.Taste = memory{}
	s.save()
	if s.env.Window.Canvas().Overlays().Top() == nil {
		t.Error("no dialog is shown")
	}
}
