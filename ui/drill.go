package ui

import (
	"context"
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"

	"vedetta/data/desk"
	"vedetta/ui/drills"
)

// drill is what the window of a drill has beside all others.
type drill struct {
	run    *desk.DrillRun
	bar    *drills.BarView
	home   *Window // that opened it
	closed bool
}

// OpenDrill shows a drill under way in a window of its own, and lets its clock
// run.
func (w *Window) OpenDrill(run *desk.DrillRun) {
	d := newDrillWindow(w.app, run.Desk, w.env.Words.Lang(), w.dispatcher, w.env.Gather, run)
	d.drill.home = w
	d.window.SetTitle(w.env.Words.Text("drills.window"))
	d.window.SetCloseIntercept(func() { d.closeDrill(false) })
	w.drilling = append(w.drilling, d)
	d.env.Toast.Fade(w.dispatcher, toastStays)
	d.env.Tick = w.env.Tick
	d.window.Show()
	d.Start()
	run.Play(nil)
}

// newDrillBar makes the bar over the screens of a drill, nothing in other
// windows.
func (w *Window) newDrillBar() []fyne.CanvasObject {
	if w.drill == nil {
		return nil
	}
	w.drill.bar = drills.NewBarView(w.env, w.drill.run, func() {
		if w.shell != nil {
			w.shell.area.Refresh()
		}
	}, w.closeDrill)
	return []fyne.CanvasObject{w.drill.bar.Content()}
}

// closeDrill closes the window of a drill and then its workspace, which is
// kept or deleted.
func (w *Window) closeDrill(keep bool) {
	if w.drill.closed {
		return
	}
	w.drill.closed = true
	w.Stop()
	w.window.Close()
	home := w.drill.home
	w.dispatcher.Do(func(ctx context.Context) func() {
		err := w.drill.run.Close(context.WithoutCancel(ctx), keep)
		return func() {
			if err != nil {
				home.FrameFailed(err)
			}
		}
	})
}

// endDrills closes what drills are left when the program ends.
func (w *Window) endDrills() {
	var err error
	for _, d := range w.drilling {
		if !d.drill.closed {
			d.drill.closed = true
			d.Stop()
			err = errors.Join(err, d.drill.run.Close(context.Background(), false))
		}
	}
	if err != nil {
		slog.Warn("a drill could not be closed", "error", err)
	}
}

// goUnlessDrill shows a place that the window of a drill does not have.
func (w *Window) goUnlessDrill(p Place) {
	if w.drill == nil {
		w.Go(p)
	}
}

// wayToDrills leads to the drills; nil within one.
func (w *Window) wayToDrills() func() {
	if w.drill != nil {
		return nil
	}
	return func() { w.Go(Drills) }
}
