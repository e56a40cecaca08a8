package templates

import (
	"strings"

	"vedetta/data"
)

// Form is a language and, where it makes a difference, how people are
// addressed in it.
type Form int

// The forms.
const (
	Lei Form = iota
	Tu
	English
)

// Forms lists every form.
var Forms = [...]Form{Lei, Tu, English}

func formOf(lang string, formal bool) Form {
	switch {
	case lang != "it":
		return English
	case formal:
		return Lei
	}
	return Tu
}

// is tells whether a template has the form.
func (f Form) is(t data.Template) bool { return formOf(t.Lang, t.Formal) == f }

// put gives a template the form.
func (f Form) put(t *data.Template) {
	t.Lang, t.Formal = "it", f == Lei
	if f == English {
		t.Lang = "en"
	}
}

// FormName is the name of a form.
func (p *Presenter) FormName(f Form) string {
	return p.words.Text([...]string{"templates.form.lei", "templates.form.tu", "templates.form.english"}[f])
}

// Form is the one whose templates are listed.
func (p *Presenter) Form() Form { return p.form }

// SetForm lists the templates of another form: the same template in it, if
// there is one.
func (p *Presenter) SetForm(f Form) {
	if f == p.form {
		return
	}
	p.Leave(func() {
		p.chose = true
		if p.form = f; p.DraftForm() != f {
			p.other(f)
		}
		p.face.ListChanged()
		p.face.DraftChanged()
	})
}

// other shows the same template in another form, or the first one of it.
func (p *Presenter) other(f Form) {
	if t, ok := p.find(counterpart(p.draft.Key, f)); ok {
		p.show(t)
		return
	}
	p.first()
}

// counterpart is the key of a built-in template in another form.
func counterpart(key string, f Form) string {
	_, rest, ok := strings.Cut(key, ".")
	if !ok {
		return ""
	}
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, ".lei"), ".tu")
	return [...]string{"it." + rest + ".lei", "it." + rest + ".tu", "en." + rest}[f]
}

// Group are the templates for a situation.
type Group struct {
	Title   string
	Entries []Entry
}

// Entry is a template as the list shows it.
type Entry struct {
	Key, Name    string
	Hidden       bool
	Own, Changed bool
}

// Groups is the list: what the search finds among the templates of the form.
func (p *Presenter) Groups() (groups []Group) {
	situation := ""
	for _, t := range p.all {
		if !p.form.is(t) || !p.matches(t) {
			continue
		}
		if t.Situation != situation || len(groups) == 0 {
			situation = t.Situation
			groups = append(groups, Group{Title: p.Situation(situation)})
		}
		last := &groups[len(groups)-1]
		last.Entries = append(last.Entries, Entry{Key: t.Key, Name: t.Name, Hidden: t.Hidden, Own: !t.BuiltIn, Changed: t.Changed})
	}
	return groups
}

// Search lists only templates that have all words of a query.
func (p *Presenter) Search(query string) {
	if query != p.query {
		p.query = query
		p.face.ListChanged()
	}
}

// Query is what is searched for.
func (p *Presenter) Query() string { return p.query }

func (p *Presenter) matches(t data.Template) bool {
	text := strings.ToLower(t.Name + " " + t.Body + " " + p.Situation(t.Situation))
	for _, word := range strings.Fields(strings.ToLower(p.query)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// Situation is the name of a situation, or its key if nobody knows it.
func (p *Presenter) Situation(key string) string {
	if name := "templates.situation." + key; p.words.Has(name) {
		return p.words.Text(name)
	}
	return key
}

// Chosen is the key of the template that is shown; empty for a new one.
func (p *Presenter) Chosen() string { return p.draft.Key }

// Choose shows a template; what was being written is stored first.
func (p *Presenter) Choose(key string) {
	if key == p.draft.Key && key != "" {
		return
	}
	p.Leave(func() {
		if t, ok := p.find(key); ok {
			p.show(t)
			p.face.ListChanged()
			p.face.DraftChanged()
		}
	})
}

// Move chooses the template n places further down the list.
func (p *Presenter) Move(n int) {
	var keys []string
	at := -1
	for _, g := range p.Groups() {
		for _, e := range g.Entries {
			if e.Key == p.draft.Key {
				at = len(keys)
			}
			keys = append(keys, e.Key)
		}
	}
	if len(keys) > 0 {
		p.Choose(keys[min(max(at+n, 0), len(keys)-1)])
	}
}

// show puts a stored template into the editor, and lists those of its form.
func (p *Presenter) show(t data.Template) {
	p.draft, p.stored = t, t
	if f := p.DraftForm(); f != p.form {
		p.form, p.chose = f, true
	}
}

// first shows the first template of the form, or a new one.
func (p *Presenter) first() {
	for _, t := range p.all {
		if p.form.is(t) {
			p.show(t)
			return
		}
	}
	p.show(p.blank())
}
