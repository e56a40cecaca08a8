package templates

import (
	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// preview is what a reply would begin with, and whether it fits.
type preview struct {
	env       *kit.Env
	presenter *Presenter
	text      *kit.Para
	open      *kit.Para
	counts    *fyne.Container
	chips     []*kit.Chip
	profile   fyne.CanvasObject // leads to the profile while it is empty
	root      fyne.CanvasObject
}

func newPreview(env *kit.Env, p *Presenter, ways Ways) *preview {
	w := env.Words
	v := &preview{env: env, presenter: p, text: kit.NewPara(kit.Body, ""), open: kit.NewPara(kit.Caption.In(kit.ColorWarnText), ""), counts: kit.Flow(4)}
	fill := kit.NewSmallButton(kit.Secondary, w.Text("templates.profile.fill"), ways.Profile)
	v.profile = kit.NewDown(6, kit.NewPara(kit.Caption.In(kit.ColorWarnText), w.Text("templates.profile.missing")), kit.Row(0, fill))
	for range counted {
		chip := kit.NewChip("", kit.TonePlain, nil, nil)
		v.chips = append(v.chips, chip)
		v.counts.Add(chip)
	}
	paper := kit.NewPanel(kit.Inset(12, 12, 14, 14, v.text))
	paper.SetColors(kit.ColorWindow, kit.ColorHairline)
	v.root = kit.NewCard(w.Text("templates.preview"), nil, kit.NewDown(kit.Gap,
		kit.NewPara(kit.Caption, w.Text("templates.preview.hint")), paper, v.open, v.profile,
		kit.NewText(kit.Muted, w.Text("templates.counts")), v.counts, kit.NewPara(kit.Caption, w.Text("templates.counts.hint"))))
	return v
}

// show fills the draft anew.
func (v *preview) show() {
	p := v.presenter
	v.text.SetText(kit.Plain(p.Preview().Text))
	v.open.SetText(kit.Plain(p.Open()))
	kit.SetShown(v.open, p.Open() != "")
	kit.SetShown(v.profile, p.Unreachable())
	for n, c := range p.Counts() {
		tone := kit.TonePlain
		if c.Over {
			tone = kit.ToneNegative
		}
		v.chips[n].Set(kit.ChipText{Text: c.Text, Tone: tone})
	}
	v.counts.Refresh()
}
