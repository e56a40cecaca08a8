package crisis

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// AskReview asks what was learnt: filled from the log until the person wrote
// something.
func (s *Screen) AskReview(r data.Review) {
	w := s.env.Words
	rows := kit.NewDown(6, kit.NewPara(kit.Muted, w.Text("room.review.hint")))
	type part struct {
		key   string
		text  *string
		lines int
	}
	for _, each := range []part{
		{"happened", &r.Happened, 6},
		{"worked", &r.Worked, 3},
		{"failed", &r.Failed, 4},
		{"causes", &r.Causes, 3},
		{"changes", &r.Changes, 3},
	} {
		rows.Add(kit.NewText(kit.Strong, w.Text("handover.review."+each.key)))
		rows.Add(s.page(each.text, each.lines))
	}
	if len(r.Edits) > 0 {
		rows.Add(kit.NewText(kit.Strong, w.Text("room.review.edits")))
		rows.Add(kit.NewPara(kit.Caption, w.Text("room.review.edits.hint")))
	}
	for n := range r.Edits {
		check := widget.NewCheck("", func(on bool) { r.Edits[n].Accept = on })
		check.Checked = r.Edits[n].Accept
		rows.Add(kit.NewBeside(kit.NewDown(0, check), kit.NewPara(kit.Body, kit.Plain(s.presenter.EditLine(r.Edits[n])))))
	}
	var f *form
	save := kit.NewButton(kit.Primary, w.Text("room.save"), func() { f.dialog.Hide(); s.presenter.SaveReview(r) })
	f = s.openWide(w.Text("room.more.review"), rows, save)
}

// page is a text of several lines that is written in place.
func (s *Screen) page(text *string, lines int) fyne.CanvasObject {
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(lines)
	e.SetText(*text)
	e.OnChanged = func(now string) { *text = now }
	return e
}
