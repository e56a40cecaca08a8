package sources

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// formWidth and formHeight hold a form in the smallest window.
const formWidth, formHeight float32 = 660, 470

// open shows a dialog whose content scrolls.
func (s *Screen) open(title string, column *kit.Column, buttons ...fyne.CanvasObject) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, kit.Sized(formWidth, formHeight, column), s.env.Window)
	d.SetButtons(append([]fyne.CanvasObject{kit.NewButton(kit.Secondary, s.env.Words.Text("kit.cancel"), d.Hide)}, buttons...))
	d.Show()
	return d
}

// askNetwork asks which network is to be a source.
func (s *Screen) askNetwork() {
	p := s.presenter
	var d *dialog.CustomDialog
	rows := kit.NewDown(4)
	for _, g := range p.Groups() {
		rows.Add(kit.Inset(8, 2, 0, 0, kit.NewText(kit.Strong, g.Name)))
		for _, n := range g.Networks {
			lines := kit.NewDown(1, kit.NewPara(kit.Body, p.NetworkName(n)), kit.NewPara(kit.Caption, p.What(n)))
			rows.Add(kit.NewPress(kit.Inset(5, 5, 8, 8, lines), func() {
				d.Hide()
				s.askSource(data.Connection{Network: n})
			}))
		}
	}
	d = s.open(s.env.Words.Text("sources.add"), kit.NewColumn(0, rows))
}

// sourceForm asks for what a network needs, step by step.
type sourceForm struct {
	screen     *Screen
	form       *Form
	result     *kit.Para
	sample     *fyne.Container
	test, save *kit.Button
	column     *kit.Column
	dialog     *dialog.CustomDialog
}

// askSource opens the form of a source, new or stored. Keys need an open place
// first.
func (s *Screen) askSource(c data.Connection) {
	fields := s.presenter.Fields(c.Network)
	if needs, first := s.presenter.NeedsPassphrase(); needs && slices.ContainsFunc(fields, func(f Field) bool { return f.Secret }) {
		s.askPassphrase(first, func() { s.askSource(c) })
		return
	}
	w := s.env.Words
	f := &sourceForm{screen: s, form: s.presenter.NewForm(c), result: kit.NewPara(kit.Body, ""), sample: kit.NewDown(2)}
	f.test = kit.NewButton(kit.Secondary, w.Text("sources.test"), f.form.Test)
	f.save = kit.NewButton(kit.Primary, w.Text("sources.save"), f.form.Save)
	f.column = kit.NewColumn(10, f.rows(fields)...)
	s.form = f
	f.dialog = s.open(s.presenter.NetworkName(c.Network), f.column, f.test, f.save)
	f.dialog.SetOnClosed(func() { s.form = nil })
	f.show()
}

func (f *sourceForm) rows(fields []Field) []fyne.CanvasObject {
	w, p, n := f.screen.env.Words, f.screen.presenter, f.form.Source.Network
	steps := kit.NewDown(4, kit.NewText(kit.Strong, w.Text("sources.steps")))
	for i, step := range p.Steps(n) {
		steps.Add(kit.NewPara(kit.Body, fmt.Sprintf("%d. %s", i+1, step)))
	}
	if page := Page(n); page != "" {
		steps.Add(kit.Row(0, kit.NewSmallButton(kit.Quiet, page, func() { kit.OpenLink(f.screen.env, page) })))
	}
	out := []fyne.CanvasObject{kit.NewPara(kit.Muted, p.Needs(n)), steps, f.entry(w.Text("sources.name"), "", f.form.Source.Name, false, func(text string) { f.form.Source.Name = text })}
	for _, field := range fields {
		out = append(out, f.field(field))
	}
	return append(out, f.pace(), f.result, f.sample)
}

// field is what is asked for, with what helps to find it.
func (f *sourceForm) field(field Field) fyne.CanvasObject {
	value := f.form.Source.Settings[field.Key]
	if value == "" {
		value = field.Default
	}
	set := func(text string) { f.form.Set(field.ConnectionField, text) }
	if len(field.Choices) > 0 {
		choice := kit.NewChoice(field.Choices, max(slices.Index(field.ConnectionField.Choices, value), 0), func(n int) { set(field.ConnectionField.Choices[n]) })
		return kit.NewDown(3, kit.NewText(kit.Muted, field.Label), kit.Row(0, choice), kit.NewPara(kit.Caption, field.Hint))
	}
	hint := field.Hint
	if field.Secret {
		value = ""
		if f.form.Source.ID != 0 {
			hint = f.screen.env.Words.Text("sources.secret.kept") + " " + hint
		}
	}
	return f.entry(field.Label, hint, value, field.Secret, set)
}

