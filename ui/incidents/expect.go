package incidents

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// expectForm asks until when the person expects what an incident shows.
type expectForm struct {
	env       *kit.Env
	presenter *Presenter
	until     []Until
	at        int // of until
	custom    *time.Time

	rows   *fyne.Container
	days   *kit.Para
	date   *widget.DateEntry
	note   *noteEntry
	mute   *widget.Check
	save   *kit.Button
	dialog *dialog.CustomDialog
}

const formWidth = 520

func (s *Screen) askExpect() {
	f := &expectForm{env: s.env, presenter: s.presenter, until: s.presenter.Untils()}
	w := s.env.Words
	today := s.presenter.Today()
	f.custom = &today
	f.days = kit.NewPara(kit.Caption, "")
	f.date = widget.NewDateEntry()
	f.date.SetDate(f.custom)
	f.date.OnChanged = func(t *time.Time) { f.custom = t; f.show() }
	f.note = newNoteEntry(func() { f.dialog.Hide() })
	f.note.SetPlaceHolder(w.Text("incidents.expect.note.hint"))
	f.mute = widget.NewCheck(w.Text("incidents.expect.mute"), nil)
	f.save = kit.NewButton(kit.Primary, w.Text("incidents.expect.save"), f.store)
	f.note.OnSubmitted = func(string) { f.store() }
	f.rows = f.content()
	f.dialog = dialog.NewCustomWithoutButtons(w.Text("incidents.expect.title"), kit.Sized(formWidth, 0, kit.Inset(0, 10, 0, 0, f.rows)), s.env.Window)
	f.dialog.SetButtons([]fyne.CanvasObject{kit.NewButton(kit.Secondary, w.Text("kit.cancel"), f.dialog.Hide), f.save})
	f.dialog.Show()
	f.show()
	s.env.Window.Canvas().Focus(f.note)
}

func (f *expectForm) content() *fyne.Container {
	w := f.env.Words
	names := make([]string, len(f.until))
	for n, u := range f.until {
		names[n] = w.Text("incidents.until." + u.Key())
	}
	choice := kit.NewSegmented(names, 0, func(n int) { f.at = n; f.show() })
	label := func(key string) fyne.CanvasObject { return kit.NewText(kit.Muted, w.Text(key)) }
	return kit.NewDown(10,
		kit.NewPara(kit.Body, w.Text("incidents.expect.hint")),
		kit.NewDown(4, label("incidents.expect.until"), kit.Row(0, choice), f.date, f.days),
		kit.NewDown(4, label("incidents.expect.note"), f.note),
		kit.NewDown(0, f.mute, kit.NewPara(kit.Caption, w.Text("incidents.expect.mute.hint"))))
}

// show says which days the choice means.
func (f *expectForm) show() {
	kit.SetShown(f.date, f.until[f.at] == UntilCustom)
	f.days.SetText(f.presenter.ExpectationText(f.until[f.at], f.custom))
	_, ok := f.presenter.Expectation(f.until[f.at], f.custom)
	f.save.SetEnabled(ok)
	f.rows.Resize(fyne.NewSize(f.rows.Size().Width, 0))
	f.dialog.Resize(f.dialog.MinSize())
	f.dialog.Refresh()
}

func (f *expectForm) store() {
	if period, ok := f.presenter.Expectation(f.until[f.at], f.custom); ok {
		f.dialog.Hide()
		f.presenter.Expect(period, f.note.Text, f.mute.Checked)
	}
}

// noteEntry is a line that Escape leaves.
type noteEntry struct {
	widget.Entry
	leave func()
}

func newNoteEntry(leave func()) *noteEntry {
	e := &noteEntry{leave: leave}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey handles Escape.
func (e *noteEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.leave()
		return
	}
	e.Entry.TypedKey(k)
}
