package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Column is a scrolling pane of objects below one another, each as wide as
// the pane. Heights that follow from the width (wrapped text, flows) are right
// at once, not a frame later.
type Column struct {
	widget.BaseWidget
	scroll  *container.Scroll
	content *fyne.Container
	fills   bool // the content is at least as high as the pane
}

// columnMargin keeps edges and focus rings clear of where the scroller clips,
// and columnBar the scroll bar clear of the content.
const columnMargin, columnBar float32 = 4, 10

// NewColumn makes a pane of objects, gap apart.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *Column {
	return newColumn(NewDown(gap, objects...))
}

// NewPage makes a pane of one object that fills it, and scrolls where the
// object is higher.
func NewPage(o fyne.CanvasObject) *Column {
	c := newColumn(o)
	c.fills = true
	return c
}

func newColumn(o fyne.CanvasObject) *Column {
	c := &Column{content: Inset(columnMargin, columnMargin, columnMargin, columnBar, o)}
	c.scroll = container.NewVScroll(c.content)
	c.ExtendBaseWidget(c)
	return c
}

// Bleed is the pane with its margins hanging over, so that its content is
// flush with what stands above.
func (c *Column) Bleed() fyne.CanvasObject {
	below := float32(0)
	if c.fills {
		below = -columnMargin
	}
	return Inset(-columnMargin, below, -columnMargin, -columnBar, c)
}

// CreateRenderer gives the scroller the whole pane.
func (c *Column) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.scroll) }

// Resize sets the width first, so that the heights follow.
func (c *Column) Resize(s fyne.Size) {
	if s.Width != c.Size().Width {
		c.content.Resize(fyne.NewSize(s.Width, c.content.MinSize().Height))
	}
	c.BaseWidget.Resize(s)
}

// Fit finds the heights again after an object changed. What is in sight stays
// so, although the content has no height for a moment.
func (c *Column) Fit() {
	offset := c.scroll.Offset
	if w := c.Size().Width; w > 0 && !c.fills {
		c.content.Resize(fyne.NewSize(w, 0))
	}
	c.content.Refresh()
	c.scroll.Refresh()
	if c.scroll.Offset != offset {
		c.scroll.ScrollToOffset(offset)
	}
}

// ToTop scrolls back to the first object.
func (c *Column) ToTop() { c.scroll.ScrollToTop() }

// Reveal scrolls as little as needed to bring an object of the pane into sight.
func (c *Column) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(c.scroll).Y
	below := top + o.Size().Height - c.scroll.Size().Height
	switch offset := c.scroll.Offset; {
	case top < 0:
		c.scroll.ScrollToOffset(offset.AddXY(0, top))
	case below > 0:
		c.scroll.ScrollToOffset(offset.AddXY(0, min(below, top)))
	}
}

// NewDown sets objects below one another, each as wide as the container.
func NewDown(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &down{gap: gap}, Objects: objects}
}

type down struct{ gap float32 }

// MinSize is as wide as the widest object and as high as all of them.
func (d *down) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size.Width = max(size.Width, m.Width)
			size.Height += m.Height + d.gap
		}
	}
	size.Height = max(0, size.Height-d.gap)
	return size
}

// Layout gives each object its width and then asks for its height.
func (d *down) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height + d.gap
	}
}
