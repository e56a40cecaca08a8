package warning

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// form is a dialog with fields, each with room below for what is wrong with
// it.
type form struct {
	env    *kit.Env
	dialog *dialog.CustomDialog
	lines  map[Field]*kit.Para
	focus  map[Field]fyne.Focusable
	order  []Field
	rows   *fyne.Container
}

const formWidth = 560

func newForm(env *kit.Env) *form {
	return &form{env: env, lines: map[Field]*kit.Para{}, focus: map[Field]fyne.Focusable{}, rows: kit.NewDown(10)}
}

// add puts a field below the others. label and hint may be empty.
func (f *form) add(field Field, label, hint string, o fyne.CanvasObject) fyne.CanvasObject {
	wrong := kit.NewPara(kit.Caption.In(kit.ColorNegativeText), "")
	wrong.Hide()
	f.lines[field] = wrong
	f.order = append(f.order, field)
	if focusable, ok := o.(fyne.Focusable); ok {
		f.focus[field] = focusable
	}
	line := kit.NewDown(2, o, wrong)
	if label != "" {
		line = kit.NewDown(2, kit.NewText(kit.Muted, label), o, wrong)
	}
	if hint != "" {
		line.Add(kit.NewPara(kit.Caption, hint))
	}
	f.rows.Add(line)
	return line
}

// open shows the form; the first field has the focus.
func (f *form) open(title string, first fyne.Focusable, buttons ...fyne.CanvasObject) {
	stored := kit.NewPara(kit.Body.In(kit.ColorNegativeText), "")
	stored.Hide()
	f.lines[FieldSaved] = stored
	f.order = append(f.order, FieldSaved)
	f.rows.Add(stored)
	f.dialog = dialog.NewCustomWithoutButtons(title, kit.Sized(formWidth, 0, kit.Inset(0, 10, 0, 0, f.rows)), f.env.Window)
	cancel := kit.NewButton(kit.Secondary, f.env.Words.Text("kit.cancel"), f.dialog.Hide)
	f.dialog.SetButtons(append([]fyne.CanvasObject{cancel}, buttons...))
	f.dialog.Show()
	f.fit()
	f.env.Window.Canvas().Focus(first)
}

// say shows below a field what is wrong with it; nothing when it is empty.
func (f *form) say(field Field, wrong string) {
	line := f.lines[field]
	if wrong == "" && !line.Visible() {
		return
	}
	line.SetText(kit.Plain(wrong))
	kit.SetShown(line, wrong != "")
	f.fit()
}

// saved closes the form, or says what is wrong and goes to the first such
// field.
func (f *form) saved(wrong Wrong) {
	if len(wrong) == 0 {
		f.dialog.Hide()
		return
	}
	for n := len(f.order) - 1; n >= 0; n-- {
		field := f.order[n]
		f.say(field, wrong[field])
		if o, ok := f.focus[field]; ok && wrong[field] != "" {
			f.env.Window.Canvas().Focus(o)
		}
	}
}

// fit gives the dialog the height its fields need.
func (f *form) fit() {
	f.rows.Resize(fyne.NewSize(f.rows.Size().Width, 0))
	f.dialog.Resize(f.dialog.MinSize())
	f.dialog.Refresh()
}

// entry is a line of the form; Enter submits it, Escape closes it.
type entry struct {
	widget.Entry
	leave func()
}

func (f *form) entry(text, hint string, submit func()) *entry {
	e := &entry{leave: func() { f.dialog.Hide() }}
	e.Text, e.PlaceHolder, e.CursorColumn = text, hint, len([]rune(text))
	e.OnSubmitted = func(string) { submit() }
	e.ExtendBaseWidget(e)
	return e
}

// query is a line for a query, checked as the person types.
func (f *form) query(p *Presenter, text, hint string, submit func()) *entry {
	e := f.entry(text, hint, submit)
	e.OnChanged = func(now string) { f.say(FieldQuery, p.TypingWrong(now, f.lines[FieldQuery].Visible())) }
	return e
}

// TypedKey handles Escape.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.leave()
		return
	}
	e.Entry.TypedKey(k)
}
