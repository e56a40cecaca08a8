package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"vedetta/data"
)

// Our colours beside Fyne's. Those that end in Text are dark (or light)
// enough to be read on a card, on the window and on the tint of their tone.
const (
	ColorNegative     fyne.ThemeColorName = "vedetta.negative"
	ColorNegativeText fyne.ThemeColorName = "vedetta.negativeText"
	ColorNegativeTint fyne.ThemeColorName = "vedetta.negativeTint"
	ColorNegativeEdge fyne.ThemeColorName = "vedetta.negativeEdge"
	ColorNeutral      fyne.ThemeColorName = "vedetta.neutral"
	ColorNeutralText  fyne.ThemeColorName = "vedetta.neutralText"
	ColorNeutralTint  fyne.ThemeColorName = "vedetta.neutralTint"
	ColorPositive     fyne.ThemeColorName = "vedetta.positive"
	ColorPositiveText fyne.ThemeColorName = "vedetta.positiveText"
	ColorPositiveTint fyne.ThemeColorName = "vedetta.positiveTint"
	ColorAccent       fyne.ThemeColorName = "vedetta.accent"
	ColorAccentText   fyne.ThemeColorName = "vedetta.accentText"
	ColorAccentTint   fyne.ThemeColorName = "vedetta.accentTint"
	ColorOnAccent     fyne.ThemeColorName = "vedetta.onAccent"
	ColorOnNegative   fyne.ThemeColorName = "vedetta.onNegative"
	ColorWarnText     fyne.ThemeColorName = "vedetta.warnText"
	ColorWarnTint     fyne.ThemeColorName = "vedetta.warnTint"
	ColorWarn         fyne.ThemeColorName = "vedetta.warn"
	ColorWarnEdge     fyne.ThemeColorName = "vedetta.warnEdge"
	ColorCard         fyne.ThemeColorName = "vedetta.card"
	ColorHairline     fyne.ThemeColorName = "vedetta.hairline"
	ColorField        fyne.ThemeColorName = "vedetta.field" // edge of what can be typed into or ticked
	ColorInk          fyne.ThemeColorName = "vedetta.ink"
	ColorMuted        fyne.ThemeColorName = "vedetta.muted"
	ColorWindow       fyne.ThemeColorName = "vedetta.window"
	ColorNone         fyne.ThemeColorName = "vedetta.none"
)

type colors map[fyne.ThemeColorName]color.NRGBA

var light = colors{
	ColorNegative: rgb(0xC8372D), ColorNegativeText: rgb(0xA92B22), ColorNegativeTint: rgb(0xFDEAE9),
	ColorNeutral: rgb(0xA9B2C0), ColorNeutralText: rgb(0x3F4859), ColorNeutralTint: rgb(0xEEF0F4),
	ColorPositive: rgb(0x1B8E83), ColorPositiveText: rgb(0x12695F), ColorPositiveTint: rgb(0xE2F4EC),
	ColorAccent: rgb(0x2457D6), ColorAccentText: rgb(0x2457D6), ColorAccentTint: rgb(0xE8EEFC),
	ColorOnAccent: rgb(0xFFFFFF), ColorOnNegative: rgb(0xFFFFFF),
	ColorWarnText: rgb(0x8A5300), ColorWarnTint: rgb(0xFEF3D8),
	ColorWarn: rgb(0xC27A0E), ColorWarnEdge: rgb(0xEBD6A6), ColorNegativeEdge: rgb(0xEDC9C6),
	ColorCard: rgb(0xFFFFFF), ColorHairline: rgb(0xE2E6ED), ColorField: rgb(0xC3CAD6), ColorWindow: rgb(0xF5F6F8),
	ColorInk: rgb(0x1B212C), ColorMuted: rgb(0x5F6980), ColorNone: {},
}