func (f *sourceForm) entry(label, hint, value string, secret bool, changed func(string)) fyne.CanvasObject {
	e := widget.NewEntry()
	if secret {
		e = widget.NewPasswordEntry()
	}
	e.SetText(value)
	e.OnChanged = changed
	rows := kit.NewDown(3, kit.NewText(kit.Muted, label), e)
	if hint != "" {
		rows.Add(kit.NewPara(kit.Caption, hint))
	}
	return rows
}

// pace asks how often the source is fetched.
func (f *sourceForm) pace() fyne.CanvasObject {
	p := f.screen.presenter
	var names []string
	at := 0
	for i, d := range Pauses {
		names = append(names, p.PauseName(d))
		if d <= f.form.Source.Every {
			at = i
		}
	}
	choice := kit.NewChoice(names, at, func(n int) { f.form.Source.Every = Pauses[n] })
	return kit.NewDown(3, kit.NewText(kit.Muted, f.screen.env.Words.Text("sources.how_often")), kit.Row(0, choice))
}

// show says what the last test found.
func (f *sourceForm) show() {
	f.result.SetText(kit.Plain(f.form.Result))
	kit.SetShown(f.result, f.form.Result != "")
	f.sample.RemoveAll()
	for _, line := range f.form.Sample {
		f.sample.Add(kit.NewPara(kit.Caption, kit.Plain(line)))
	}
	f.test.SetEnabled(!f.form.Testing())
	f.column.Fit()
	if f.form.Result != "" {
		f.column.Reveal(f.result)
	}
}

// askPassphrase asks for the passphrase of the keys, or for a first one.
func (s *Screen) askPassphrase(first bool, then func()) {
	w := s.env.Words
	key := "sources.passphrase"
	if first {
		key = "sources.passphrase.first"
	}
	entry := widget.NewPasswordEntry()
	var d *dialog.CustomDialog
	open := func() { d.Hide(); s.presenter.Unlock(entry.Text, then) }
	entry.OnSubmitted = func(string) { open() }
	d = dialog.NewCustomWithoutButtons(w.Text("sources.passphrase.title"), kit.Sized(420, 0, kit.Inset(0, 10, 0, 0, kit.NewDown(8, kit.NewPara(kit.Body, w.Text(key)), entry))), s.env.Window)
	d.SetButtons([]fyne.CanvasObject{kit.NewButton(kit.Secondary, w.Text("kit.cancel"), d.Hide), kit.NewButton(kit.Primary, w.Text("sources.passphrase.open"), open)})
	d.Show()
	s.env.Window.Canvas().Focus(entry)
}

// ask asks for a decision.
func (s *Screen) ask(title, text, button string, kind kit.Kind, do func()) {
	d := dialog.NewCustomWithoutButtons(title, kit.Sized(420, 0, kit.Inset(0, 10, 0, 0, kit.NewPara(kit.Body, text))), s.env.Window)
	d.SetButtons([]fyne.CanvasObject{kit.NewButton(kit.Secondary, s.env.Words.Text("kit.cancel"), d.Hide), kit.NewButton(kind, button, func() { d.Hide(); do() })})
	d.Show()
}

func (s *Screen) askRemove(one Source) {
	w := s.env.Words
	s.ask(w.Text("sources.remove"), w.Text("sources.remove.hint", "Name", kit.Plain(one.Name)), w.Text("sources.remove"), kit.Danger, func() { s.presenter.Remove(one.Connection) })
}

func (s *Screen) askSending(one Source) {
	w := s.env.Words
	s.ask(w.Text("sources.answers.allow"), w.Text("sources.answers.hint", "Name", kit.Plain(one.Name)), w.Text("sources.answers.allow"), kit.Primary, func() { s.presenter.AllowSending(one.Connection, true) })
}
