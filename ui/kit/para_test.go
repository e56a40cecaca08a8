package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// New objects at each layout would make Fyne lay out and paint for ever.
func TestLayingAParagraphOutAgainChangesNothing(t *testing.T) {
	test.NewTempApp(t)
	p := NewPara(Body, "Una frase abbastanza lunga da andare a capo due volte, o forse tre.")
	p.Resize(fyne.NewSize(160, 200))
	r := test.TempWidgetRenderer(t, p)
	before := append([]fyne.CanvasObject(nil), r.Objects()...)
	r.Layout(p.Size())
	if len(before) < 2 || len(r.Objects()) != len(before) {
		t.Fatalf("%d lines, then %d", len(before), len(r.Objects()))
	}
	for i, o := range r.Objects() {
		if o != before[i] {
			t.Errorf("line %d is another object", i)
		}
	}
}
