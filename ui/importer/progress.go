package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// progressLine is what is being done, a bar, the time left and Stop.
type progressLine struct {
	widget.BaseWidget
	what, left *kit.Text
	bar        *kit.Progress
	stop       *fyne.Container
	line       *fyne.Container
}

func newProgressLine() *progressLine {
	l := &progressLine{
		what: kit.NewText(kit.Strong, ""), left: kit.NewText(kit.Muted, ""),
		bar: kit.NewProgress(), stop: kit.Row(0),
	}
	l.line = kit.Between(kit.Edge, l.what, l.bar, kit.Row(kit.Edge, l.left, l.stop))
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer lays the parts out in a line.
func (l *progressLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.line) }

// OnStop says what the button does; nil takes it away.
func (l *progressLine) OnStop(text string, stop func()) {
	l.stop.RemoveAll()
	if stop != nil {
		l.stop.Add(kit.NewButton(kit.Secondary, text, stop))
	}
}

// Set shows how far the work has come.
func (l *progressLine) Set(what, left string, p data.Progress) {
	l.what.SetText(what)
	l.left.SetText(left)
	share := 0.0
	if p.Total > 0 {
		share = float64(p.Done) / float64(p.Total)
	}
	l.bar.Set(share)
	l.line.Refresh()
}
