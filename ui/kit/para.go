package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Para is a paragraph of ours, wrapped at blanks. It is for short sentences;
// texts of strangers go into a widget.Label.
type Para struct {
	widget.BaseWidget
	text  string
	style Style
	wraps float32 // width for which lines was computed
	lines []string
}

// NewPara makes a paragraph.
func NewPara(style Style, text string) *Para {
	p := &Para{text: text, style: style}
	p.ExtendBaseWidget(p)
	return p
}

// SetText changes the text.
func (p *Para) SetText(text string) {
	if p.text != text {
		p.text, p.lines = text, nil
		p.Refresh()
	}
}

// SetStyle changes the style.
func (p *Para) SetStyle(style Style) {
	p.style, p.lines = style, nil
	p.Refresh()
}

// wrapped cuts the text into lines for the width of the widget.
func (p *Para) wrapped() []string {
	width := p.Size().Width
	if p.lines != nil && width == p.wraps {
		return p.lines
	}
	p.lines, p.wraps = nil, width
	for _, hard := range strings.Split(p.text, "\n") {
		line := ""
		for _, word := range strings.Fields(hard) {
			longer := strings.TrimSpace(line + " " + word)
			if line != "" && width > 0 && p.style.measure(longer).Width > width {
				p.lines = append(p.lines, line)
				longer = word
			}
			line = longer
		}
		p.lines = append(p.lines, line)
	}
	return p.lines
}

// CreateRenderer is Fyne's.
func (p *Para) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{}
	pitch := func() float32 { return p.style.measure("X").Height + 2 }
	// The lines are kept from one painting to the next: Fyne lays a widget out
	// again whenever it has new objects, and would never come to rest.
	r.paint = func() { p.put(r, pitch()) }
	r.layout = func(fyne.Size) {
		if p.put(r, pitch()) {
			canvas.Refresh(p)
		}
	}
	r.min = func() fyne.Size {
		return fyne.NewSize(theme.Size(p.style.Size)*4, float32(len(p.wrapped()))*pitch())
	}
	return r.done()
}

// put shows the wrapped lines and tells whether they differ from those shown
// before.
func (p *Para) put(r *painter, pitch float32) (changed bool) {
	lines := p.wrapped()
	changed = len(r.objects) != len(lines)
	for len(r.objects) < len(lines) {
		r.objects = append(r.objects, canvas.NewText("", nil))
	}
	r.objects = r.objects[:len(lines)]
	for i, line := range lines {
		t := r.objects[i].(*canvas.Text)
		changed = changed || t.Text != line
		p.style.dress(t, line)
		place(t, 0, float32(i)*pitch, p.Size().Width, pitch)
	}
	return changed
}
