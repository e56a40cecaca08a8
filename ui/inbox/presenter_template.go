package inbox

import (
	"context"

	"vedetta/data"
)

// Form is the language of a reply and how it addresses its reader.
type Form struct {
	Lang   string // "it" or "en"
	Formal bool   // Lei
}

// Forms are those in which there are templates.
var Forms = [...]Form{{"it", true}, {"it", false}, {"en", false}}

// Form is the one in which templates are offered.
func (a *Answering) Form() Form { return a.form }

// SetForm offers templates in another form.
func (a *Answering) SetForm(f Form) {
	a.form, a.chosen = f, true
	a.face.ReplyChanged()
}

// setForm follows the language of the mention.
func (a *Answering) setForm() {
	if a.chosen {
		return
	}
	a.form = Form{Lang: "en"}
	if a.mention.Lang == "it" || a.mention.Lang != "en" && a.words.Lang() == "it" {
		a.form = Form{Lang: "it", Formal: a.formal}
	}
}

// loadTemplates reads the templates, and what the profile says of the form.
func (a *Answering) loadTemplates() {
	a.loads.templates.Load(func(ctx context.Context) func() {
		all, err := a.desk.Templates(ctx)
		var profile data.Profile
		if err == nil {
			profile, err = a.desk.Profile(ctx)
		}
		return func() {
			if err != nil {
				a.failed(err)
				return
			}
			a.templates, a.formal = all, profile.Formal
			a.setForm()
			a.face.ReplyChanged()
		}
	})
}

// Situation is a heading with the templates below it.
type Situation struct {
	Key       string
	Templates []data.Template
}

// Offered are the templates in the chosen form by situation.
func (a *Answering) Offered() []Situation {
	var out []Situation
	for _, key := range data.Situations {
		s := Situation{Key: key}
		for _, t := range a.templates {
			if t.Situation == key && !t.Hidden && t.Lang == a.form.Lang && (t.Lang != "it" || t.Formal == a.form.Formal) {
				s.Templates = append(s.Templates, t)
			}
		}
		if len(s.Templates) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// UseTemplate writes a template, filled from the mention and the profile, in
// the place of the present text.
func (a *Answering) UseTemplate(key string) {
	if !a.has {
		return
	}
	id := a.mention.ID
	a.loads.fill.Load(func(ctx context.Context) func() {
		filled, err := a.desk.FillTemplate(ctx, id, key)
		return func() {
			if err != nil {
				a.failed(err)
				return
			}
			if a.has && a.mention.ID == id {
				a.gaps = filled
				a.write(draft{filled.Text, key})
			}
		}
	})
}

// TemplateName names the template that the reply began with; empty without.
func (a *Answering) TemplateName() string { return a.templateNamed(a.draft.template) }

func (a *Answering) templateNamed(key string) string {
	for _, t := range a.templates {
		if t.Key == key {
			return t.Name
		}
	}
	return ""
}

// Wordings are the earlier texts of the reply, newest first.
func (a *Answering) Wordings() []data.Wording { return a.wordings }

// UseWording writes an earlier text in the place of the present one.
func (a *Answering) UseWording(w data.Wording) { a.write(draft{w.Text, a.draft.template}) }

func (a *Answering) loadWordings() {
	if !a.has {
		a.wordings = nil
		return
	}
	id := a.mention.ID
	a.loads.wordings.Load(func(ctx context.Context) func() {
		w, err := a.desk.Wordings(ctx, id)
		return func() {
			a.failed(err)
			a.wordings = w
			a.face.ChecksChanged()
		}
	})
}

// suggested is the situation of the template for a mention of a label.
var suggested = map[data.Label]string{
	data.Negative: data.SituationApology, data.Neutral: data.SituationQuestion, data.Positive: data.SituationThanks,
}

// UseSuggested begins an answer with the first template for the situation that
// the label suggests. What is written already stays.
func (a *Answering) UseSuggested() {
	if !a.has || !a.Empty() {
		a.face.FocusReply()
		return
	}
	for _, s := range a.Offered() {
		if s.Key == suggested[a.mention.Label] {
			a.UseTemplate(s.Templates[0].Key)
			return
		}
	}
}
