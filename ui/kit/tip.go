package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Tip is an explanation that hovers over the window beside what it explains.
// It lies in the window's uppermost layer, not in an overlay, so that the
// pointer still reaches what lies below. A nil Tip shows nothing.
type Tip struct {
	widget.BaseWidget
	holder *fyne.Container
}

// tipWidth is the width of explanations.
const tipWidth float32 = 280

// NewTip makes a hidden tip.
func NewTip() *Tip {
	t := &Tip{holder: container.NewWithoutLayout()}
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// ShowAt shows a text below (or, where there is no room, above) a part of an
// object: x and y are its left edge and foot within the object.
func (t *Tip) ShowAt(text string, o fyne.CanvasObject, x, y float32) {
	if t == nil {
		return
	}
	para := NewPara(Caption.In(ColorInk), text)
	para.Resize(fyne.NewSize(tipWidth-24, 0))
	panel := NewPanel(Inset(8, 8, 12, 12, para)) // a new one: see Toast.Offer
	size := fyne.NewSize(tipWidth, panel.MinSize().Height)
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(t)).AddXY(x, y)
	at.X = max(8, min(at.X, t.Size().Width-size.Width-8))
	if at.Y+size.Height > t.Size().Height-8 {
		at.Y = max(8, at.Y-y-size.Height-6)
	}
	t.holder.Objects = []fyne.CanvasObject{panel}
	place(panel, at.X, at.Y, size.Width, size.Height)
	t.Show()
	t.holder.Refresh()
}

// Away hides the tip.
func (t *Tip) Away() {
	if t != nil {
		t.Hide()
	}
}

// CreateRenderer is Fyne's.
func (t *Tip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(t.holder)
}
