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
	r.paint = func() {
		r.objects = r.objects[:0]
		for i, line := range p.wrapped() {
			t := canvas.NewText("", nil)
			p.style.dress(t, line)
			place(t, 0, float32(i)*pitch(), p.Size().Width, pitch())
			r.objects = append(r.objects, t)
		}
	}
	r.layout = func(fyne.Size) {
		r.paint()
		canvas.Refresh(p)
	}
	r.min = func() fyne.Size {
		return fyne.NewSize(theme.Size(p.style.Size)*4, float32(len(p.wrapped()))*pitch())
	}
	return r.done()
}
