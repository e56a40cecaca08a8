package templates

import (
	"context"

	"vedetta/data"
)

// Draft is what is being written.
func (p *Presenter) Draft() data.Template { return p.draft }

// Dirty tells whether it differs from what is stored.
func (p *Presenter) Dirty() bool {
	d, s := p.draft, p.stored
	return d.Name != s.Name || d.Body != s.Body || d.Situation != s.Situation || d.Lang != s.Lang || d.Formal != s.Formal
}

// edit changes the draft.
func (p *Presenter) edit(change func(*data.Template)) {
	before := p.draft
	if change(&p.draft); p.draft != before {
		p.face.DraftChanged()
	}
}

// SetName changes the name.
func (p *Presenter) SetName(name string) { p.edit(func(t *data.Template) { t.Name = name }) }

// SetBody changes the text.
func (p *Presenter) SetBody(body string) { p.edit(func(t *data.Template) { t.Body = body }) }

// SetSituation changes what the template answers.
func (p *Presenter) SetSituation(key string) {
	p.edit(func(t *data.Template) { t.Situation = key })
}

// SetDraftForm changes language and form of one's own template.
func (p *Presenter) SetDraftForm(f Form) {
	if !p.draft.BuiltIn {
		p.edit(f.put)
	}
}

// DraftForm is the form of the draft.
func (p *Presenter) DraftForm() Form { return formOf(p.draft.Lang, p.draft.Formal) }

// blank is a template that nobody has begun to write, for the situation that
// was looked at.
func (p *Presenter) blank() data.Template {
	t := data.Template{Situation: p.draft.Situation}
	if t.Situation == "" {
		t.Situation = data.Situations[0]
	}
	p.form.put(&t)
	return t
}

// New begins a template.
func (p *Presenter) New() {
	p.Leave(func() {
		p.show(p.blank())
		p.face.ListChanged()
		p.face.DraftChanged()
	})
}

// Duplicate begins one's own template with what is shown.
func (p *Presenter) Duplicate() {
	p.Leave(func() {
		t := p.draft
		t.Key, t.BuiltIn, t.Changed, t.Hidden = "", false, false, false
		t.Name = p.words.Text("templates.copy", "Name", t.Name)
		p.draft, p.stored = t, data.Template{}
		p.face.ListChanged()
		p.face.DraftChanged()
	})
}

// Leave stores what is being written, then goes on; it stays when that cannot
// be stored. What has no text yet is let go.
func (p *Presenter) Leave(on func()) {
	if !p.Dirty() || p.draft.Key == "" && p.draft.Body == "" {
		on()
		return
	}
	p.store(on)
}

// Save stores what is being written.
func (p *Presenter) Save() {
	if p.Dirty() {
		p.store(func() {})
	}
}

// store has the desk keep the draft.
func (p *Presenter) store(done func()) {
	if p.saving {
		return
	}
	p.saving = true
	sent := p.draft
	p.dispatcher.Do(func(ctx context.Context) func() {
		key, undo, err := p.desk.SaveTemplate(context.WithoutCancel(ctx), sent) // the window may be closing
		return func() {
			p.saving = false
			if err != nil {
				p.fail(err, func() { p.store(done) })
				return
			}
			p.face.Failed(nil)
			p.draft.Key, p.stored = key, sent
			p.stored.Key = key
			p.form, p.chose = formOf(sent.Lang, sent.Formal), true
			p.did(p.words.Text("templates.done.saved", "Name", sent.Name), undo)
			p.Load()
			done()
		}
	})
}

// did remembers what was done, and says so.
func (p *Presenter) did(what string, undo undoing) {
	p.history.Add(what, undo)
	p.face.Done(what)
}

// change has the desk change the chosen template.
func (p *Presenter) change(said string, do func(ctx context.Context, key string) (undoing, error)) {
	key, what := p.draft.Key, p.words.Text(said, "Name", p.draft.Name)
	if key == "" {
		return
	}
	p.dispatcher.Do(func(ctx context.Context) func() {
		undo, err := do(ctx, key)
		return func() {
			if err != nil {
				p.fail(err, func() { p.change(said, do) })
				return
			}
			p.face.Failed(nil)
			p.did(what, undo)
		}
	})
}

// Restore gives a built-in template its first wording again.
func (p *Presenter) Restore() {
	p.Leave(func() { p.change("templates.done.restored", p.desk.RestoreTemplate) })
}

// Hide offers a template no longer, or again.
func (p *Presenter) Hide() {
	hidden := !p.draft.Hidden
	said := "templates.done.hidden"
	if !hidden {
		said = "templates.done.shown"
	}
	p.change(said, func(ctx context.Context, key string) (undoing, error) { return p.desk.HideTemplate(ctx, key, hidden) })
}

// Delete removes one's own template. What was being written is stored first,
// so that taking it back brings everything back.
func (p *Presenter) Delete() {
	if p.draft.Name == "" || p.draft.Body == "" {
		p.draft = p.stored
	}
	p.Leave(func() {
		if p.draft.Key != "" {
			p.change("templates.done.deleted", p.desk.DeleteTemplate)
			return
		}
		p.first()
		p.face.ListChanged()
		p.face.DraftChanged()
	})
}

// Undo takes the last change back, made here or on another screen.
func (p *Presenter) Undo() {
	p.history.Undo(p.dispatcher, func(what string, err error) {
		if err != nil {
			p.fail(err, p.Undo)
			return
		}
		p.face.Undone(what)
	})
}
