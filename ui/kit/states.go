package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewEmptyState says why there is nothing and what to do: title, a sentence
// and, unless action is empty, a button.
func NewEmptyState(title, sentence, action string, tapped func()) fyne.CanvasObject {
	mark := widget.NewIcon(theme.NewThemedResource(theme.SearchIcon()))
	rows := NewDown(10, container.NewCenter(Sized(36, 36, mark)),
		NewPara(Strong.Center(), title), Sized(300, 0, NewPara(Muted.Center(), sentence)))
	if action != "" {
		rows.Add(container.NewCenter(NewButton(Secondary, action, tapped)))
	}
	return container.NewCenter(Inset(24, 24, 16, 16, rows))
}

// BusyState says what is being done, how far it is, and lets the person stop
// it.
type BusyState struct {
	widget.BaseWidget
	text   *Text
	left   *Text
	bar    *Progress
	cancel *Button
}

// NewBusyState makes a state without a bar; tapped nil takes the button away.
func NewBusyState(text, cancel string, tapped func()) *BusyState {
	b := &BusyState{text: NewLine(Strong.Center(), text), left: NewLine(Caption.Center(), ""), bar: NewProgress()}
	b.cancel = NewButton(Secondary, cancel, tapped)
	b.cancel.Hidden = tapped == nil
	b.bar.Hide()
	b.left.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// Set shows how far the work is: text names it with its count, left the time
// that remains ("" if unknown), share runs from 0 to 1.
func (b *BusyState) Set(text, left string, share float64) {
	b.text.SetText(text)
	b.left.SetText(left)
	b.bar.Set(share)
	b.bar.Show()
	b.left.Show()
}

// CreateRenderer is Fyne's.
func (b *BusyState) CreateRenderer() fyne.WidgetRenderer {
	rows := NewDown(12, Sized(320, 0, b.text), b.bar, b.left, container.NewCenter(b.cancel))
	return widget.NewSimpleRenderer(container.NewCenter(Inset(24, 24, 16, 16, rows)))
}

// Progress is a bar from left to right.
type Progress struct {
	widget.BaseWidget
	share float64
}

// NewProgress makes an empty bar.
func NewProgress() *Progress {
	p := &Progress{}
	p.ExtendBaseWidget(p)
	return p
}

// Set fills the bar up to a share from 0 to 1.
func (p *Progress) Set(share float64) {
	p.share = min(max(share, 0), 1)
	p.Refresh()
}

// CreateRenderer is Fyne's.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	const height = 10
	back, fill := box(height/2), box(height/2)
	r := &painter{objects: []fyne.CanvasObject{back, fill}}
	r.layout = func(s fyne.Size) {
		y := (s.Height - height) / 2
		place(back, 0, y, s.Width, height)
		place(fill, 0, y, s.Width*float32(p.share), height)
		fill.Hidden = p.share == 0
	}
	r.paint = func() {
		back.FillColor, fill.FillColor = theme.Color(ColorNeutralTint), theme.Color(ColorAccent)
		r.layout(p.Size())
		canvas.Refresh(fill)
	}
	r.min = func() fyne.Size { return fyne.NewSize(120, height) }
	return r.done()
}
