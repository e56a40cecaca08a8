package kit

import (
	"context"
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"vedetta/charts"
	"vedetta/data/job"
)

// Drawing is a chart to be shown.
type Drawing struct {
	// Image draws in w x h device pixels, scale of which make a logical one.
	// It runs away from the UI goroutine.
	Image func(w, h int, scale float64, palette charts.Palette) image.Image
	// Bars is how many bars there are, and BarAt which of them lies at x in a
	// chart of some width, both in logical pixels.
	Bars  int
	BarAt func(x, width float64) (int, bool)
	// Tip explains a bar, Open goes to what it counts.
	Tip  func(bar int) string
	Open func(bar int)
}

// ChartView shows a Drawing, crisp at any size and scale. A bar is opened by
// a tap, or by keyboard: Left and Right choose it, Enter opens it.
type ChartView struct {
	pressable
	env     *Env
	drawing Drawing
	version int
	shown   chartKey
	wanted  chartKey
	image   *canvas.Image
	drawn   bool
	at      int // bar chosen by pointer or keyboard, -1 for none
	loading *job.Loader
}

// chartKey is all that the picture depends on.
type chartKey struct {
	w, h, version int
	scale         float32
	dark          bool
}

// NewChartView makes an empty view.
func NewChartView(env *Env) *ChartView {
	v := &ChartView{env: env, at: -1, loading: job.NewLoader(env.Dispatcher), image: &canvas.Image{}}
	v.image.ScaleMode = canvas.ImageScaleFastest
	v.onTapped = v.openChosen
	v.ExtendBaseWidget(v)
	return v
}

// Set shows another chart; the old picture stays until the new one is drawn.
func (v *ChartView) Set(d Drawing) {
	v.drawing, v.at = d, -1
	v.version++
	v.Refresh()
}

// update draws if the picture on screen is not the one that is wanted.
func (v *ChartView) update() {
	key := v.key()
	if v.drawing.Image == nil || key.w == 0 || key.h == 0 || key == v.wanted {
		return
	}
	pause := time.Duration(0)
	if v.drawn && key.version == v.shown.version && key.dark == v.shown.dark {
		pause = v.env.Gather / 4 // a window being dragged has many sizes
	}
	v.wanted = key
	draw, palette := v.drawing.Image, v.env.Theme.Charts()
	v.loading.Load(func(ctx context.Context) func() {
		if pause > 0 && !job.Rest(ctx, pause) {
			return nil
		}
		picture := draw(key.w, key.h, float64(key.scale), palette)
		return func() {
			v.image.Image, v.shown, v.drawn = picture, key, true
			v.image.Refresh()
		}
	})
}

func (v *ChartView) key() chartKey {
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		scale = c.Scale()
	}
	size := v.Size()
	return chartKey{
		w: int(size.Width*scale + 0.5), h: int(size.Height*scale + 0.5),
		version: v.version, scale: scale, dark: v.env.Theme.Dark(),
	}
}

// Tapped opens the bar under the pointer.
func (v *ChartView) Tapped(e *fyne.PointEvent) {
	v.choose(v.barAt(e.Position.X))
	v.openChosen()
}

func (v *ChartView) openChosen() {
	if v.at >= 0 && v.drawing.Open != nil {
		v.env.Tip.Away()
		v.drawing.Open(v.at)
	}
}

func (v *ChartView) barAt(x float32) int {
	if v.drawing.BarAt != nil {
		if i, ok := v.drawing.BarAt(float64(x), float64(v.Size().Width)); ok {
			return i
		}
	}
	return -1
}

// choose explains a bar; -1 none.
func (v *ChartView) choose(bar int) {
	if bar == v.at {
		return
	}
	v.at = bar
	if bar < 0 || v.drawing.Tip == nil {
		v.env.Tip.Away()
		return
	}
	v.env.Tip.ShowAt(v.drawing.Tip(bar), v, v.leftOf(bar)+24, 24)
}

// leftOf finds the left edge of a bar.
func (v *ChartView) leftOf(bar int) float32 {
	for x := float32(0); x < v.Size().Width; x++ {
		if v.barAt(x) == bar {
			return x
		}
	}
	return 0
}

// TypedKey chooses and opens bars.
func (v *ChartView) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		v.choose(max(v.at-1, 0))
	case fyne.KeyRight:
		v.choose(min(v.at+1, v.drawing.Bars-1))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		v.openChosen()
	default:
		passKey(e)
	}
}

// MouseMoved explains the bar under the pointer.
func (v *ChartView) MouseMoved(e *desktop.MouseEvent) { v.choose(v.barAt(e.Position.X)) }

// MouseOut takes the explanation away.
func (v *ChartView) MouseOut() {
	v.pressable.MouseOut()
	v.choose(-1)
}

// FocusLost takes the explanation away.
func (v *ChartView) FocusLost() {
	v.pressable.FocusLost()
	v.choose(-1)
}

// CreateRenderer is Fyne's.
func (v *ChartView) CreateRenderer() fyne.WidgetRenderer {
	ring := box(6)
	r := &painter{objects: []fyne.CanvasObject{v.image, ring}}
	r.paint = func() {
		ring.FillColor = theme.Color(ColorNone)
		v.ring(ring, ColorNone)
		v.update()
	}
	r.min = func() fyne.Size { return fyne.NewSize(240, 120) }
	r.layout = func(s fyne.Size) {
		place(v.image, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		v.update()
	}
	return r.done()
}
