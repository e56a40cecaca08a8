package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// readable is the least contrast of text with what lies behind it (WCAG AA).
const readable = 4.5

func TestTextIsReadable(t *testing.T) {
	surfaces := []fyne.ThemeColorName{ColorCard, ColorWindow}
	pairs := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		ColorInk:        append(surfaces, ColorNeutralTint, ColorAccentTint, ColorNegativeTint, ColorWarnTint),
		ColorMuted:      append(surfaces, ColorNeutralTint, ColorAccentTint, ColorNegativeTint, ColorWarnTint),
		ColorOnAccent:   {ColorAccent},
		ColorOnNegative: {ColorNegative},
	}
	for tone := TonePlain; tone <= ToneWarn; tone++ {
		pairs[tone.Text()] = append(surfaces, tone.Tint())
	}
	for name, palette := range map[string]colors{"light": light, "dark": dark} {
		for text, behind := range pairs {
			for _, b := range behind {
				if c := contrast(palette[text], palette[b]); c < readable {
					t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", name, text, b, c, readable)
				}
			}
		}
	}
}

// contrast is the ratio of WCAG 2.1.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func TestPalettesHaveTheSameColors(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("%s is missing in the dark palette", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("%d light colours, %d dark ones", len(light), len(dark))
	}
}

func TestThemeDefinesEveryColorOfFyne(t *testing.T) {
	test.NewTempApp(t)
	test.AssertAllColorNamesDefined(t, NewTheme(LookDark), "dark")
	test.AssertAllColorNamesDefined(t, NewTheme(LookSystem), "system")
}

func TestLookDecidesOverTheSystem(t *testing.T) {
	for look, want := range map[Look]color.NRGBA{
		LookLight: light[ColorCard], LookDark: dark[ColorCard], LookSystem: dark[ColorCard], "nonsense": dark[ColorCard],
	} {
		if got := NewTheme(look).Color(ColorCard, theme.VariantDark); got != want {
			t.Errorf("%s on a dark system: card %v, want %v", look, got, want)
		}
	}
}
