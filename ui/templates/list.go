package templates

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// list are the templates of a form, by situation.
type list struct {
	env       *kit.Env
	presenter *Presenter
	search    *kit.SearchEntry
	form      *kit.Choice
	groups    []Group
	panels    map[string]*kit.Panel // by key
	chosen    string
	rows      *fyne.Container
	column    *kit.Column
	root      fyne.CanvasObject
}

func newList(env *kit.Env, p *Presenter) *list {
	w := env.Words
	l := &list{env: env, presenter: p, rows: kit.NewDown(2)}
	l.search = kit.NewSearchEntry(w.Text("templates.search"), p.Search, func() { env.Window.Canvas().Unfocus() })
	l.search.OnChanged = p.Search
	l.form = kit.NewChoice(formNames(p), int(p.Form()), func(n int) { p.SetForm(Forms[n]) })
	l.column = kit.NewColumn(kit.Gap, l.rows)
	top := kit.Inset(12, 8, 12, 12, kit.NewDown(kit.Gap, l.search, container.NewHBox(l.form)))
	keys := kit.Inset(6, 8, 14, 14, kit.NewPara(kit.Caption, w.Text("templates.keys")))
	l.root = kit.NewPanel(container.NewBorder(top, keys, nil, nil, kit.Inset(4, 0, 4, 0, l.column)))
	return l
}

func formNames(p *Presenter) (names []string) {
	for _, f := range Forms {
		names = append(names, p.FormName(f))
	}
	return names
}

// show brings the list up to date. Rows stay while they say the same, so that
// what has the focus keeps it.
func (l *list) show() {
	l.form.SetChosen(int(l.presenter.Form()))
	if groups := l.presenter.Groups(); l.panels == nil || !reflect.DeepEqual(groups, l.groups) {
		l.groups, l.panels, l.chosen = groups, map[string]*kit.Panel{}, ""
		l.rows.RemoveAll()
		for _, g := range groups {
			l.rows.Add(kit.Inset(10, 2, 12, 8, kit.NewLine(kit.Caption, g.Title)))
			for _, e := range g.Entries {
				l.panels[e.Key] = l.newRow(e)
				l.rows.Add(l.panels[e.Key])
			}
		}
		if len(groups) == 0 {
			l.rows.Add(kit.Inset(12, 0, 12, 12, kit.NewPara(kit.Muted, l.env.Words.Text("templates.none"))))
		}
		l.column.Fit()
	}
	l.mark()
}

// mark shows which template is chosen.
func (l *list) mark() {
	chosen := l.presenter.Chosen()
	if l.chosen == chosen {
		return
	}
	if before := l.panels[l.chosen]; before != nil {
		before.SetColors(kit.ColorNone, kit.ColorNone)
	}
	if now := l.panels[chosen]; now != nil {
		now.SetColors(kit.ColorAccentTint, kit.ColorNone)
		l.column.Reveal(now)
	}
	l.chosen = chosen
}

func (l *list) newRow(e Entry) *kit.Panel {
	w := l.env.Words
	style, state := kit.Body, ""
	switch {
	case e.Hidden:
		style, state = kit.Muted, w.Text("templates.hidden")
	case e.Own:
		state = w.Text("templates.own")
	case e.Changed:
		state = w.Text("templates.changed")
	}
	var beside fyne.CanvasObject
	if state != "" {
		beside = kit.NewText(kit.Caption, state)
	}
	line := kit.Between(kit.Gap, nil, kit.NewLine(style, kit.Plain(e.Name)), beside)
	row := kit.NewPanel(kit.NewPress(kit.Inset(6, 6, 12, 12, line), func() { l.presenter.Choose(e.Key) }))
	row.SetColors(kit.ColorNone, kit.ColorNone)
	return row
}
