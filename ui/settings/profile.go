package settings

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// profileCard is what replies say about the business.
type profileCard struct {
	env       *kit.Env
	presenter *profilePresenter
	failed    func(error)
	lines     []profileLine
	own       *nameEntry
	formal    *kit.Segmented
	root      fyne.CanvasObject
}

// profileLine is a part of the profile that is one line of text.
type profileLine struct {
	entry *nameEntry
	of    func(*data.Profile) *string
}

func newProfileCard(env *kit.Env, d profiles, templates func(), failed func(error)) *profileCard {
	w := env.Words
	c := &profileCard{env: env, failed: failed}
	c.presenter = newProfilePresenter(d, env.Dispatcher, env.History, w.Text("templates.profile.saved"), c)
	rows := kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("templates.profile.hint")))
	add := func(label, hint string, of func(*data.Profile) *string) {
		e := newNameEntry(func(text string) { c.presenter.Set(func(p *data.Profile) { *of(p) = text }) })
		e.PlaceHolder = hint
		c.lines = append(c.lines, profileLine{e, of})
		rows.Add(field(label, kit.Sized(320, 0, e)))
	}
	add(w.Text("templates.profile.business"), "", func(p *data.Profile) *string { return &p.Business })
	add(w.Text("templates.profile.person"), "", func(p *data.Profile) *string { return &p.Person })
	add(w.Text("templates.profile.signature"), w.Text("templates.profile.sign.hint"), func(p *data.Profile) *string { return &p.Signature })
	add(w.Text("templates.profile.email"), "", func(p *data.Profile) *string { return &p.Email })
	add(w.Text("templates.profile.phone"), "", func(p *data.Profile) *string { return &p.Phone })
	add(w.Text("templates.profile.web"), "", func(p *data.Profile) *string { return &p.Web })
	add(w.Text("templates.profile.address"), "", func(p *data.Profile) *string { return &p.Address })
	add(w.Text("templates.profile.channel"), "", func(p *data.Profile) *string { return &p.Channel })
	forms := []string{w.Text("templates.profile.tu"), w.Text("templates.profile.lei")}
	c.formal = kit.NewSegmented(forms, 0, func(n int) { c.presenter.Set(func(p *data.Profile) { p.Formal = n == 1 }) })
	c.own = newNameEntry(func(text string) { c.presenter.Set(func(p *data.Profile) { p.Own = handlesOf(text) }) })
	rows.Add(field(w.Text("templates.profile.formal"), c.formal))
	rows.Add(field(w.Text("templates.profile.own"), kit.Sized(320, 0, c.own)))
	rows.Add(kit.NewPara(kit.Caption, w.Text("templates.profile.own.hint")))
	rows.Add(container.NewHBox(kit.NewButton(kit.Secondary, w.Text("templates.profile.open"), templates)))
	c.root = kit.NewCard(w.Text("templates.profile.title"), nil, rows)
	return c
}

// ProfileChanged shows what is stored.
func (c *profileCard) ProfileChanged() {
	p := c.presenter.profile
	for _, l := range c.lines {
		l.entry.show(*l.of(&p))
	}
	c.own.show(strings.Join(p.Own, ", "))
	chosen := 0
	if p.Formal {
		chosen = 1
	}
	c.formal.SetChosen(chosen)
}

// ProfileSaved says so, and offers to take it back.
func (c *profileCard) ProfileSaved() {
	c.env.Toast.Offer(c.env.Words.Text("templates.profile.saved"), c.env.Words.Text("templates.undo"), c.presenter.Undo)
}

// Failed shows an error above the settings.
func (c *profileCard) Failed(err error) { c.failed(err) }
