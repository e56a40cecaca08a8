package ui

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
)

// Warned tells of an incident: the system shows a fixed phrase and a number, on
// a locked screen too; the window offers to show why.
func (w *Window) Warned(i data.Incident) {
	w.app.SendNotification(fyne.NewNotification("Vedetta", w.env.Words.Notification(i)))
	w.env.Toast.Offer(w.env.Words.Notification(i), w.env.Words.Text("ui.warned.why"), func() { w.OpenIncident(i.ID) })
}
