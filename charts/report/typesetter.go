package report

import (
	"image/color"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"vedetta/assets"
	"vedetta/charts"
)

type weight int

const (
	regular weight = iota
	semiBold
	bold
	emoji // not a weight of Inter: the font of the characters Inter lacks
)

type style struct {
	weight weight
	size   float64
	color  color.NRGBA
}

// The styles of the report.
var (
	palette    = charts.Print
	title      = style{bold, 18, palette.Ink}
	lead       = style{regular, 10.5, palette.Ink}
	heading    = style{bold, 10.5, palette.Ink}
	subheading = style{semiBold, 9.5, palette.Ink}
	figureText = style{bold, 15, palette.Ink}
	body       = style{regular, 9, palette.Ink}
	muted      = style{regular, 9, palette.Muted}
	small      = style{regular, 8.5, palette.Muted}
	alert      = style{semiBold, 9, palette.Negative}
)

// fonts are Inter by weight and the emoji font; parsed once, they are safe to
// be read by all.
var fonts = sync.OnceValue(func() [4]*sfnt.Font {
	var out [4]*sfnt.Font
	for i, file := range [...][]byte{assets.FontRegular, assets.FontSemiBold, assets.FontBold, assets.FontEmoji} {
		f, err := sfnt.Parse(file)
		if err != nil {
			panic("report: an embedded font does not parse: " + err.Error())
		}
		out[i] = f
	}
	return out
})

// em is the size at which glyphs are measured and their outlines taken.
const em = 1000

// glyph is the picture of a character: in which font, and how wide, as a
// share of the font size.
type glyph struct {
	font    weight
	index   sfnt.GlyphIndex
	advance float64
}

type glyphKey struct {
	weight weight
	char   rune
}

// typesetter measures and cuts text. It belongs to one document, as it keeps
// what it has measured.
type typesetter struct {
	buf      sfnt.Buffer
	glyphs   map[glyphKey]glyph
	outlines map[glyph]outline
}

func newTypesetter() *typesetter {
	return &typesetter{glyphs: map[glyphKey]glyph{}, outlines: map[glyph]outline{}}
}

// glyph looks a character up in Inter, then among the emoji; index 0 means
// that neither has it. Inter's few glyphs beyond 16 bits are passed over,
// because the PDF writer cannot set them.
func (t *typesetter) glyph(w weight, char rune) glyph {
	key := glyphKey{w, char}
	if g, ok := t.glyphs[key]; ok {
		return g
	}
	var g glyph
	if char <= 0xFFFF {
		g = t.find(w, char)
	}
	if g.index == 0 {
		g = t.find(emoji, char)
	}
	t.glyphs[key] = g
	return g
}

func (t *typesetter) find(w weight, char rune) glyph {
	f := fonts()[w]
	index, err := f.GlyphIndex(&t.buf, char)
	if err != nil || index == 0 {
		return glyph{}
	}
	advance, err := f.GlyphAdvance(&t.buf, index, fixed.I(em), 0)
	if err != nil {
		return glyph{}
	}
	return glyph{font: w, index: index, advance: float64(advance) / 64 / em}
}

// width is how wide clean text is, in points.
func (t *typesetter) width(s string, st style) float64 {
	sum := 0.0
	for _, r := range s {
		sum += t.glyph(st.weight, r).advance
	}
	return sum * st.size
}
