package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// wrongMark repeats a search that cannot be read and underlines where it stops.
type wrongMark struct {
	widget.BaseWidget
	parts [3]*canvas.Text // before, the wrong part, after
	under *canvas.Line
}

func newWrongMark() *wrongMark {
	m := &wrongMark{under: canvas.NewLine(nil)}
	for i := range m.parts {
		m.parts[i] = canvas.NewText("", nil)
	}
	m.ExtendBaseWidget(m)
	return m
}

// markedBefore and markedAfter bound what is shown around the wrong part.
const markedBefore, markedWrong, markedAfter = 40, 40, 24

// set shows an error; one that is in no search hides the mark.
func (m *wrongMark) set(err error) {
	query, from, to, ok := data.QueryFault(err)
	if m.Hidden = !ok; ok {
		text := []rune(query)
		m.parts[0].Text = cutLeft(text[:from], markedBefore)
		m.parts[1].Text = cutRight(text[from:to], markedWrong)
		m.parts[2].Text = cutRight(text[to:], markedAfter)
	}
	m.Refresh()
}

func cutLeft(text []rune, n int) string {
	if len(text) > n {
		return "…" + kit.Plain(string(text[len(text)-n:]))
	}
	return kit.Plain(string(text))
}

func cutRight(text []rune, n int) string {
	if len(text) > n {
		return kit.Plain(string(text[:n])) + "…"
	}
	return kit.Plain(string(text))
}

// CreateRenderer sets the parts side by side, the line below the second.
func (m *wrongMark) CreateRenderer() fyne.WidgetRenderer {
	r := &wrongMarkRenderer{m}
	r.Refresh()
	return r
}

type wrongMarkRenderer struct{ mark *wrongMark }

// Destroy has nothing to let go of.
func (r *wrongMarkRenderer) Destroy() {}

// Objects are the parts and the line.
func (r *wrongMarkRenderer) Objects() []fyne.CanvasObject {
	p := r.mark.parts
	return []fyne.CanvasObject{p[0], p[1], p[2], r.mark.under}
}

const underGap = 3

// MinSize is that of the parts and the line.
func (r *wrongMarkRenderer) MinSize() fyne.Size {
	var size fyne.Size
	for _, p := range r.mark.parts {
		size = fyne.NewSize(size.Width+p.MinSize().Width, max(size.Height, p.MinSize().Height))
	}
	return size.AddWidthHeight(0, underGap)
}

// Layout places the parts.
func (r *wrongMarkRenderer) Layout(fyne.Size) {
	x := float32(0)
	for i, p := range r.mark.parts {
		size := p.MinSize()
		p.Move(fyne.NewPos(x, 0))
		p.Resize(size)
		if i == 1 {
			r.mark.under.Position1 = fyne.NewPos(x, size.Height+1)
			r.mark.under.Position2 = fyne.NewPos(x+size.Width, size.Height+1)
		}
		x += size.Width
	}
}

// Refresh takes the colours of the theme.
func (r *wrongMarkRenderer) Refresh() {
	for i, p := range r.mark.parts {
		p.TextSize, p.Color = theme.Size(theme.SizeNameCaptionText), theme.Color(kit.ColorMuted)
		if i == 1 {
			p.Color = theme.Color(kit.ColorNegativeText)
		}
	}
	r.mark.under.StrokeColor, r.mark.under.StrokeWidth = theme.Color(kit.ColorNegative), 2
	r.Layout(r.mark.Size())
	canvas.Refresh(r.mark)
}
