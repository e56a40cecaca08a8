package kit

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Style is how a text looks.
type Style struct {
	Size  fyne.ThemeSizeName
	Color fyne.ThemeColorName
	Bold  bool
	Align fyne.TextAlign
}

// The styles.
var (
	Body    = Style{Size: theme.SizeNameText, Color: ColorInk}
	Strong  = Style{Size: theme.SizeNameText, Color: ColorInk, Bold: true}
	Muted   = Style{Size: theme.SizeNameText, Color: ColorMuted}
	Caption = Style{Size: theme.SizeNameCaptionText, Color: ColorMuted}
	Title   = Style{Size: SizeTitle, Color: ColorInk, Bold: true}
	Value   = Style{Size: SizeValue, Color: ColorInk, Bold: true}
)

// In is the style in another colour.
func (s Style) In(c fyne.ThemeColorName) Style { s.Color = c; return s }

// Trailing is the style set flush right.
func (s Style) Trailing() Style { s.Align = fyne.TextAlignTrailing; return s }

// Center is the style set in the middle.
func (s Style) Center() Style { s.Align = fyne.TextAlignCenter; return s }

func (s Style) textStyle() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold} }

func (s Style) measure(text string) fyne.Size {
	return fyne.MeasureText(text, theme.Size(s.Size), s.textStyle())
}

// dress puts text and style on a canvas text.
func (s Style) dress(t *canvas.Text, text string) {
	t.Text, t.Color, t.TextSize = text, theme.Color(s.Color), theme.Size(s.Size)
	t.TextStyle, t.Alignment = s.textStyle(), s.Align
}

// fit shortens text with an ellipsis until it is at most width wide.
func (s Style) fit(text string, width float32) string {
	if s.measure(text).Width <= width {
		return text
	}
	runes := []rune(text)
	n := sort.Search(len(runes), func(n int) bool {
		return s.measure(string(runes[:n+1])+"…").Width > width
	})
	return strings.TrimRight(string(runes[:n]), " ") + "…"
}

// shorter is text or, where that does not fit, its shorter form.
func (s Style) shorter(text, short string, width float32) string {
	if short != "" && s.measure(text).Width > width {
		text = short
	}
	return s.fit(text, width)
}

// Text is one line in a style, set in the middle of its height.
type Text struct {
	widget.BaseWidget
	text  string
	style Style
	cuts  bool
}

// NewText makes a text that is as wide as it needs.
func NewText(style Style, text string) *Text {
	t := &Text{text: text, style: style}
	t.ExtendBaseWidget(t)
	return t
}

// NewLine makes a text that is cut with an ellipsis where room ends.
func NewLine(style Style, text string) *Text {
	t := NewText(style, text)
	t.cuts = true
	return t
}

// Text is the whole text.
func (t *Text) Text() string { return t.text }

// SetText changes the text.
func (t *Text) SetText(text string) {
	if t.text != text {
		t.text = text
		t.Refresh()
	}
}

// SetStyle changes the style.
func (t *Text) SetStyle(style Style) {
	if t.style != style {
		t.style = style
		t.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	c := canvas.NewText("", nil)
	p := &painter{objects: []fyne.CanvasObject{c}}
	p.paint = func() {
		shown := t.text
		if t.cuts && t.Size().Width > 0 {
			shown = t.style.fit(shown, t.Size().Width)
		}
		t.style.dress(c, shown)
	}
	p.min = func() fyne.Size {
		size := t.style.measure(t.text)
		if t.cuts {
			size.Width = min(size.Width, theme.Size(t.style.Size)*2)
		}
		return size
	}
	p.layout = func(s fyne.Size) {
		p.paint()
		h := c.MinSize().Height
		place(c, 0, (s.Height-h)/2, s.Width, h)
	}
	return p.done()
}
