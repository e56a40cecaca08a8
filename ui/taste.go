package ui

import (
	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// Preferences under these keys hold the taste of the person; whatever matters
// is in the workspace.
const (
	tasteLanguage = "language"
	tasteLook     = "look"
	tasteWidth    = "window.width"
	tasteHeight   = "window.height"
)

// The size of the window at first start, and the least it is made for.
var (
	firstSize = fyne.NewSize(1360, 860)
	leastSize = fyne.NewSize(1024, 700)
)

// languageOf is the language last chosen, else the system's.
func languageOf(p fyne.Preferences, system string) string {
	return p.StringWithFallback(tasteLanguage, system)
}

func lookOf(p fyne.Preferences) kit.Look {
	return kit.Look(p.StringWithFallback(tasteLook, string(kit.LookSystem)))
}

// sizeOf is the size that the window had last.
func sizeOf(p fyne.Preferences) fyne.Size {
	w := p.FloatWithFallback(tasteWidth, float64(firstSize.Width))
	h := p.FloatWithFallback(tasteHeight, float64(firstSize.Height))
	return fyne.NewSize(float32(w), float32(h)).Max(leastSize)
}

func keepSize(p fyne.Preferences, s fyne.Size) {
	p.SetFloat(tasteWidth, float64(s.Width))
	p.SetFloat(tasteHeight, float64(s.Height))
}
