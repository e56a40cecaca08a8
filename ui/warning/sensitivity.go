package warning

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// sensitivityCard lets the person choose how sure the program must be before
// it warns, and see what each choice would have done.
type sensitivityCard struct {
	env       *kit.Env
	presenter *Presenter
	options   []*option
	trial     *trialView
	root      fyne.CanvasObject
}

// option is one sensitivity.
type option struct {
	of     data.Sensitivity
	panel  *kit.Panel
	choose *kit.Button
	try    *kit.Button
	fired  *kit.Para
}

func newSensitivityCard(env *kit.Env, p *Presenter, ways Ways) *sensitivityCard {
	c := &sensitivityCard{env: env, presenter: p, trial: newTrialView(env, p, ways, func(s Subject) bool { return s.Sensitivity != "" })}
	options := newThirds()
	for _, s := range data.Sensitivities {
		o := c.newOption(s)
		c.options = append(c.options, o)
		options.Add(o.panel)
	}
	w := env.Words
	c.root = kit.NewCard(w.Text("earlywarning.sensitivity"), nil, kit.NewDown(kit.Gap,
		options, kit.NewPara(kit.Caption, w.Text("earlywarning.sensitivity.measured")), c.trial.root))
	return c
}

func (c *sensitivityCard) newOption(s data.Sensitivity) *option {
	w, p := c.env.Words, c.presenter
	o := &option{of: s, fired: kit.NewPara(kit.Strong.In(kit.ColorAccentText), "")}
	o.choose = kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.choose"), func() { p.SetSensitivity(s) })
	o.try = kit.NewSmallButton(kit.Secondary, w.Text("earlywarning.try.history"), func() { c.tryOrShow(s) })
	o.fired.Hide()
	words := kit.NewDown(4, kit.NewText(kit.Strong, w.Text("earlywarning.sensitivity."+string(s))),
		kit.NewPara(kit.Body, w.Text("earlywarning.sensitivity."+string(s)+".says")),
		kit.NewPara(kit.Muted, p.Promise(s)), o.fired)
	o.panel = kit.NewPanel(kit.Inset(12, 12, 12, 12, newBelow(words, kit.Flow(6, o.choose, o.try))))
	return o
}

// tryOrShow shows an answer that is there and still right, or finds it.
func (c *sensitivityCard) tryOrShow(s data.Sensitivity) {
	subject := Subject{Sensitivity: s}
	shown, _ := c.presenter.Shown()
	if t, ok := c.presenter.Tried(subject); ok && !t.Outdated && shown != subject {
		c.presenter.ShowTrial(s)
		return
	}
	c.presenter.TrySensitivity(s)
}

// show brings the card up to date.
func (c *sensitivityCard) show() {
	w, p := c.env.Words, c.presenter
	running, busy := p.Running()
	for _, o := range c.options {
		fill, edge, said := kit.ColorCard, kit.ColorHairline, w.Text("earlywarning.choose")
		if o.of == p.Sensitivity() {
			fill, edge, said = kit.ColorAccentTint, kit.ColorAccent, w.Text("earlywarning.chosen")
		}
		o.panel.SetColors(fill, edge)
		o.choose.SetText(said)
		o.choose.SetEnabled(o.of != p.Sensitivity())
		subject := Subject{Sensitivity: o.of}
		o.try.SetEnabled(!busy || running != subject)
		t, tried := p.Tried(subject)
		holds := tried && t.HasHistory() && !t.Outdated
		if holds {
			o.fired.SetText(p.Fired(t))
		}
		kit.SetShown(o.fired, holds)
	}
	shown, _ := p.Shown()
	c.trial.show(shown)
}

// middle puts a line into the middle of a higher one.
func middle(o fyne.CanvasObject) fyne.CanvasObject { return container.NewCenter(o) }
