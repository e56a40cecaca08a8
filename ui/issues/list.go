package issues

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// list is the issues, the most pressing first.
type list struct {
	env        *kit.Env
	presenter  *Presenter
	entries    []Entry
	panels     []*kit.Panel // of the entries
	rows       *fyne.Container
	open, shut *kit.Button
	column     *kit.Column
	root       fyne.CanvasObject
}

func newList(env *kit.Env, p *Presenter) *list {
	l := &list{env: env, presenter: p, rows: kit.NewDown(2)}
	l.open = kit.NewSmallButton(kit.Secondary, "", func() { p.ShowClosed(false) })
	l.shut = kit.NewSmallButton(kit.Quiet, "", func() { p.ShowClosed(true) })
	l.column = kit.NewColumn(kit.Gap, l.rows)
	keys := kit.NewPara(kit.Caption, env.Words.Text("issues.keys"))
	l.root = kit.NewPanel(container.NewBorder(kit.Inset(8, 4, 10, 10, kit.Row(4, l.open, l.shut)),
		kit.Inset(6, 8, 14, 14, keys), nil, nil, kit.Inset(0, 0, 4, 0, l.column)))
	return l
}

// show brings the list up to date. Rows stay while they look the same, so that
// what has the focus keeps it.
func (l *list) show() {
	open, shut := l.presenter.Totals()
	closed := l.presenter.ShowsClosed()
	l.open.SetText(ticked(open, !closed))
	l.shut.SetText(ticked(shut, closed))
	if entries := l.presenter.Entries(); !slices.Equal(entries, l.entries) {
		l.entries, l.panels = entries, nil
		l.rows.RemoveAll()
		for _, e := range entries {
			l.panels = append(l.panels, l.newRow(e))
			l.rows.Add(l.panels[len(l.panels)-1])
		}
	}
	for n, e := range l.entries {
		fill := kit.ColorNone
		if e.ID == l.presenter.Chosen() {
			fill = kit.ColorAccentTint
		}
		l.panels[n].SetColors(fill, kit.ColorNone)
	}
	l.column.Fit()
}

func ticked(text string, on bool) string {
	if on {
		return "✓ " + text
	}
	return text
}

// reveal brings the chosen issue into sight.
func (l *list) reveal() {
	for n, e := range l.entries {
		if e.ID == l.presenter.Chosen() {
			l.column.Reveal(l.panels[n])
		}
	}
}

func (l *list) newRow(e Entry) *kit.Panel {
	chips := kit.Flow(4, kit.NewChip(e.Level, severityTone(e.Severity), nil, nil))
	if e.Waiting != "" {
		chips.Add(kit.NewChip(e.Waiting, kit.ToneAccent, nil, nil))
	}
	if e.Due != "" {
		chips.Add(kit.NewChip(e.Due, dueTone(e.Overdue), nil, nil))
	}
	lines := kit.NewDown(5, kit.Between(kit.Gap, nil, chips, nil), kit.NewPara(kit.Strong, kit.Plain(e.Title)),
		kit.NewPara(kit.Caption, e.Counts+" · "+e.Age))
	row := kit.NewPanel(kit.NewPress(kit.Inset(10, 10, 12, 12, lines), func() { l.presenter.Choose(e.ID) }))
	row.SetColors(kit.ColorNone, kit.ColorNone)
	return row
}

// severityTone is calm for what is no more than a complaint.
func severityTone(severity int) kit.Tone {
	switch {
	case severity >= 3:
		return kit.ToneNegative
	case severity == 2:
		return kit.ToneWarn
	}
	return kit.TonePlain
}

func dueTone(overdue bool) kit.Tone {
	if overdue {
		return kit.ToneNegative
	}
	return kit.TonePlain
}
