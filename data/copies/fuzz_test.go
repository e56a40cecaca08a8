package copies

import (
	"slices"
	"testing"
)

func FuzzNear(f *testing.F) {
	for _, p := range pairs {
		f.Add(p.a, p.b)
	}
	f.Add("&&&;…@ RT @\xff\xfe http://", "\u0301\u0301 \u202e &#x;")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Read(a), Read(b)
		if Near(x, y) != Near(y, x) {
			t.Error("a is a copy of b, but b none of a")
		}
		if near := Near(x, x); near != (len(x.words) >= fewestWords) {
			t.Errorf("a copies itself: %v", near)
		}
		if len(x.words) > maxWords || !slices.IsSorted(x.pairs) {
			t.Errorf("%d words", len(x.words))
		}
		var p Printer
		print := p.Of(a)
		if PrintOf(print.Bytes()) != print {
			t.Errorf("%+v is read back as %+v", print, PrintOf(print.Bytes()))
		}
		if slices.Equal(x.words, y.words) && print != p.Of(b) {
			t.Error("the same words make different prints")
		}
	})
}
