package warning

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// ruleForm asks for a rule.
type ruleForm struct {
	*form
	presenter *Presenter
	draft     RuleDraft
	name      *entry
	query     *entry
	numbers   map[Field]*entry
	window    fyne.CanvasObject
	lineOf    map[Field]fyne.CanvasObject
}

// ask opens the form of a rule.
func (c *rulesCard) ask(d RuleDraft) *ruleForm {
	f := &ruleForm{
		form: newForm(c.env), presenter: c.presenter, draft: d,
		numbers: map[Field]*entry{}, lineOf: map[Field]fyne.CanvasObject{},
	}
	w := c.env.Words
	save := func() { f.save(false) }
	f.name = f.entry(d.Name, w.Text("earlywarning.rule.name.hint"), save)
	f.add(FieldName, w.Text("earlywarning.name"), "", f.name)
	f.addKind()
	f.query = f.form.query(c.presenter, d.Query, w.Text("earlywarning.query.all"), save)
	f.add(FieldQuery, w.Text("earlywarning.query"), w.Text("earlywarning.query.hint"), f.query)
	f.addNumber(FieldShare, d.Share, save)
	f.addNumber(FieldCount, d.Count, save)
	f.addNumber(FieldReach, d.Reach, save)
	f.addWindow()
	f.showKind()
	title := w.Text("earlywarning.rule.add.title")
	if d.ID != 0 {
		title = w.Text("earlywarning.rule.edit.title")
	}
	f.open(title, f.name,
		kit.NewButton(kit.Secondary, w.Text("earlywarning.save.try"), func() { f.save(true) }),
		kit.NewButton(kit.Primary, w.Text("earlywarning.save"), save))
	return f
}

func (f *ruleForm) addKind() {
	w, chosen := f.env.Words, 0
	var names []string
	for i, k := range Kinds {
		names = append(names, w.Text("earlywarning.kind."+string(k)))
		if k == f.draft.Kind {
			chosen = i
		}
	}
	kinds := kit.NewSegmented(names, chosen, func(i int) {
		f.draft.Kind = Kinds[i]
		f.showKind()
		f.fit()
	})
	f.rows.Add(kit.NewDown(2, kit.NewText(kit.Muted, w.Text("earlywarning.kind")), kit.Row(0, kinds)))
}

func (f *ruleForm) addNumber(field Field, text string, save func()) {
	e := f.entry(text, "", save)
	f.numbers[field] = e
	w := f.env.Words
	f.lineOf[field] = f.add(field, w.Text("earlywarning.rule."+string(field)), "", e)
}

func (f *ruleForm) addWindow() {
	w, chosen := f.env.Words, -1
	var names []string
	for i, d := range Windows {
		names = append(names, f.presenter.Window(d))
		if d == f.draft.Window {
			chosen = i
		}
	}
	windows := kit.NewSegmented(names, chosen, func(i int) { f.draft.Window = Windows[i] })
	f.window = kit.NewDown(2, kit.NewText(kit.Muted, w.Text("earlywarning.window")), kit.Row(0, windows))
	f.rows.Add(f.window)
}

// showKind shows the numbers that the kind of rule asks for.
func (f *ruleForm) showKind() {
	kind := f.draft.Kind
	kit.SetShown(f.lineOf[FieldShare], kind == data.ShareRule)
	kit.SetShown(f.lineOf[FieldCount], kind != data.ReachRule)
	kit.SetShown(f.lineOf[FieldReach], kind == data.ReachRule)
	kit.SetShown(f.window, kind != data.ReachRule)
}

func (f *ruleForm) save(try bool) {
	d := f.draft
	d.Name, d.Query = f.name.Text, f.query.Text
	d.Count, d.Share, d.Reach = f.numbers[FieldCount].Text, f.numbers[FieldShare].Text, f.numbers[FieldReach].Text
	f.presenter.SaveRule(d, try, f.saved)
}
