package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// TileText is what a tile says.
type TileText struct {
	Value   string
	Delta   string // change or remark below the value
	Short   string // Delta for a narrow tile, if there is one
	Tone    Tone   // of Delta; TonePlain is muted
	Formula string // shown while the pointer rests on the tile, or on a tap
}

// Tile is a key figure: what, how much, and how it changed.
type Tile struct {
	pressable
	env     *Env
	caption string
	short   string // caption for a narrow tile
	shown   TileText
	open    bool // the formula was asked for by tap or key
}

// NewTile makes a tile without a figure yet. short is the caption for when
// the tile is narrow.
func NewTile(env *Env, caption, short string) *Tile {
	t := &Tile{env: env, caption: caption, short: short, shown: TileText{Value: "–"}}
	t.onTapped = t.toggle
	t.ExtendBaseWidget(t)
	return t
}

// Set changes the figure.
func (t *Tile) Set(s TileText) {
	t.shown = s
	t.Refresh()
}

// Shown is what the tile says now.
func (t *Tile) Shown() TileText { return t.shown }

func (t *Tile) toggle() {
	t.open = !t.open
	t.explain(t.open)
}

func (t *Tile) explain(on bool) {
	if on && t.shown.Formula != "" {
		t.env.Tip.ShowAt(t.shown.Formula, t, 0, t.Size().Height+4)
		return
	}
	t.env.Tip.Away()
}

// MouseIn explains the figure.
func (t *Tile) MouseIn(e *desktop.MouseEvent) {
	t.pressable.MouseIn(e)
	t.explain(true)
}

// MouseOut takes the explanation away.
func (t *Tile) MouseOut() {
	t.pressable.MouseOut()
	t.open = false
	t.explain(false)
}

// FocusLost takes the explanation away.
func (t *Tile) FocusLost() {
	t.pressable.FocusLost()
	t.open = false
	t.explain(false)
}

// CreateRenderer is Fyne's.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	back := box(theme.Size(theme.SizeNameCardRadius))
	caption, value, delta := canvas.NewText("", nil), canvas.NewText("", nil), canvas.NewText("", nil)
	r := &painter{objects: []fyne.CanvasObject{back, caption, value, delta}}
	r.paint = func() {
		back.FillColor = theme.Color(ColorCard)
		t.ring(back, ColorHairline)
		room := max(t.Size().Width-2*t.margin()+1, 60)
		Muted.dress(caption, Muted.shorter(t.caption, t.short, room))
		t.valueStyle(room).dress(value, t.valueStyle(room).fit(t.shown.Value, room))
		style := Caption
		if t.shown.Tone != TonePlain {
			style = Caption.In(t.shown.Tone.Text())
		}
		style.dress(delta, style.shorter(t.shown.Delta, t.shown.Short, room))
	}
	r.min = func() fyne.Size { return fyne.NewSize(112, 103) }
	r.layout = func(s fyne.Size) {
		r.paint()
		margin := t.margin()
		place(back, 0, 0, s.Width, s.Height)
		place(caption, margin, 15, s.Width-2*margin, 18)
		place(value, margin, 51-value.MinSize().Height/2, s.Width-2*margin, value.MinSize().Height)
		place(delta, margin, 71, s.Width-2*margin, 16)
	}
	return r.done()
}

// valueStyle is smaller for a value that would not fit.
func (t *Tile) valueStyle(room float32) Style {
	style := Value
	if style.measure(t.shown.Value).Width > room {
		style.Size = SizeBrand
	}
	return style
}

// margin is smaller in a narrow tile.
func (t *Tile) margin() float32 {
	if t.Size().Width < 150 {
		return 10
	}
	return 16
}
