package warning

import (
	"image"

	"fyne.io/fyne/v2"

	"vedetta/charts"
	"vedetta/data"
	"vedetta/ui/kit"
)

// trialView shows a trial: how far it is, then its answer with a chart and the
// dates.
type trialView struct {
	env       *kit.Env
	presenter *Presenter
	ways      Ways
	follows   func(running Subject) bool // whose progress it shows
	subject   Subject                    // whose answer it shows
	drawn     *Trial                     // the one in the chart
	listed    int                        // how many of its incidents the list shows

	doing, left *kit.Text
	bar         *kit.Progress
	progress    *fyne.Container

	fired        *kit.Para
	basis, stale *kit.Para
	chart        *kit.ChartView
	history      *fyne.Container // what there is when there is a history
	list         *fyne.Container
	answer       *fyne.Container
	root         *fyne.Container
}

const trialChartHeight = 150

func newTrialView(env *kit.Env, p *Presenter, ways Ways, follows func(Subject) bool) *trialView {
	v := &trialView{env: env, presenter: p, ways: ways, follows: follows}
	v.progress, v.answer = v.newProgress(), v.newAnswer()
	v.root = kit.NewDown(kit.Gap, v.progress, v.answer)
	v.root.Hide()
	return v
}

func (v *trialView) newProgress() *fyne.Container {
	v.doing, v.left, v.bar = kit.NewLine(kit.Strong, ""), kit.NewLine(kit.Caption, ""), kit.NewProgress()
	stop := kit.NewButton(kit.Secondary, v.env.Words.Text("earlywarning.stop"), v.presenter.CancelTrial)
	return kit.Inset(6, 2, 0, 0, kit.Between(kit.Edge, nil, kit.NewDown(4, v.doing, v.bar, v.left), middle(stop)))
}

func (v *trialView) newAnswer() *fyne.Container {
	w := v.env.Words
	v.fired, v.basis = kit.NewPara(kit.Strong, ""), kit.NewPara(kit.Caption, "")
	v.stale = kit.NewPara(kit.Body.In(kit.ColorWarnText), w.Text("earlywarning.outdated"))
	v.chart, v.list = kit.NewChartView(v.env), kit.NewDown(0)
	closing := kit.NewSmallButton(kit.Quiet, w.Text("earlywarning.close"), func() { v.presenter.CloseTrial(v.subject) })
	v.history = kit.NewDown(kit.Gap, kit.Sized(0, trialChartHeight, v.chart),
		kit.NewPara(kit.Caption, w.Text("earlywarning.chart.hint")), v.list)
	return kit.NewDown(kit.Gap, kit.NewHairline(),
		kit.Between(kit.Gap, nil, kit.NewDown(2, v.fired, v.basis), middle(closing)), v.stale, v.history)
}

// show brings the view up to date with what is known of a subject.
func (v *trialView) show(subject Subject) {
	v.subject = subject
	running, busy := v.presenter.Running()
	busy = busy && v.follows(running)
	t, tried := v.presenter.Tried(subject)
	kit.SetShown(v.root, busy || tried)
	kit.SetShown(v.progress, busy)
	kit.SetShown(v.answer, tried)
	if busy {
		v.showProgress()
	}
	if tried {
		v.showAnswer(t)
	}
}

// showProgress says how far the trial is.
func (v *trialView) showProgress() {
	p := v.presenter
	if running, busy := p.Running(); busy && v.follows(running) {
		v.doing.SetText(p.Doing())
		v.left.SetText(p.Left())
		v.bar.Set(p.Share())
	}
}

func (v *trialView) showAnswer(t *Trial) {
	w, p := v.env.Words, v.presenter
	kit.SetShown(v.stale, t.Outdated)
	kit.SetShown(v.history, t.HasHistory())
	if !t.HasHistory() {
		v.fired.SetText(w.Text("earlywarning.history.none"))
		v.basis.SetText(w.Text("earlywarning.history.none.hint"))
		return
	}
	v.fired.SetText(p.Heading(t.Subject, p.Fired(t)))
	v.basis.SetText(p.Basis(t))
	if v.drawn != t {
		v.drawn, v.listed = t, 0
		v.chart.Set(v.drawing(t))
	}
	if v.listed != t.Listed { // else what has the focus in the list keeps it
		v.listed = t.Listed
		v.showList(t)
	}
}

func (v *trialView) showList(t *Trial) {
	p := v.presenter
	v.list.RemoveAll()
	list, more := p.List(t)
	for n, f := range list {
		if n > 0 {
			v.list.Add(kit.NewHairline())
		}
		v.list.Add(v.newRow(f, func() { v.ways.Inbox(p.Mentions(t, n)) }))
	}
	if more > 0 {
		v.list.Add(kit.Row(0, kit.NewSmallButton(kit.Quiet, v.env.Words.Count("earlywarning.list.more", more), func() { p.ListMore(t) })))
	}
}

// whenWidth keeps what stands behind the dates in one line.
const whenWidth, levelWidth = 176, 84

func (v *trialView) newRow(f Fired, open func()) fyne.CanvasObject {
	w := v.env.Words
	level := kit.Row(0, kit.NewChip(w.Text("earlywarning.level."+f.Level.String()), levelTone(f.Level), nil, nil))
	left := kit.Row(kit.Gap, kit.Sized(whenWidth, 0, kit.NewText(kit.Body, f.When)), kit.Sized(levelWidth, 0, level))
	var right fyne.CanvasObject
	if f.Expected {
		right = kit.NewChip(w.Text("earlywarning.list.expected"), kit.ToneAccent, nil, nil)
	}
	line := kit.Between(kit.Gap, left, kit.NewLine(kit.Muted, kit.Plain(f.What)), right)
	return flush(kit.NewPress(kit.Inset(5, 5, pressMargin, pressMargin, line), open))
}

func levelTone(l data.Level) kit.Tone {
	switch l {
	case data.LevelCrisis:
		return kit.ToneNegative
	case data.LevelElevated:
		return kit.ToneWarn
	}
	return kit.TonePlain
}

// drawing is the history with what would have fired marked on it.
func (v *trialView) drawing(t *Trial) kit.Drawing {
	p := v.presenter
	chart := charts.Chart{Timeline: p.Timeline(t), Zone: p.desk.Zone(), Words: v.env.Words, Bands: p.Bands(t)}
	return kit.Drawing{
		Image: func(w, h int, scale float64, palette charts.Palette) image.Image {
			drawn := chart
			drawn.Palette = palette
			return drawn.Image(w, h, scale)
		},
		Bars:  len(chart.Timeline.Buckets),
		BarAt: chart.BucketAt,
		Tip:   func(bar int) string { return p.Bar(t, bar) },
		Open:  func(bar int) { v.ways.Inbox(p.BarMentions(t, bar)) },
	}
}
