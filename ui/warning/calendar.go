package warning

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// calendarCard lists the days on which more than usual is expected.
type calendarCard struct {
	env       *kit.Env
	presenter *Presenter
	shown     []row
	list      *fyne.Container
	root      fyne.CanvasObject
}

func newCalendarCard(env *kit.Env, p *Presenter) *calendarCard {
	c := &calendarCard{env: env, presenter: p, list: kit.NewDown(6)}
	w := env.Words
	add := kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.calendar.add"), c.ask)
	c.root = kit.NewCard(w.Text("earlywarning.calendar"), add, kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("earlywarning.calendar.hint")), c.list))
	return c
}

// row is all that a row of the calendar depends on.
type row struct {
	id         int64
	days, note string
	mute       bool
	when       int
}

// show lists the expected periods.
func (c *calendarCard) show() {
	var rows []row
	expected := c.presenter.Expected()
	for _, e := range expected {
		rows = append(rows, row{e.ID, c.presenter.Days(e), e.Note, e.Mute, c.presenter.When(e)})
	}
	if len(c.list.Objects) > 0 && slices.Equal(rows, c.shown) {
		return // what has the focus in the list keeps it
	}
	c.shown = rows
	c.list.RemoveAll()
	if len(expected) == 0 {
		c.list.Add(kit.NewPara(kit.Muted, c.env.Words.Text("earlywarning.calendar.none")))
	}
	for n, e := range expected {
		if n > 0 {
			c.list.Add(kit.NewHairline())
		}
		c.list.Add(c.newRow(e))
	}
}

func (c *calendarCard) newRow(e data.ExpectedPeriod) fyne.CanvasObject {
	w, p := c.env.Words, c.presenter
	days, what := kit.Strong, "earlywarning.calendar.volume"
	if e.Mute {
		what = "earlywarning.calendar.mute"
	}
	said := w.Text(what)
	if e.Note != "" {
		said = e.Note + " · " + said
	}
	if p.When(e) < 0 {
		days = kit.Muted
	}
	head := kit.Row(kit.Gap, kit.NewText(days, p.Days(e)))
	if p.When(e) == 0 {
		head.Add(kit.NewChip(w.Text("earlywarning.calendar.now"), kit.ToneAccent, nil, nil))
	}
	remove := kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.delete"), func() { p.Unexpect(e) })
	words := kit.NewDown(2, head, kit.NewPara(kit.Caption, kit.Plain(said)))
	return kit.Between(kit.Gap, nil, kit.Inset(2, 2, 0, 0, words), middle(remove))
}

// ask opens the form of an expected period.
func (c *calendarCard) ask() {
	f, w := newForm(c.env), c.env.Words
	from, to := widget.NewDateEntry(), widget.NewDateEntry()
	today := c.presenter.Today()
	from.SetDate(&today)
	to.SetDate(&today)
	mute := false
	var note *entry
	save := func() {
		c.presenter.Expect(ExpectDraft{First: from.Date, Last: to.Date, Note: note.Text, Mute: mute}, f.saved)
	}
	note = f.entry("", w.Text("earlywarning.calendar.note.hint"), save)
	day := func(label string, o fyne.CanvasObject) fyne.CanvasObject {
		return kit.NewDown(2, kit.NewText(kit.Muted, label), o)
	}
	f.add(FieldDays, "", "", kit.Columns(kit.Edge, nil,
		day(w.Text("earlywarning.calendar.from"), from), day(w.Text("earlywarning.calendar.to"), to)))
	f.add(FieldName, w.Text("earlywarning.calendar.note"), "", note)
	kinds := []string{w.Text("earlywarning.calendar.kind.volume"), w.Text("earlywarning.calendar.kind.mute")}
	f.rows.Add(kit.NewDown(4, kit.NewText(kit.Muted, w.Text("earlywarning.calendar.kind")),
		kit.Row(0, kit.NewSegmented(kinds, 0, func(i int) { mute = i == 1 })),
		kit.NewPara(kit.Caption, w.Text("earlywarning.calendar.kind.hint"))))
	f.open(w.Text("earlywarning.calendar.add.title"), note, kit.NewButton(kit.Primary, w.Text("earlywarning.calendar.save"), save))
}
