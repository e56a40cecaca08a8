package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

// lookForDue is after how many ticks the window looks for what falls due.
const lookForDue = 10

// toastStays is how long a toast stays before it fades.
const toastStays = 8 * time.Second

// Window is the program's window on an open workspace.
type Window struct {
	app        fyne.App
	window     fyne.Window
	desk       *desk.Desk
	dispatcher job.Dispatcher
	env        *kit.Env
	history    history
	drill      *drill    // the window is that of a drill; nil otherwise
	drilling   []*Window // windows of drills that this one opened

	// What stands in the window in the present language.
	frame   *framePresenter
	due     *duePresenter
	screens map[Place]Screen
	started map[Place]bool
	shell   *shell
}

// New makes the window on d, filled but not shown and with nothing read yet.
// lang is the language unless the person chose one earlier. Everything that
// takes time goes to dispatcher.
func New(app fyne.App, d *desk.Desk, lang string, dispatcher job.Dispatcher) *Window {
	return newWindow(app, d, lang, dispatcher, refreshPause)
}

func newWindow(app fyne.App, d *desk.Desk, lang string, dispatcher job.Dispatcher, gather time.Duration) *Window {
	return newDrillWindow(app, d, lang, dispatcher, gather, nil)
}

// newDrillWindow makes a window that may be that of a drill.
func newDrillWindow(app fyne.App, d *desk.Desk, lang string, dispatcher job.Dispatcher, gather time.Duration, run *desk.DrillRun) *Window {
	theme := kit.NewTheme(lookOf(app.Preferences()))
	app.Settings().SetTheme(theme)
	w := &Window{app: app, desk: d, dispatcher: dispatcher, history: history{now: Overview}}
	if run != nil {
		w.drill = &drill{run: run}
	}
	w.window = app.NewWindow("Vedetta")
	w.env = &kit.Env{
		Dispatcher: dispatcher, History: &job.History{}, Theme: theme, Window: w.window, Taste: app.Preferences(),
		Zone: d.Zone, Gather: gather, Words: assets.WordsFor(languageOf(app.Preferences(), lang)),
	}
	w.window.SetPadded(false)
	w.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.Dropped(files) })
	w.fill()
	w.addShortcuts()
	w.window.Resize(sizeOf(app.Preferences()))
	return w
}

// Run shows the window, begins to load and returns when it was closed.
func Run(app fyne.App, d *desk.Desk, lang string) {
	dispatcher := kit.NewDispatcher()
	w := New(app, d, lang, dispatcher)
	w.env.Toast.Fade(dispatcher, toastStays)
	w.env.Tick = time.Second
	w.window.SetCloseIntercept(func() {
		keepSize(app.Preferences(), w.window.Canvas().Size())
		w.window.Close()
	})
	app.Lifecycle().SetOnStarted(func() {
		w.Start()
		w.watch()
	})
	w.window.SetMaster()
	w.window.ShowAndRun()
	w.endDrills()
	w.Stop()
	dispatcher.Close()
}

// fill puts frame and screens of the present language into the window.
func (w *Window) fill() {
	speakFyne(w.env.Words.Lang())
	w.env.Toast, w.env.Tip = kit.NewToast(), kit.NewTip()
	w.frame = newFramePresenter(w.desk, w.env.Words, w.dispatcher, w)
	w.frame.pause = w.env.Gather
	w.due = newDuePresenter(w.desk, w.env.Words, w.dispatcher, w)
	w.screens, w.started = w.newScreens(), map[Place]bool{}
	w.shell = newShell(w.env, w.frame, w.screens, newRail(w.env, w.places(), w.Go, w.showSheet), w.Go, w.newDrillBar()...)
	w.window.SetContent(w.shell.root)
	w.shell.show(w.history.now)
}

// Start begins to load what is on screen.
func (w *Window) Start() {
	w.frame.Start()
	if w.due.beat = lookForDue * w.env.Tick; w.drill != nil {
		w.due.beat = w.env.Tick
	}
	w.due.Start()
	if w.drill != nil {
		w.drill.bar.Start()
	}
	w.arrive()
}

// Stop ends all loading.
func (w *Window) Stop() {
	w.frame.Stop()
	w.due.Stop()
	if w.drill != nil {
		w.drill.bar.Stop()
	}
	for place := range w.started {
		w.screens[place].Stop()
	}
}

// FrameChanged shows the rail's numbers, and welcome or overview.
func (w *Window) FrameChanged() { w.shell.showFrame() }

// DemoChanged shows how far the demo's import has come, then what it brought.
func (w *Window) DemoChanged() {
	w.shell.welcome.show()
	w.shell.show(w.shell.place)
}

// watch lets the files of the watched folder come in from now on.
func (w *Window) watch() {
	w.dispatcher.Do(func(ctx context.Context) func() {
		err := w.desk.StartWatching(ctx)
		return func() {
			if err != nil {
				w.FrameFailed(err)
			}
		}
	})
}

// WatchedArrived tells of a file of the watched folder, on whatever screen the
// person is, and offers the one where it is listed.
func (w *Window) WatchedArrived(f data.WatchedFile) {
	w.env.Toast.Offer(w.env.Words.Watched(f), w.env.Words.Text("ui.watched.show"), func() { w.Go(Import) })
}

// Taught tells what came of learning from the person's corrections.
func (w *Window) Taught(m data.ModelInfo) { w.env.Toast.Say(w.env.Words.Taught(m)) }

// FrameFailed shows an error above whatever screen is shown.
func (w *Window) FrameFailed(err error) { w.shell.errors.Fail(err) }

// SetLanguage changes the language at once and for later starts.
func (w *Window) SetLanguage(code string) {
	if code == w.env.Words.Lang() {
		return
	}
	w.app.Preferences().SetString(tasteLanguage, code)
	w.Stop()
	w.env.Words = assets.WordsFor(code)
	w.fill()
	w.Start()
}

// SetLook changes the colours at once and for later starts.
func (w *Window) SetLook(look kit.Look) {
	w.app.Preferences().SetString(tasteLook, string(look))
	w.env.Theme = kit.NewTheme(look)
	w.app.Settings().SetTheme(w.env.Theme)
}
