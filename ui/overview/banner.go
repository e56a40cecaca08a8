package overview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// banner shows the most serious of the incidents that are going on.
type banner struct {
	shown            Banner
	word             *kit.Text
	steps            *kit.Steps
	headline, detail *kit.Para
	why, crisis      *kit.Button
	panel            *kit.Panel
}

func newBanner(env *kit.Env, ways Ways) *banner {
	w := env.Words
	b := &banner{
		word: kit.NewText(kit.Strong, ""), steps: kit.NewSteps(),
		headline: kit.NewPara(kit.Strong, ""), detail: kit.NewPara(kit.Muted, ""),
	}
	b.why = kit.NewButton(kit.Secondary, w.Text("overview.banner.why"), func() { ways.Incident(b.shown.Incident) })
	b.why.Hidden = ways.Incident == nil
	b.crisis = kit.NewButton(kit.Danger, w.Text("overview.banner.crisis"), func() { ways.Crisis(b.shown.Incident) })
	b.crisis.Hidden = true
	said := container.New(midway{}, kit.NewDown(2, b.headline, b.detail))
	level := container.NewCenter(kit.NewDown(5, b.word, b.steps))
	buttons := container.NewCenter(kit.Row(kit.Edge, b.why, b.crisis))
	b.panel = kit.NewPanel(kit.Inset(14, 14, 16, 16, kit.Between(kit.Edge, level, said, buttons)))
	b.panel.Hide()
	return b
}

// show fills the banner, or takes it away; crisis tells whether there is a
// crisis room to open.
func (b *banner) show(one Banner, on, crisis bool) {
	b.panel.Hidden = !on
	if !on || one == b.shown {
		return
	}
	b.shown = one
	tone := kit.ToneNegative
	if one.Level < data.LevelElevated {
		tone = kit.ToneWarn
	}
	b.word.SetText(one.Word)
	b.word.SetStyle(kit.Strong.In(tone.Text()))
	b.steps.Set(one.Steps, tone)
	b.headline.SetText(kit.Plain(one.Headline))
	b.detail.SetText(kit.Plain(one.Detail))
	b.detail.Hidden = one.Detail == ""
	b.crisis.Hidden = !one.Serious || !crisis
	b.panel.SetColors(tone.Tint(), tone.Edge())
}

// midway sets an object in the middle of the height, as wide as there is room.
type midway struct{}

// MinSize is Fyne's.
func (midway) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// Layout gives the object its width and then asks for its height.
func (midway) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, o[0].MinSize().Height))
	height := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(size.Width, height))
	o[0].Move(fyne.NewPos(0, (size.Height-height)/2))
}
