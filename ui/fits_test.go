package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/ui/inbox"
	"vedetta/ui/kit"
)

// smallest is the least size of the window's content.
var smallest = fyne.NewSize(1024, 700)

func TestEveryScreenFitsTheSmallestWindow(t *testing.T) {
	d := filledDesk(t)
	for _, l := range assets.Languages {
		w := picturesOf(d, l.Code, kit.LookLight, smallest)
		for _, p := range Places {
			w.picture(p)
			if p == Inbox {
				w.screens[Inbox].(*inbox.Screen).SetFilter(data.Filter{}, strings.Repeat("rimborso negato ", 12))
				w.picture(p)
			}
			if got := w.window.Content().MinSize(); got.Width > smallest.Width || got.Height > smallest.Height {
				t.Errorf("%s in %s needs %v", p, l.Code, got)
			}
		}
		w.Stop()
	}
}
