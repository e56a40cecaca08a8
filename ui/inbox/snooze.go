package inbox

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"vedetta/ui/kit"
)

// AskSnooze offers the moments to which the meant mentions can be put off.
func (s *Screen) AskSnooze() {
	if len(s.presenter.meant()) > 0 {
		kit.OpenMenu(s.menuPlace(), s.snoozeItems())
	}
}

// menuPlace is below what a menu for the meant mentions opens.
func (s *Screen) menuPlace() fyne.CanvasObject {
	if s.presenter.MarkedCount() > 0 {
		return s.bulk.marks
	}
	return s.detail.actions
}

func (s *Screen) snoozeItems() []*fyne.MenuItem {
	w, p := s.env.Words, s.presenter
	var items []*fyne.MenuItem
	for _, c := range p.SnoozeChoices() {
		items = append(items, fyne.NewMenuItem(c.Words, func() { p.Snooze(c.Until) }))
	}
	items = append(items, fyne.NewMenuItem(w.Text("list.snooze.pick"), s.askDay))
	if p.AnySnoozed() {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.Text("list.snooze.back"), func() { p.Snooze(time.Time{}) }))
	}
	return items
}

// askDay lets the person choose the day to which mentions are put off.
func (s *Screen) askDay() {
	w, p := s.env.Words, s.presenter
	var d *dialog.CustomDialog
	wrong := kit.NewPara(kit.Caption, w.Text("list.snooze.day.hint"))
	entry := kit.NewSearchEntry(w.Text("list.snooze.day"), nil, func() { d.Hide() })
	finish := func() {
		until, ok := p.SnoozeUntil(entry.Text)
		if !ok {
			wrong.SetText(w.Text("list.snooze.day.wrong"))
			return
		}
		d.Hide()
		p.Snooze(until)
		s.focusList()
	}
	entry.OnSubmitted = func(string) { finish() }
	content := kit.NewDown(8, entry, wrong)
	d = dialog.NewCustomWithoutButtons(w.Text("list.snooze.pick"), kit.Sized(askNameWidth, 0, kit.Inset(0, 10, 0, 0, content)), s.env.Window)
	d.SetButtons([]fyne.CanvasObject{
		kit.NewButton(kit.Secondary, w.Text("query.cancel"), d.Hide), kit.NewButton(kit.Primary, w.Text("list.snooze.do"), finish),
	})
	d.Show()
	s.env.Window.Canvas().Focus(entry)
}
