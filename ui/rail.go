package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"vedetta/assets"
	"vedetta/ui/kit"
)

const railWidth = 195

// rail leads to the screens and says what workspace this is.
type rail struct {
	items                map[Place]*kit.NavItem
	name, mentions, last *kit.Text
	root                 fyne.CanvasObject
}

func newRail(env *kit.Env, places []Place, goTo func(Place), keys func()) *rail {
	r := &rail{
		items: map[Place]*kit.NavItem{},
		name:  kit.NewLine(kit.Caption, ""), mentions: kit.NewLine(kit.Caption, ""), last: kit.NewLine(kit.Caption, ""),
	}
	top := kit.NewDown(2, brand())
	for _, p := range places {
		r.items[p] = kit.NewNavItem(env.Words.Text("ui.nav."+string(p)), func() { goTo(p) })
		top.Add(r.items[p])
	}
	help := kit.Row(0, kit.NewSmallButton(kit.Quiet, env.Words.Text("shortcuts.button"), keys))
	foot := kit.NewDown(8, help, kit.NewHairline(), kit.Inset(0, 0, 10, 10, kit.NewDown(2, r.name, r.mentions, r.last)))
	lines := kit.Inset(14, 22, 10, 10, container.NewBorder(nil, foot, nil, nil, container.NewVBox(top, layout.NewSpacer())))
	r.root = kit.NewSide(kit.Sized(railWidth, 0, lines))
	return r
}

// brand is the lookout with the program's name.
func brand() fyne.CanvasObject {
	icon, err := assets.Icons.ReadFile("icons/vedetta.svg")
	if err != nil {
		panic(err) // it is embedded
	}
	picture := canvas.NewImageFromResource(fyne.NewStaticResource("vedetta.svg", icon))
	picture.FillMode = canvas.ImageFillContain
	name := kit.NewText(kit.Style{Size: kit.SizeBrand, Color: kit.ColorInk, Bold: true}, "Vedetta")
	return kit.Inset(0, 10, 10, 0, kit.Row(10, kit.Sized(22, 30, picture), name))
}

func (r *rail) choose(p Place) {
	for place, item := range r.items {
		item.SetChosen(place == p)
	}
}

// alarm shows a count that cannot wait.
func (r *rail) alarm(p Place, text string) {
	r.items[p].SetUrgent(text != "")
	r.badge(p, text)
}

func (r *rail) badge(p Place, text string) { r.items[p].SetBadge(text) }

// places are those of the rail of a window: a drill has neither drills nor
// sources.
func (w *Window) places() []Place {
	return slices.DeleteFunc(slices.Clone(RailPlaces), func(p Place) bool { return w.drill != nil && (p == Drills || p == Sources) })
}

func (r *rail) foot(name, mentions, last string) {
	r.name.SetText(kit.Plain(name))
	r.mentions.SetText(mentions)
	r.last.SetText(last)
}
