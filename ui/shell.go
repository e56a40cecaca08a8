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

func newShell(env *kit.Env, frame *framePresenter, screens map[Place]Screen, goTo func(Place)) *shell {
	s := &shell{frame: frame, screens: screens, rail: newRail(env, goTo), errors: kit.NewErrorStrip(env.Words)}
	s.welcome = newWelcome(env, frame, func() { goTo(Import) })
	places := container.NewStack(s.welcome.root)
	for _, p := range Places {
		screens[p].Content().Hide()
		places.Add(screens[p].Content())
	}
	s.area = kit.NewOver(0, s.errors, places)
	body := kit.NewBeside(s.rail.root, kit.Inset(16, 16, 20, 20, s.area))
	s.root = container.NewStack(body, env.Toast, env.Tip)
	return s
}

// show puts a place on screen: of the overview of an empty workspace, the
// welcome.
func (s *shell) show(p Place) {
	s.place = p
	s.rail.choose(p)
	welcome := p == Overview && (s.frame.Empty() || s.frame.DemoRunning())
	for _, each := range Places {
		setShown(s.screens[each].Content(), each == p && !welcome)
	}
	setShown(s.welcome.root, welcome)
}

func setShown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
		return
	}
	o.Hide()
}

// showFrame shows the rail's numbers, and whether there is anything to see.
func (s *shell) showFrame() {
	s.rail.alarm(Overview, s.frame.Alarms())
	s.rail.badge(Inbox, s.frame.Badge())
	s.rail.foot(s.frame.Foot())
	s.show(s.place)
}