var dark = colors{
	ColorNegative: rgb(0xE0574C), ColorNegativeText: rgb(0xFF9A90), ColorNegativeTint: rgb(0x43211F),
	ColorNeutral: rgb(0x7C8698), ColorNeutralText: rgb(0xD3D9E4), ColorNeutralTint: rgb(0x2C3341),
	ColorPositive: rgb(0x3DB5A8), ColorPositiveText: rgb(0x6FD6CA), ColorPositiveTint: rgb(0x143A36),
	ColorAccent: rgb(0x7FA2FF), ColorAccentText: rgb(0x9DB8FF), ColorAccentTint: rgb(0x23304F),
	ColorOnAccent: rgb(0x0D1526), ColorOnNegative: rgb(0x1D0806),
	ColorWarnText: rgb(0xF5C566), ColorWarnTint: rgb(0x3B2E14),
	ColorWarn: rgb(0xE0A03A), ColorWarnEdge: rgb(0x62501F), ColorNegativeEdge: rgb(0x6E3431),
	ColorCard: rgb(0x1C212B), ColorHairline: rgb(0x323947), ColorField: rgb(0x596378), ColorWindow: rgb(0x14181F),
	ColorInk: rgb(0xF1F3F8), ColorMuted: rgb(0xA3ADC0), ColorNone: {},
}

// fynes says which of our colours Fyne's own widgets take.
var fynes = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          ColorWindow,
	theme.ColorNameForeground:          ColorInk,
	theme.ColorNamePrimary:             ColorAccent,
	theme.ColorNameForegroundOnPrimary: ColorOnAccent,
	theme.ColorNameHyperlink:           ColorAccentText,
	theme.ColorNamePlaceHolder:         ColorMuted,
	theme.ColorNameDisabled:            ColorMuted,
	theme.ColorNameInputBackground:     ColorCard,
	theme.ColorNameInputBorder:         ColorField,
	theme.ColorNameSeparator:           ColorHairline,
	theme.ColorNameButton:              ColorNeutralTint,
	theme.ColorNameMenuBackground:      ColorCard,
	theme.ColorNameOverlayBackground:   ColorCard,
	theme.ColorNameHeaderBackground:    ColorWindow,
	theme.ColorNameError:               ColorNegative,
	theme.ColorNameForegroundOnError:   ColorOnNegative,
	theme.ColorNameSuccess:             ColorPositive,
	theme.ColorNameSelection:           ColorAccentTint,
	theme.ColorNameFocus:               ColorAccentTint,
	theme.ColorNameHover:               ColorNeutralTint,
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

// Tone is what the colour of a chip, a number or a bar tells.
type Tone int

// The tones.
const (
	TonePlain Tone = iota
	ToneNegative
	ToneNeutral
	TonePositive
	ToneAccent
	ToneWarn
)

var toneText = [...]fyne.ThemeColorName{
	ColorNeutralText, ColorNegativeText, ColorNeutralText, ColorPositiveText, ColorAccentText, ColorWarnText,
}

var toneTint = [...]fyne.ThemeColorName{
	ColorNeutralTint, ColorNegativeTint, ColorNeutralTint, ColorPositiveTint, ColorAccentTint, ColorWarnTint,
}

// Text is the colour of writing in this tone.
func (t Tone) Text() fyne.ThemeColorName { return toneText[t] }

// Tint is the colour behind writing in this tone.
func (t Tone) Tint() fyne.ThemeColorName { return toneTint[t] }

// Edge is the colour around what stands on the tint.
func (t Tone) Edge() fyne.ThemeColorName {
	switch t {
	case ToneNegative:
		return ColorNegativeEdge
	case ToneWarn:
		return ColorWarnEdge
	}
	return ColorHairline
}

// strong is the colour of marks in this tone.
func (t Tone) strong() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{ColorMuted, ColorNegative, ColorNeutral, ColorPositive, ColorAccent, ColorWarn}[t]
}

// ToneOf is the tone of a sentiment label.
func ToneOf(l data.Label) Tone { return [...]Tone{ToneNegative, ToneNeutral, TonePositive}[l] }

// FillOf is the strong colour of a sentiment label, for bars.
func FillOf(l data.Label) fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{ColorNegative, ColorNeutral, ColorPositive}[l]
}

// TagTone is the tone of a tag's colour.
func TagTone(c data.TagColor) Tone {
	switch c {
	case data.TagRed:
		return ToneNegative
	case data.TagAmber:
		return ToneWarn
	case data.TagGreen:
		return TonePositive
	case data.TagBlue:
		return ToneAccent
	}
	return TonePlain
}
