package ui

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// Warned tells of an incident: the system shows a fixed phrase and a number, on
// a locked screen too; the window offers to show why. A drill warns in its
// window only: elsewhere it would be taken for real.
func (w *Window) Warned(i data.Incident) {
	w.notify(w.env.Words.Notification(i))
	w.env.Toast.Offer(w.env.Words.Notification(i), w.env.Words.Text("ui.warned.why"), func() { w.OpenIncident(i.ID) })
}

// FellDue tells that something falls due in a crisis.
func (w *Window) FellDue(issue int64, said, alone string) {
	w.notify(alone)
	w.env.Toast.Offer(kit.Plain(said), w.env.Words.Text("room.due.open"), func() { w.OpenCrisis(issue) })
}

// notify lets the system show a phrase that gives nothing away.
func (w *Window) notify(phrase string) {
	if w.drill == nil {
		w.app.SendNotification(fyne.NewNotification("Vedetta", phrase))
	}
}
