package importer

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// fileCard says how the present file is read, what to look at twice, and lets
// the person read it otherwise. It is made once, so that what has the focus
// keeps it while the file is looked at again.
type fileCard struct {
	env       *kit.Env
	presenter *Presenter

	format     *kit.Text
	how        *kit.Para
	remembered *fyne.Container
	sheet      *kit.Choice
	order      *kit.Choice
	zone       *kit.Choice
	headless   *widget.Check
	source     *sourceEntry
	date       *widget.DateEntry
	fields     map[string]fyne.CanvasObject // by what they set, with their labels
	example    *kit.Para
	warnings   *fyne.Container
	following  bool // the fields follow the presenter, not the person
	root       fyne.CanvasObject
}

func newFileCard(env *kit.Env, p *Presenter) *fileCard {
	w := env.Words
	c := &fileCard{env: env, presenter: p, fields: map[string]fyne.CanvasObject{}, warnings: kit.NewDown(4)}
	c.format, c.how, c.example = kit.NewLine(kit.Strong, ""), kit.NewPara(kit.Muted, ""), kit.NewPara(kit.Caption, "")
	c.remembered = kit.Row(kit.Gap, kit.NewChip(w.Text("importer.remembered"), kit.TonePositive, nil, nil),
		kit.NewSmallButton(kit.Quiet, w.Text("importer.forget"), p.Forget))
	c.sheet = kit.NewChoice(nil, -1, func(n int) { p.SetSheet(p.Preview().Sheets[n]) })
	c.order = kit.NewChoice(nil, -1, func(n int) { p.SetDateOrder(dateOrders[n]) })
	c.zone = kit.NewChoice(nil, -1, c.chooseZone)
	c.headless = widget.NewCheck(w.Text("importer.headless"), c.tickHeadless)
	c.source = newSourceEntry(w.Text("importer.source.hint"), p.SetSource)
	c.date = widget.NewDateEntry()
	c.date.OnChanged = c.dateChanged
	fields := kit.Flow(kit.Edge)
	for _, f := range []struct {
		key string
		o   fyne.CanvasObject
	}{
		{"sheet", c.sheet},
		{"date", kit.Sized(dateWidth, 0, c.date)},
		{"order", c.order},
		{"zone", c.zone},
		{"source", kit.Sized(sourceWidth, 0, c.source)},
	} {
		c.fields[f.key] = kit.Row(kit.Gap, kit.NewText(kit.Muted, w.Text("importer."+f.key)), f.o)
		fields.Add(c.fields[f.key])
	}
	fields.Add(c.headless)
	head := kit.Between(kit.Gap, nil, c.format, c.remembered)
	c.root = kit.NewCard("", nil, kit.NewDown(8, kit.NewDown(2, head, c.how), fields, c.example, c.warnings))
	return c
}

const dateWidth, sourceWidth = 172, 150

// show brings the card up to date.
func (c *fileCard) show() {
	w, p := c.env.Words, c.presenter
	r := p.Preview().Recognition
	c.following = true
	defer func() { c.following = false }()
	c.format.SetText(w.Text("importer.recognised", "Format", p.Format(r.Format)))
	c.how.SetText(p.Recognised())
	c.remembered.Hidden = !r.Remembered
	c.sheet.SetOptions(plain(r.Sheets), indexOf(r.Sheets, r.Sheet))
	c.order.SetOptions(c.orderNames(), indexOf(dateOrders, p.DateOrder()))
	c.zone.SetOptions(p.Zones())
	c.headless.SetChecked(r.Headless)
	c.source.show(r.Source)
	if day := p.Date(); !day.IsZero() {
		c.date.SetDate(&day)
	} else {
		c.date.SetDate(nil)
	}
	shown(c.fields["sheet"], len(r.Sheets) > 1)
	shown(c.fields["date"], p.AsksDate())
	shown(c.fields["order"], p.DateOrder() != data.DateOther)
	shown(c.fields["zone"], r.Zone != "" && !p.AsksDate())
	shown(c.fields["source"], p.AsksSource())
	shown(c.headless, p.AsksHeadless())
	c.example.SetText(kit.Plain(p.DateExample()))
	shown(c.example, p.DateExample() != "")
	c.enable(p.CanPlan())
	c.warn()
}

func (c *fileCard) enable(on bool) {
	for _, o := range []fyne.Disableable{c.sheet, c.order, c.zone, c.headless, c.source, c.date} {
		if on {
			o.Enable()
		} else {
			o.Disable()
		}
	}
}

// warn says what to look at twice.
func (c *fileCard) warn() {
	c.warnings.RemoveAll()
	for _, text := range c.presenter.Warnings() {
		c.warnings.Add(kit.NewPara(kit.Body.In(kit.ColorWarnText), "! "+text))
	}
	shown(c.warnings, len(c.warnings.Objects) > 0)
}

func (c *fileCard) orderNames() []string {
	var names []string
	for _, o := range dateOrders {
		names = append(names, c.env.Words.Text("importer.order."+string(o)))
	}
	return names
}

func (c *fileCard) chooseZone(n int) {
	zones, _ := c.presenter.Zones()
	c.presenter.SetZone(zones[n])
}

func (c *fileCard) tickHeadless(on bool) {
	if !c.following {
		c.presenter.SetHeadless(on)
	}
}

func (c *fileCard) dateChanged(day *time.Time) {
	if !c.following && day != nil {
		c.presenter.SetDate(*day)
	}
}

var dateOrders = []data.DateOrder{data.DateDayFirst, data.DateMonthDay}

// sourceEntry takes the name of the source when it is left.
type sourceEntry struct {
	widget.Entry
	take    func(string)
	focused bool
}

func newSourceEntry(hint string, take func(string)) *sourceEntry {
	e := &sourceEntry{take: take}
	e.PlaceHolder, e.OnSubmitted = hint, take
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained notes that the person is typing.
func (e *sourceEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
}

// FocusLost takes the name.
func (e *sourceEntry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.take(e.Text)
}

// show puts the present source in, unless the person is typing another.
func (e *sourceEntry) show(name string) {
	if !e.focused && e.Text != name {
		e.SetText(name)
	}
}

// plain cleans names of strangers.
func plain(names []string) []string {
	out := make([]string, len(names))
	for n, name := range names {
		out[n] = kit.Plain(name)
	}
	return out
}

func indexOf[T comparable](all []T, one T) int {
	for n, x := range all {
		if x == one {
			return n
		}
	}
	return -1
}

func shown(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
