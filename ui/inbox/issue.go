package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// issueButton says to which issue the mention belongs, and opens what can be
// done about it.
func (s *Screen) issueButton() *kit.Button {
	w := s.env.Words
	text := w.Text("inbox.issue.none")
	if of := s.presenter.IssuesOf(); len(of) > 0 {
		text = w.Text("inbox.issue.number", "Number", of[0].ID)
	}
	return kit.NewButton(kit.Secondary, text+" ▾", s.AskIssue)
}

// AskIssue offers the issues to which the meant mentions can be put.
func (s *Screen) AskIssue() {
	s.presenter.OfferIssues(func(open []data.Issue) {
		w, p := s.env.Words, s.presenter
		var items []*fyne.MenuItem
		for _, i := range p.IssuesOf() {
			items = append(items,
				fyne.NewMenuItem(w.Text("inbox.issue.open", "Title", kit.Plain(i.Title)), func() { s.ways.Issue(i.ID) }),
				fyne.NewMenuItem(w.Text("inbox.issue.remove", "Title", kit.Plain(i.Title)), func() { p.RemoveFromIssue(i) }))
		}
		if len(items) > 0 {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(items, fyne.NewMenuItem(w.Text("inbox.issue.new"), s.askTitle))
		for _, i := range open {
			items = append(items, fyne.NewMenuItem(w.Severity(i.Severity)+" · "+kit.Plain(i.Title), func() { p.AddToIssue(i) }))
		}
		kit.OpenMenu(s.detail.actions, items)
	})
}

// askTitle makes a new issue of the meant mentions.
func (s *Screen) askTitle() {
	w := s.env.Words
	entry := widget.NewEntry()
	entry.PlaceHolder = w.Text("inbox.issue.title.hint")
	var d *dialog.ConfirmDialog
	make := func(yes bool) {
		if yes {
			s.presenter.NewIssue(entry.Text)
		}
		s.focusList()
	}
	d = dialog.NewCustomConfirm(w.Text("inbox.issue.new"), w.Text("inbox.issue.make"), w.Text("kit.cancel"),
		kit.Sized(420, 0, entry), make, s.env.Window)
	entry.OnSubmitted = func(string) { d.Hide(); make(true) }
	d.Show()
	s.env.Window.Canvas().Focus(entry)
}
