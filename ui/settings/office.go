package settings

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// officeCard is when the business answers, and how soon it means to.
type officeCard struct {
	env       *kit.Env
	presenter *officePresenter
	failed    func(error)
	days      [7]*nameEntry
	holidays  *widget.Check
	closed    *widget.Entry
	levels    [data.MostSeverity + 1]targetRow
	root      fyne.CanvasObject
}

type targetRow struct {
	answer, settle *nameEntry
	working        *widget.Check
}

const hoursWidth, targetWidth = 220, 110

func newOfficeCard(env *kit.Env, d offices, failed func(error)) *officeCard {
	w := env.Words
	c := &officeCard{env: env, failed: failed}
	c.presenter = newOfficePresenter(d, env.Dispatcher, env.History, w.Text("clocks.saved"), c)
	rows := kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("clocks.hint")))
	for n := range 7 {
		day := (time.Monday + time.Weekday(n)) % 7
		c.days[day] = newNameEntry(func(text string) { c.presenter.SetDay(day, text) })
		c.days[day].PlaceHolder = w.Text("clocks.closed")
		rows.Add(field(w.WeekdayName(day), kit.Sized(hoursWidth, 0, c.days[day])))
	}
	c.holidays = widget.NewCheck(w.Text("clocks.holidays"), func(on bool) { c.presenter.SetHolidays(on) })
	rows.Add(field("", c.holidays))
	rows.Add(kit.NewPara(kit.Caption, c.nextHolidays()))
	c.closed = widget.NewMultiLineEntry()
	c.closed.SetPlaceHolder(w.Text("clocks.days.hint"))
	keep := kit.NewButton(kit.Secondary, w.Text("clocks.days.keep"), func() { c.presenter.SetClosed(c.closed.Text) })
	rows.Add(field(w.Text("clocks.days"), kit.Sized(320, 72, c.closed)))
	rows.Add(field("", keep))
	rows.Add(kit.NewHairline())
	rows.Add(kit.NewPara(kit.Caption, w.Text("clocks.targets.hint")))
	rows.Add(c.targets())
	c.root = kit.NewCard(w.Text("clocks.title"), nil, rows)
	return c
}

// targets are a line for each level that has a clock.
func (c *officeCard) targets() fyne.CanvasObject {
	w := c.env.Words
	rows := kit.NewDown(kit.Gap, kit.Row(kit.Gap, kit.Sized(labelWidth, 0, kit.NewText(kit.Muted, "")),
		kit.Sized(targetWidth, 0, kit.NewText(kit.Muted, w.Text("clocks.answer"))), kit.Sized(targetWidth, 0, kit.NewText(kit.Muted, w.Text("clocks.settle")))))
	for level := data.AnswerSeverity; level <= data.MostSeverity; level++ {
		r := &c.levels[level]
		r.answer = newNameEntry(func(text string) { c.presenter.SetAnswer(level, text) })
		r.settle = newNameEntry(func(text string) { c.presenter.SetSettle(level, text) })
		r.working = widget.NewCheck(w.Text("clocks.working"), func(on bool) { c.presenter.SetWorking(level, on) })
		rows.Add(kit.Row(kit.Gap, kit.Sized(labelWidth, 0, kit.NewText(kit.Muted, w.Severity(level))),
			kit.Sized(targetWidth, 0, r.answer), kit.Sized(targetWidth, 0, r.settle), r.working))
	}
	return rows
}

// nextHolidays names the holidays that come next.
func (c *officeCard) nextHolidays() string {
	const some = 4
	w := c.env.Words
	var parts []string
	for _, h := range c.presenter.desk.Holidays(c.presenter.desk.Now().In(c.env.Zone())) {
		if at, err := time.Parse(time.DateOnly, h.Day); err == nil && len(parts) < some {
			parts = append(parts, w.Day(at, time.UTC)+" "+w.Holiday(h.Name))
		}
	}
	return w.Text("clocks.next", "Days", strings.Join(parts, ", "))
}

// OfficeChanged shows what is stored.
func (c *officeCard) OfficeChanged() {
	o, w := c.presenter.office, c.env.Words
	for day, entry := range c.days {
		entry.show(data.OpeningText(o.Week[day]))
	}
	c.holidays.Checked = o.Holidays
	c.holidays.Refresh()
	c.closed.SetText(data.ClosedText(o.Closed))
	for level := data.AnswerSeverity; level <= data.MostSeverity; level++ {
		r, t := c.levels[level], o.Targets[level]
		r.answer.show(w.Target(t.Answer))
		r.settle.show(w.Target(t.Settle))
		r.working.Checked = t.Working
		r.working.Refresh()
	}
}

// OfficeSaved says so, and offers to take it back.
func (c *officeCard) OfficeSaved() {
	c.env.Toast.Offer(c.env.Words.Text("clocks.saved"), c.env.Words.Text("templates.undo"), c.presenter.Undo)
}

// Failed shows an error above the settings.
func (c *officeCard) Failed(err error) { c.failed(err) }
