package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// progressLine is what is being done, a bar, the time left and Stop.
type progressLine struct {
	widget.BaseWidget
	what, left *kit.Text
	bar        *bar
	stop       *fyne.Container
	line       *fyne.Container
}

func newProgressLine() *progressLine {
	l := &progressLine{
		what: kit.NewText(kit.Strong, ""), left: kit.NewText(kit.Muted, ""),
		bar: newBar(), stop: kit.Row(0),
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
	done := float32(0)
	if p.Total > 0 {
		done = min(1, float32(p.Done)/float32(p.Total))
	}
	l.bar.Set(done)
	l.line.Refresh()
}

// bar is a thin progress bar.
type bar struct {
	widget.BaseWidget
	done        float32 // 0..1
	back, front *canvas.Rectangle
}

func newBar() *bar {
	b := &bar{back: canvas.NewRectangle(nil), front: canvas.NewRectangle(nil)}
	b.ExtendBaseWidget(b)
	return b
}

// Set moves the bar.
func (b *bar) Set(done float32) {
	b.done = done
	b.Refresh()
}

// CreateRenderer draws the way done on the whole way.
func (b *bar) CreateRenderer() fyne.WidgetRenderer { return &barRenderer{b} }

type barRenderer struct{ bar *bar }

const barHeight = 10

// Destroy has nothing to let go of.
func (r *barRenderer) Destroy() {}

// Objects are drawn in this order.
func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.bar.back, r.bar.front}
}

// MinSize leaves the width to the line.
func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(60, barHeight) }

// Layout sets the bar in the middle of the line.
func (r *barRenderer) Layout(size fyne.Size) {
	at := fyne.NewPos(0, (size.Height-barHeight)/2)
	for _, o := range []*canvas.Rectangle{r.bar.back, r.bar.front} {
		o.CornerRadius = barHeight / 2
		o.Move(at)
	}
	r.bar.back.Resize(fyne.NewSize(size.Width, barHeight))
	r.bar.front.Resize(fyne.NewSize(size.Width*r.bar.done, barHeight))
}

// Refresh takes the colours of the theme.
func (r *barRenderer) Refresh() {
	r.bar.back.FillColor, r.bar.front.FillColor = theme.Color(kit.ColorNeutralTint), theme.Color(kit.ColorAccent)
	r.Layout(r.bar.Size())
	r.bar.back.Refresh()
	r.bar.front.Refresh()
}
