package templates

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// editor is where a template is written.
type editor struct {
	env       *kit.Env
	presenter *Presenter

	state      *kit.Para
	name       *widget.Entry
	situation  *kit.Choice
	form       *kit.Choice
	fixed      *kit.Text // the form of a built-in template
	body       *widget.Entry
	vars       *fyne.Container
	lang       string // of the variables
	unknown    *kit.Para
	save       *kit.Button
	restore    *kit.Button
	hide       *kit.Button
	remove     *kit.Button
	situations []string
	root       fyne.CanvasObject
}

const (
	bodyLines  = 7
	labelWidth = 96
)

func newEditor(env *kit.Env, p *Presenter) *editor {
	w := env.Words
	e := &editor{env: env, presenter: p, state: kit.NewPara(kit.Caption, ""), fixed: kit.NewText(kit.Body, ""), vars: kit.Flow(4)}
	e.name, e.body = widget.NewEntry(), widget.NewMultiLineEntry()
	e.name.OnChanged, e.body.OnChanged = p.SetName, p.SetBody
	e.name.PlaceHolder, e.body.PlaceHolder = w.Text("templates.name.hint"), w.Text("templates.body.hint")
	e.body.Wrapping = fyne.TextWrapWord
	e.body.SetMinRowsVisible(bodyLines)
	e.situations = data.Situations[:]
	e.situation = kit.NewChoice(e.situationNames(), 0, func(n int) { p.SetSituation(e.situations[n]) })
	e.form = kit.NewChoice(formNames(p), 0, func(n int) { p.SetDraftForm(Forms[n]) })
	e.unknown = kit.NewPara(kit.Body.In(kit.ColorNegativeText), "")
	fields := kit.NewDown(kit.Gap,
		field(w.Text("templates.name"), e.name),
		field(w.Text("templates.situation"), container.NewHBox(e.situation)),
		field(w.Text("templates.form"), container.NewStack(container.NewHBox(e.form), e.fixed)),
		e.body, kit.NewPara(kit.Caption, w.Text("templates.variables")), e.vars, e.unknown)
	e.root = kit.NewCard(w.Text("templates.editor"), nil, kit.NewDown(kit.Gap, e.state, fields, e.buttons()))
	return e
}

func field(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewBeside(kit.Sized(labelWidth, 0, kit.NewText(kit.Muted, label)), o)
}

func (e *editor) buttons() fyne.CanvasObject {
	w, p := e.env.Words, e.presenter
	e.save = kit.NewButton(kit.Primary, w.Text("templates.save"), p.Save)
	e.restore = kit.NewButton(kit.Secondary, w.Text("templates.restore"), p.Restore)
	e.hide = kit.NewButton(kit.Secondary, "", p.Hide)
	e.remove = kit.NewButton(kit.Secondary, w.Text("templates.delete"), p.Delete)
	return kit.Flow(kit.Gap, e.save, kit.NewButton(kit.Secondary, w.Text("templates.duplicate"), p.Duplicate), e.restore, e.hide, e.remove)
}

func (e *editor) situationNames() (names []string) {
	for _, s := range e.situations {
		names = append(names, e.presenter.Situation(s))
	}
	return names
}

// show brings the fields up to date; what is being typed is left alone.
func (e *editor) show() {
	w, p := e.env.Words, e.presenter
	t := p.Draft()
	setText(e.name, t.Name)
	setText(e.body, t.Body)
	if !slices.Contains(e.situations, t.Situation) {
		e.situations = append(slices.Clone(data.Situations[:]), t.Situation)
	}
	e.situation.SetOptions(e.situationNames(), slices.Index(e.situations, t.Situation))
	e.form.SetChosen(int(p.DraftForm()))
	e.fixed.SetText(p.FormName(p.DraftForm()))
	kit.SetShown(e.form, !t.BuiltIn)
	kit.SetShown(e.fixed, t.BuiltIn)
	e.state.SetText(w.Text(state(t)))
	e.unknown.SetText(kit.Plain(p.Unknown()))
	kit.SetShown(e.unknown, p.Unknown() != "")
	e.save.SetEnabled(p.Dirty())
	kit.SetShown(e.restore, t.BuiltIn && t.Changed)
	hide := "templates.hide"
	if t.Hidden {
		hide = "templates.show"
	}
	e.hide.SetText(w.Text(hide))
	kit.SetShown(e.hide, t.Key != "")
	kit.SetShown(e.remove, !t.BuiltIn)
	e.showVariables(t.Lang)
}

// state is the sentence that says what kind of template it is.
func state(t data.Template) string {
	switch {
	case t.Key == "":
		return "templates.state.new"
	case t.Hidden:
		return "templates.state.hidden"
	case !t.BuiltIn:
		return "templates.state.own"
	case t.Changed:
		return "templates.state.changed"
	}
	return "templates.state.built"
}

// showVariables lists what can be put in, in the language of the template.
func (e *editor) showVariables(lang string) {
	if lang == e.lang {
		return
	}
	e.lang = lang
	e.vars.RemoveAll()
	for n, name := range e.presenter.Variables() {
		chip := kit.NewChip(Braced(name), kit.ToneAccent, func() { e.put(Braced(name)) }, nil)
		chip.Explain(e.env.Tip, e.presenter.Explained(n))
		e.vars.Add(chip)
	}
}

// put types a variable where the cursor is.
func (e *editor) put(variable string) {
	for _, r := range variable {
		e.body.TypedRune(r)
	}
	e.env.Window.Canvas().Focus(e.body)
}

// setText puts a text into an entry that does not have it yet.
func setText(e *widget.Entry, text string) {
	if e.Text != text {
		e.CursorRow, e.CursorColumn = 0, 0
		e.SetText(text)
	}
}
