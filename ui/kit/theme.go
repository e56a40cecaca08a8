package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"vedetta/assets"
	"vedetta/charts"
)

// Look is the person's choice of colours.
type Look string

// The looks, as they are kept in the preferences.
const (
	LookSystem Look = "system"
	LookLight  Look = "light"
	LookDark   Look = "dark"
)

// Looks lists the looks in the order in which a person chooses them.
var Looks = [...]Look{LookSystem, LookLight, LookDark}

// Sizes of text beside Fyne's.
const (
	SizeTitle fyne.ThemeSizeName = "vedetta.title" // of a screen
	SizeValue fyne.ThemeSizeName = "vedetta.value" // of a tile
	SizeBrand fyne.ThemeSizeName = "vedetta.brand"
)

var sizes = map[fyne.ThemeSizeName]float32{
	SizeTitle: 20, SizeValue: 24, SizeBrand: 17,
	theme.SizeNameText: 14, theme.SizeNameCaptionText: 12,
	theme.SizeNameHeadingText: 20, theme.SizeNameSubHeadingText: 16,
	theme.SizeNameInputRadius: 8, theme.SizeNameButtonRadius: 8, theme.SizeNameCardRadius: 12,
	theme.SizeNamePopupRadius: 8, theme.SizeNameMenuRadius: 8, theme.SizeNameDialogRadius: 12,
	theme.SizeNameSelectionRadius: 6, theme.SizeNameScrollBar: 10,
}

// Theme is Vedetta's fyne.Theme: our colours, sizes and typeface.
type Theme struct {
	look          Look
	regular, bold fyne.Resource
}

// NewTheme makes the theme of a look; an unknown look follows the system.
func NewTheme(look Look) *Theme {
	return &Theme{
		look:    look,
		regular: fyne.NewStaticResource("Inter-Regular.ttf", assets.FontRegular),
		bold:    fyne.NewStaticResource("Inter-Bold.ttf", assets.FontBold),
	}
}

// Look is the look that the theme was made for.
func (t *Theme) Look() Look { return t.look }

// Color is the colour of a name; the variant counts only if the look follows
// the system.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	variant = t.variant(variant)
	if ours, ok := fynes[name]; ok {
		name = ours
	}
	if c, ok := paletteOf(variant)[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.look {
	case LookLight:
		return theme.VariantLight
	case LookDark:
		return theme.VariantDark
	}
	return system
}

func paletteOf(variant fyne.ThemeVariant) colors {
	if variant == theme.VariantDark {
		return dark
	}
	return light
}

// Font is Inter; what it lacks (emoji, code) comes from Fyne.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon is Fyne's icon of that name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size is a length in logical pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

// Dark tells whether the window is dark right now.
func (t *Theme) Dark() bool {
	return t.variant(fyne.CurrentApp().Settings().ThemeVariant()) == theme.VariantDark
}

// Charts is the palette in which charts are drawn right now.
func (t *Theme) Charts() charts.Palette {
	if t.Dark() {
		return charts.Dark
	}
	return charts.Light
}
