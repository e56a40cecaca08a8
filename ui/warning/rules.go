package warning

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

// rulesCard lists the person's own rules.
type rulesCard struct {
	env       *kit.Env
	presenter *Presenter
	ways      Ways
	list      *fyne.Container
	rows      map[int64]*ruleRow
	root      fyne.CanvasObject
}

// ruleRow is a rule with its trial below it.
type ruleRow struct {
	rule  data.Rule
	name  *kit.Text
	looks *kit.Para
	on    *widget.Check
	try   *kit.Button
	trial *trialView
	root  *fyne.Container
}

func newRulesCard(env *kit.Env, p *Presenter, ways Ways) *rulesCard {
	c := &rulesCard{env: env, presenter: p, ways: ways, list: kit.NewDown(8), rows: map[int64]*ruleRow{}}
	w := env.Words
	add := kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.rule.add"), func() { c.ask(p.NewRule()) })
	c.root = kit.NewCard(w.Text("earlywarning.rules"), add, kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("earlywarning.rules.hint")), c.list))
	return c
}

// show lists the rules; the rows of those that were there stay, with what has
// the focus in them.
func (c *rulesCard) show() {
	rules := c.presenter.Rules()
	kept := map[int64]*ruleRow{}
	c.list.Objects = nil
	for n, rule := range rules {
		row, ok := c.rows[rule.ID]
		if !ok {
			row = c.newRow(rule.ID)
		}
		kept[rule.ID] = row
		c.fill(row, rule)
		if n > 0 {
			c.list.Add(kit.NewHairline())
		}
		c.list.Add(row.root)
	}
	c.rows = kept
	if len(rules) == 0 {
		c.list.Add(kit.NewPara(kit.Muted, c.env.Words.Text("earlywarning.rules.none")))
	}
	c.showTrials()
}

// showTrials brings the trials of the rules up to date.
func (c *rulesCard) showTrials() {
	running, busy := c.presenter.Running()
	for id, row := range c.rows {
		row.try.SetEnabled(!busy || running.Rule != id)
		row.trial.show(Subject{Rule: id})
	}
}

// showProgress says how far the trial of a rule is.
func (c *rulesCard) showProgress() {
	for _, row := range c.rows {
		row.trial.showProgress()
	}
}

func (c *rulesCard) newRow(id int64) *ruleRow {
	w, p := c.env.Words, c.presenter
	r := &ruleRow{name: kit.NewLine(kit.Strong, ""), looks: kit.NewPara(kit.Caption, "")}
	r.trial = newTrialView(c.env, p, c.ways, func(s Subject) bool { return s.Rule == id })
	r.on = widget.NewCheck("", func(on bool) { p.SwitchRule(r.rule, on) })
	r.try = kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.try"), func() { p.TryRule(id) })
	buttons := kit.Row(6, r.try,
		kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.edit"), func() { c.ask(p.EditRule(r.rule)) }),
		kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.delete"), func() { p.DeleteRule(r.rule) }))
	line := kit.Between(0, middle(r.on), kit.NewDown(2, r.name, r.looks), kit.Inset(0, 0, kit.Edge, 0, middle(buttons)))
	r.root = kit.NewDown(kit.Gap, line, r.trial.root)
	return r
}

// fill puts a rule into its row.
func (c *rulesCard) fill(r *ruleRow, rule data.Rule) {
	r.rule = rule // before the tick, which else would be taken for the person's
	r.on.SetChecked(rule.On)
	name, style := rule.Name, kit.Strong
	if !rule.On {
		name, style = c.env.Words.Text("earlywarning.rule.off", "Name", name), kit.Muted
	}
	r.name.SetText(kit.Plain(name))
	r.name.SetStyle(style)
	r.looks.SetText(kit.Plain(c.presenter.Looks(rule)))
}
