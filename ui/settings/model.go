package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"vedetta/data"
	"vedetta/ui/kit"
)

// modelCard tells what labels the mentions, how well, and lets the person
// measure, teach and go back.
type modelCard struct {
	env       *kit.Env
	presenter *Presenter

	used, wrong, taught *kit.Para
	audit, teach        *kit.Button
	progress            *kit.Para
	pause               *kit.Button
	rescoring           *fyne.Container
	past                *fyne.Container
	root                fyne.CanvasObject
}

func newModelCard(env *kit.Env, p *Presenter, toAudit func()) *modelCard {
	w := env.Words
	c := &modelCard{
		env: env, presenter: p,
		used: kit.NewPara(kit.Body, ""), wrong: kit.NewPara(kit.Body, ""), taught: kit.NewPara(kit.Body, ""),
		progress: kit.NewPara(kit.Caption, ""), past: kit.NewDown(4),
	}
	c.audit = kit.NewSmallButton(kit.Secondary, w.Text("settings.model.audit"), toAudit)
	c.teach = kit.NewSmallButton(kit.Secondary, w.Text("settings.model.teach"), p.Teach)
	c.pause = kit.NewSmallButton(kit.Secondary, w.Text("settings.model.pause"), func() { p.PauseRescoring(!p.Model().Rescoring.Paused) })
	c.rescoring = container.NewStack(kit.Between(kit.Gap, nil, c.progress, container.NewCenter(c.pause)))
	line := func(label string, o, button fyne.CanvasObject) fyne.CanvasObject {
		return kit.NewBeside(kit.Sized(labelWidth, 0, kit.NewText(kit.Muted, w.Text(label))), kit.Between(kit.Gap, nil, middle(o), container.NewCenter(button)))
	}
	c.root = kit.NewCard(w.Text("settings.model"), nil, kit.NewDown(kit.Gap,
		kit.NewBeside(kit.Sized(labelWidth, 0, kit.NewText(kit.Muted, w.Text("settings.model.used"))), c.used), c.rescoring,
		line("settings.model.error", c.wrong, c.audit), kit.NewPara(kit.Caption, w.Text("settings.model.audit.hint")),
		line("settings.model.taught", c.taught, c.teach), c.past))
	return c
}

// middle puts a line into the middle of a higher one.
func middle(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
}

// show brings the card up to date.
func (c *modelCard) show() {
	w, p := c.env.Words, c.presenter
	state := p.Model()
	c.used.SetText(w.Model(state.Model, p.workspace.Zone))
	c.wrong.SetText(w.Measured(state.Audit, p.workspace.Zone))
	c.audit.SetText(w.Text("settings.model.audit"))
	if p.Auditing() {
		c.audit.SetText(w.Text("settings.model.audit.continue"))
	}
	given, missing := p.Corrections()
	c.taught.SetText(w.Count("settings.model.corrections", given) + " " + w.Count("settings.model.missing", missing))
	c.teach.SetEnabled(given >= data.EnoughCorrections)
	c.showRescoring(state.Rescoring)
	c.showPast()
}

func (c *modelCard) showRescoring(r data.Rescoring) {
	w := c.env.Words
	c.rescoring.Hidden = r.Total == 0
	said := w.Text("settings.model.rescoring", "Done", w.Number(int64(r.Done)), "Total", w.Number(int64(r.Total)))
	if left, ok := c.presenter.Left(); ok {
		said += " · " + w.Text("settings.model.rescoring.left", "Left", w.Span(left))
	}
	c.progress.SetText(said)
	c.pause.SetText(w.Text("settings.model.pause"))
	if r.Paused {
		c.pause.SetText(w.Text("settings.model.resume"))
	}
}

// mostPast is how many models of before are listed.
const mostPast = 5

func (c *modelCard) showPast() {
	w, p := c.env.Words, c.presenter
	c.past.RemoveAll()
	models := p.Models()
	if len(models) < 2 {
		return
	}
	c.past.Add(kit.NewText(kit.Strong, w.Text("settings.model.history")))
	for _, m := range models[:min(len(models), mostPast)] {
		said := w.Model(m, p.workspace.Zone)
		if m.Adapted() {
			said += ": " + w.Text("settings.model.trial", "Before", w.Percent(100*m.Before), "After", w.Percent(100*m.After))
		}
		var right fyne.CanvasObject = kit.NewText(kit.Muted, w.Text("settings.model.used.since"))
		if !m.InUse {
			right = kit.NewSmallButton(kit.Secondary, w.Text("settings.model.back"), func() { p.UseModel(m) })
		}
		c.past.Add(kit.Between(kit.Gap, nil, kit.NewPara(kit.Body, said), container.NewCenter(right)))
	}
}
