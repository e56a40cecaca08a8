package incidents

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// list is the history, newest first.
type list struct {
	env       *kit.Env
	presenter *Presenter
	entries   []Entry
	panels    []*kit.Panel // of the entries
	chosen    int64
	rows      *fyne.Container
	more      *kit.Button
	column    *kit.Column
	root      fyne.CanvasObject
}

func newList(env *kit.Env, p *Presenter) *list {
	l := &list{env: env, presenter: p, rows: kit.NewDown(2)}
	l.more = kit.NewSmallButton(kit.Quiet, "", p.ShowMore)
	l.column = kit.NewColumn(kit.Gap, l.rows, container.NewCenter(l.more))
	keys := kit.NewPara(kit.Caption, env.Words.Text("incidents.keys"))
	l.root = kit.NewPanel(container.NewBorder(nil, kit.Inset(6, 8, 14, 14, keys), nil, nil, kit.Inset(4, 0, 4, 0, l.column)))
	return l
}

// show brings the list up to date. Rows stay while they look the same, so that
// what has the focus keeps it.
func (l *list) show() {
	entries := l.presenter.Entries()
	if !slices.EqualFunc(entries, l.entries, Entry.same) {
		l.entries, l.panels = entries, nil
		l.rows.RemoveAll()
		for _, e := range entries {
			l.panels = append(l.panels, l.newRow(e))
			l.rows.Add(l.panels[len(l.panels)-1])
		}
		l.chosen = 0
	}
	l.mark()
	more := l.presenter.More()
	l.more.SetText(more)
	kit.SetShown(l.more, more != "")
	l.column.Fit()
}

// mark shows which entry is chosen.
func (l *list) mark() {
	if l.chosen == l.presenter.Chosen() {
		return
	}
	l.chosen = l.presenter.Chosen()
	for n, e := range l.entries {
		fill := kit.ColorNone
		if e.ID == l.chosen {
			fill = kit.ColorAccentTint
		}
		l.panels[n].SetColors(fill, kit.ColorNone)
	}
}

// reveal brings the chosen entry into sight.
func (l *list) reveal() {
	for n, e := range l.entries {
		if e.ID == l.chosen {
			l.column.Reveal(l.panels[n])
		}
	}
}

// chipHeight sets the date in line with the chips beside it.
const chipHeight = 20

func (l *list) newRow(e Entry) *kit.Panel {
	chips := kit.Flow(4, kit.Inset(0, 0, 0, 4, kit.Sized(0, chipHeight, kit.NewText(kit.Caption, e.Date))))
	for _, s := range e.States {
		chips.Add(kit.NewChip(s.Name, toneOf(s.Kind, e.Level.Level), nil, nil))
	}
	lines := kit.NewDown(6,
		kit.Between(kit.Gap, nil, kit.NewLine(kit.Strong.In(gradeTone(e.Level).Text()), e.Level.Name), newSteps(e.Level)),
		kit.NewPara(kit.Body, kit.Plain(e.Headline)),
		chips)
	row := kit.NewPanel(kit.NewPress(kit.Inset(10, 10, 12, 12, lines), func() { l.presenter.Choose(e.ID) }))
	row.SetColors(kit.ColorNone, kit.ColorNone)
	return row
}

// gradeTone is calm for what matters no more.
func gradeTone(g Grade) kit.Tone {
	switch {
	case g.Past:
		return kit.TonePlain
	case g.Level == data.LevelWatch:
		return kit.ToneWarn
	}
	return kit.ToneNegative
}

func newSteps(g Grade) *kit.Steps {
	steps := kit.NewSteps()
	steps.Set(g.Filled, gradeTone(g))
	return steps
}

func toneOf(k StateKind, level data.Level) kit.Tone {
	switch k {
	case Going:
		if level == data.LevelWatch {
			return kit.ToneWarn
		}
		return kit.ToneNegative
	case Expected:
		return kit.ToneAccent
	case WasUseful:
		return kit.TonePositive
	}
	return kit.TonePlain
}
