package kittest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vedetta/ui/kit"
)

// All are the objects of a kind that can be seen below an object.
func All[T fyne.CanvasObject](root fyne.CanvasObject) (found []T) {
	if !root.Visible() {
		return nil
	}
	if o, ok := root.(T); ok {
		found = append(found, o)
	}
	var children []fyne.CanvasObject
	switch o := root.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		found = append(found, All[T](child)...)
	}
	return found
}

// Press presses the first button with a text.
func Press(t testing.TB, root fyne.CanvasObject, text string) {
	t.Helper()
	for _, b := range All[*kit.Button](root) {
		if b.Text() == text {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("no button %q", text)
}
