package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// welcome is the first start: the workspace is empty, here is what to do.
type welcome struct {
	frame  *framePresenter
	invite fyne.CanvasObject
	busy   *kit.BusyState
	root   *fyne.Container
}

func newWelcome(env *kit.Env, frame *framePresenter, chooseFile func()) *welcome {
	w := env.Words
	v := &welcome{frame: frame}
	buttons := kit.Row(kit.Gap,
		kit.NewButton(kit.Primary, w.Text("ui.welcome.import"), chooseFile),
		kit.NewButton(kit.Secondary, w.Text("ui.welcome.demo"), frame.ImportDemo))
	v.invite = container.NewCenter(kit.NewCard("", nil, kit.Inset(24, 24, 32, 32, kit.NewDown(14,
		kit.NewPara(kit.Title.Center(), w.Text("ui.welcome.title")),
		kit.Sized(480, 0, kit.NewPara(kit.Body.Center(), w.Text("ui.welcome.text"))),
		container.NewCenter(buttons),
		kit.NewPara(kit.Caption.Center(), w.Text("ui.welcome.hint"))))))
	v.busy = kit.NewBusyState(w.Text("ui.welcome.demo"), w.Text("ui.welcome.stop"), frame.StopDemo)
	v.root = container.NewStack(v.invite, v.busy)
	v.show()
	return v
}

// show follows the import of the demo.
func (v *welcome) show() {
	running := v.frame.DemoRunning()
	kit.SetShown(v.invite, !running)
	kit.SetShown(v.busy, running)
	if running {
		v.busy.Set(v.frame.DemoProgress())
	}
}
