package issues

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

const formWidth = 520

// form is a dialog whose height follows what stands in it.
type form struct {
	env    *kit.Env
	rows   *fyne.Container
	dialog *dialog.CustomDialog
}

// open shows the form; what is first may be nil.
func (s *Screen) open(title string, rows *fyne.Container, first fyne.Focusable, buttons ...fyne.CanvasObject) *form {
	f := &form{env: s.env, rows: rows}
	f.dialog = dialog.NewCustomWithoutButtons(title, kit.Sized(formWidth, 0, kit.Inset(0, 10, 0, 0, rows)), s.env.Window)
	cancel := kit.NewButton(kit.Secondary, s.env.Words.Text("kit.cancel"), f.dialog.Hide)
	f.dialog.SetButtons(append([]fyne.CanvasObject{cancel}, buttons...))
	f.dialog.Show()
	f.fit()
	if first != nil {
		s.env.Window.Canvas().Focus(first)
	}
	return f
}

// fit gives the dialog the height its rows need.
func (f *form) fit() {
	f.rows.Resize(fyne.NewSize(f.rows.Size().Width, 0))
	f.dialog.Resize(f.dialog.MinSize())
	f.dialog.Refresh()
}

// askNew asks how a new issue is called.
func (s *Screen) askNew() {
	w := s.env.Words
	s.askTitle(w.Text("issues.new.title"), w.Text("issues.new.make"), s.presenter.Create)
}

// askSplit asks how the issue of the marked mentions is called.
func (s *Screen) askSplit() {
	w := s.env.Words
	s.askTitle(w.Text("issues.split.title"), w.Text("issues.split.make"), s.presenter.Split)
}

func (s *Screen) askTitle(title, do string, done func(title string)) {
	w := s.env.Words
	var f *form
	entry := kit.NewSearchEntry(w.Text("issues.new.hint"), nil, func() { f.dialog.Hide() })
	store := func() {
		if kit.OneLine(entry.Text) != "" {
			f.dialog.Hide()
			done(entry.Text)
		}
	}
	button := kit.NewButton(kit.Primary, do, store)
	button.SetEnabled(false)
	entry.OnChanged = func(text string) { button.SetEnabled(kit.OneLine(text) != "") }
	entry.OnSubmitted = func(string) { store() }
	rows := kit.NewDown(4, kit.NewText(kit.Muted, w.Text("issues.new.name")), entry)
	f = s.open(title, rows, entry, button)
}

// askMerge asks which issue the chosen one is merged with.
func (s *Screen) askMerge() {
	w := s.env.Words
	others := s.presenter.Others()
	rows := kit.NewDown(10, kit.NewPara(kit.Body, w.Text("issues.merge.hint")))
	if len(others) == 0 {
		rows.Add(kit.NewPara(kit.Muted, w.Text("issues.merge.none")))
		s.open(w.Text("issues.merge.title"), rows, nil)
		return
	}
	var f *form
	list := kit.NewDown(2)
	for _, o := range others {
		line := kit.Between(kit.Gap, kit.NewChip(w.SeverityOf(o), severityTone(o.Severity), nil, nil), kit.NewLine(kit.Body, kit.Plain(o.Title)), nil)
		list.Add(kit.NewPress(kit.Inset(8, 8, 8, 8, line), func() {
			f.dialog.Hide()
			s.presenter.MergeInto(o)
		}))
	}
	const mostHeight = 320
	rows.Add(kit.Sized(0, min(mostHeight, list.MinSize().Height+kit.Gap), kit.NewColumn(0, list)))
	f = s.open(w.Text("issues.merge.title"), rows, nil)
}

// askDue asks until when the chosen issue is to be done.
func (s *Screen) askDue() {
	w, p := s.env.Words, s.presenter
	if p.Chosen() == 0 {
		return
	}
	first := p.DueFirst()
	day := &first
	date := widget.NewDateEntry()
	date.SetDate(day)
	date.OnChanged = func(t *time.Time) { day = t }
	var f *form
	store := func() {}
	clock := kit.NewSearchEntry("14:30", func(string) { store() }, func() { f.dialog.Hide() })
	clock.SetText(first.Format("15:04"))
	wrong := kit.NewPara(kit.Caption.In(kit.ColorNegativeText), "")
	store = func() {
		if day == nil {
			return
		}
		due, ok := p.DueAt(*day, clock.Text)
		if !ok {
			wrong.SetText(w.Text("issues.due.clock"))
			f.fit()
			return
		}
		f.dialog.Hide()
		p.SetDue(due)
	}
	rows := kit.NewDown(8, kit.NewText(kit.Muted, w.Text("issues.due.day")), date,
		kit.NewText(kit.Muted, w.Text("issues.due.clock")), clock, wrong)
	none := kit.NewButton(kit.Secondary, w.Text("issues.due.none"), func() { f.dialog.Hide(); p.SetDue(time.Time{}) })
	f = s.open(w.Text("issues.due.title"), rows, clock, none, kit.NewButton(kit.Primary, w.Text("issues.due.save"), func() { store() }))
}
