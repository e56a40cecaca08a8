package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// progressLine is what is being done, a bar, how much is left and Stop.
type progressLine struct {
	widget.BaseWidget
	what, left *kit.Text
	bar        *kit.Progress
	line       *fyne.Container
}

// newProgressLine makes a line; stop nil takes the button away.
func newProgressLine(text string, stop func()) *progressLine {
	l := &progressLine{what: kit.NewLine(kit.Strong, ""), left: kit.NewLine(kit.Muted, ""), bar: kit.NewProgress()}
	words := kit.NewDown(4, l.what, l.bar, l.left)
	l.line = words
	if stop != nil {
		l.line = kit.Between(kit.Edge, nil, words, container.NewCenter(kit.NewButton(kit.Secondary, text, stop)))
	}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer lays the parts out.
func (l *progressLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.line) }

// Set shows how far the work has come.
func (l *progressLine) Set(what, left string, p data.Progress) {
	l.what.SetText(what)
	l.left.SetText(left)
	share := 0.0
	if p.Total > 0 {
		share = float64(p.Done) / float64(p.Total)
	}
	l.bar.Set(share)
}
