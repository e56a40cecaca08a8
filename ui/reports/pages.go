package reports

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	// widestPage keeps a page readable on a wide window, as on a desk.
	widestPage = 760
	pageGap    = 16
)

// pageView shows pages below one another, as wide as the pane.
type pageView struct {
	widget.BaseWidget
	scroll *container.Scroll
	sheets *fyne.Container
}

func newPageView() *pageView {
	v := &pageView{sheets: container.New(layout.NewCustomPaddedVBoxLayout(pageGap))}
	v.scroll = container.NewVScroll(container.NewHBox(layout.NewSpacer(), v.sheets, layout.NewSpacer()))
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer gives the scroller the whole pane.
func (v *pageView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(v.scroll)
}

// SetPages puts up other pages and stays at the same place in them.
func (v *pageView) SetPages(pages []image.Image) {
	v.sheets.RemoveAll()
	for _, p := range pages {
		img := canvas.NewImageFromImage(p)
		img.FillMode = canvas.ImageFillContain
		edge := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
		edge.StrokeColor, edge.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
		v.sheets.Add(container.NewStack(edge, img))
	}
	v.fit(v.Size().Width)
}

// Resize gives the pages the width of the pane.
func (v *pageView) Resize(s fyne.Size) {
	if s.Width != v.Size().Width {
		v.fit(s.Width)
	}
	v.BaseWidget.Resize(s)
}

func (v *pageView) fit(width float32) {
	width = min(width-2*theme.Size(theme.SizeNameScrollBar)-2*theme.Padding(), widestPage)
	if width <= 0 {
		return
	}
	for _, o := range v.sheets.Objects {
		img := o.(*fyne.Container).Objects[1].(*canvas.Image)
		b := img.Image.Bounds()
		img.SetMinSize(fyne.NewSize(width, width*float32(b.Dy())/float32(b.Dx())))
	}
	v.scroll.Content.Refresh()
	v.scroll.Refresh()
}
