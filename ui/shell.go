package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// shell is what stands in the window: the rail, beside it the screens, and
// above all of them tips and toasts.
type shell struct {
	frame   *framePresenter
	rail    *rail
	screens map[Place]Screen
	welcome *welcome
	errors  *kit.ErrorStrip
	place   Place
	area    *fyne.Container
	root    fyne.CanvasObject
}

// newShell puts the parts together; above, if there is anything, stands over
// every screen.
func newShell(env *kit.Env, frame *framePresenter, screens map[Place]Screen, rail *rail, goTo func(Place), above ...fyne.CanvasObject) *shell {
	s := &shell{frame: frame, screens: screens, rail: rail, errors: kit.NewErrorStrip(env.Words)}
	s.welcome = newWelcome(env, frame, func() { goTo(Import) })
	places := container.NewStack(s.welcome.root)
	for _, p := range Places {
		screens[p].Content().Hide()
		places.Add(screens[p].Content())
	}
	s.area = kit.NewOver(0, kit.NewDown(0, append(above, s.errors, onlyLooks(env, frame))...), places)
	body := kit.NewBeside(s.rail.root, kit.Inset(16, 16, 20, 20, s.area))
	s.root = container.NewStack(body, env.Toast, env.Tip)
	return s
}

// onlyLooks says, where another window works in the workspace, that nothing can
// be changed in this one.
func onlyLooks(env *kit.Env, frame *framePresenter) fyne.CanvasObject {
	says := kit.NewPanel(kit.Inset(10, 10, 16, 12, kit.NewPara(kit.Strong, env.Words.Text("ui.only_looks"))))
	says.SetColors(kit.ColorWarnTint, kit.ColorWarnEdge)
	kit.SetShown(says, frame.desk.OnlyLooks())
	return says
}

// show puts a place on screen: of the overview of an empty workspace, the
// welcome.
func (s *shell) show(p Place) {
	s.place = p
	s.rail.choose(p)
	welcome := p == Overview && (s.frame.Empty() || s.frame.DemoRunning())
	for _, each := range Places {
		kit.SetShown(s.screens[each].Content(), each == p && !welcome)
	}
	kit.SetShown(s.welcome.root, welcome)
}

// showFrame shows the rail's numbers, and whether there is anything to see.
func (s *shell) showFrame() {
	s.rail.alarm(Overview, s.frame.Alarms())
	s.rail.badge(Inbox, s.frame.Badge())
	s.rail.items[Inbox].SetUrgent(s.frame.Late())
	s.rail.badge(Issues, s.frame.Issues())
	s.rail.alarm(Crisis, s.frame.Crises())
	s.rail.foot(s.frame.Foot())
	s.show(s.place)
}
