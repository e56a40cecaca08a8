package drills

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/ui/kit"
)

// BarView is the bar over the window of a drill: what time it is in the case,
// its controls, and below it the inject that waits.
type BarView struct {
	env       *kit.Env
	presenter *Bar
	leave     func(keep bool)

	time, next    *kit.Text
	speed         *kit.Segmented
	pause, all    *kit.Button
	skips         []*kit.Button
	inject        *fyne.Container
	shown         string // key of the inject on screen
	errors        *kit.ErrorStrip
	root          *fyne.Container
	layoutChanged func()
}

// NewBarView makes the bar of a run. layoutChanged is called when its height
// changes, leave when the person closes the drill.
func NewBarView(env *kit.Env, run *desk.DrillRun, layoutChanged func(), leave func(keep bool)) *BarView {
	v := &BarView{env: env, leave: leave, layoutChanged: layoutChanged, inject: container.NewStack(), errors: kit.NewErrorStrip(env.Words)}
	v.presenter = NewBar(run, env.Words, env.Dispatcher, v)
	panel := kit.NewPanel(kit.Inset(8, 8, 12, 12, kit.NewDown(6, v.head(), v.controls())))
	panel.SetColors(kit.ColorWarnTint, kit.ColorWarnEdge)
	v.root = kit.Inset(0, kit.Gap, 0, 0, kit.NewDown(8, v.errors, panel, v.inject))
	return v
}

func (v *BarView) head() fyne.CanvasObject {
	w := v.env.Words
	v.time, v.next = kit.NewText(kit.Strong, ""), kit.NewText(kit.Caption, "")
	banner := kit.NewChip(w.Text("drills.bar.drill"), kit.ToneWarn, nil, nil)
	name := kit.NewLine(kit.Strong, kit.Plain(v.presenter.Name()))
	return kit.Between(kit.Gap, container.NewCenter(banner), name, kit.Row(kit.Gap, v.next, v.time))
}

func (v *BarView) controls() fyne.CanvasObject {
	w, p := v.env.Words, v.presenter
	v.speed = kit.NewSegmented(speedNames(v.env), p.Speed(), p.SetSpeed)
	v.pause = kit.NewSmallButton(kit.Secondary, w.Text("drills.bar.pause"), p.Pause)
	v.all = kit.NewSmallButton(kit.Secondary, "", v.showInjects)
	v.skips = []*kit.Button{
		kit.NewSmallButton(kit.Secondary, w.Text("drills.bar.inject"), p.SkipToInject),
		kit.NewSmallButton(kit.Secondary, w.Text("drills.bar.morning"), p.SkipToMorning),
	}
	stop := kit.NewSmallButton(kit.Secondary, w.Text("drills.bar.stop"), v.askStop)
	return kit.Flow(8, v.speed, v.pause, v.skips[0], v.skips[1], v.all, stop)
}

// Content is what stands above the screens.
func (v *BarView) Content() fyne.CanvasObject { return v.root }

// Start follows the run.
func (v *BarView) Start() { v.presenter.Start() }

// Stop ends what Start began.
func (v *BarView) Stop() { v.presenter.Stop() }

// Look notes that the person looks at the incidents.
func (v *BarView) Look() { v.presenter.Look() }

// Ticked shows what time it is.
func (v *BarView) Ticked() {
	p := v.presenter
	v.time.SetText(p.Time())
	v.next.SetText(p.Next())
	v.speed.SetChosen(p.Speed())
	key := "drills.bar.pause"
	if p.Paused() {
		key = "drills.bar.resume"
	}
	v.pause.SetText(v.env.Words.Text(key))
	v.root.Refresh()
}

// InjectsChanged shows the inject that waits.
func (v *BarView) InjectsChanged() {
	v.all.SetText(v.env.Words.Count("drills.bar.injects", v.presenter.Open()))
	i, ok := v.presenter.Waiting()
	if ok && i.Key == v.shown {
		return // what was typed stays
	}
	v.shown = i.Key
	v.inject.RemoveAll()
	if ok {
		v.inject.Add(v.injectCard(i))
	}
	v.root.Refresh()
	v.layoutChanged()
}

// Ended shows the score.
func (v *BarView) Ended(score data.DrillScore) { v.showScore(v.presenter.Shown(score)) }

// Failed shows an error above the bar.
func (v *BarView) Failed(err error) {
	v.errors.Fail(err)
	v.layoutChanged()
}
