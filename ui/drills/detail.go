package drills

import (
	"fyne.io/fyne/v2"

	"vedetta/ui/kit"
)

// detail is the chosen drill in full.
type detail struct {
	screen *Screen
	key    string
	lines  *fyne.Container
	column *kit.Column
	start  *kit.Button
	root   fyne.CanvasObject
}

func newDetail(s *Screen) *detail {
	d := &detail{screen: s, lines: kit.NewDown(kit.Edge)}
	d.start = kit.NewButton(kit.Primary, s.env.Words.Text("drills.start"), s.askStart)
	d.column = kit.NewColumn(kit.Gap, d.lines)
	d.root = d.column.Bleed()
	return d
}

func (d *detail) show(x Detail) {
	w := d.screen.env.Words
	d.start.SetEnabled(!d.screen.presenter.Starting())
	d.start.SetText(w.Text("drills.start"))
	if d.screen.presenter.Starting() {
		d.start.SetText(w.Text("drills.starting"))
	}
	d.lines.RemoveAll()
	d.lines.Add(d.briefing(x))
	if len(x.Runs) > 0 {
		d.lines.Add(d.history(x))
	}
	d.lines.Add(d.facts(x))
	d.lines.Add(d.days(x))
	if len(x.Sources) > 0 {
		d.lines.Add(d.sources(x))
	}
	d.column.Fit()
	if d.key != x.Key {
		d.key = x.Key
		d.column.ToTop()
	}
}

func (d *detail) briefing(x Detail) fyne.CanvasObject {
	lines := kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, x.Size))
	if x.Note != "" {
		note := kit.NewPanel(kit.Inset(10, 10, 12, 12, kit.NewPara(kit.Strong, kit.Plain(x.Note))))
		note.SetColors(kit.ColorWarnTint, kit.ColorWarnEdge)
		lines.Add(note)
	}
	for _, p := range x.Briefing {
		lines.Add(kit.NewPara(kit.Body, kit.Plain(p)))
	}
	lines.Add(kit.Row(0, d.start))
	return kit.NewCard(kit.Plain(x.Name), nil, lines)
}

func (d *detail) history(x Detail) fyne.CanvasObject {
	rows := kit.NewDown(4)
	for _, r := range x.Runs {
		rows.Add(kit.Columns(kit.Gap, []float32{2, 1, 1}, kit.NewLine(kit.Body, r.When), kit.NewLine(kit.Strong, r.Points), kit.NewLine(kit.Muted, r.Speed)))
	}
	return kit.NewCard(d.screen.env.Words.Text("drills.history"), newLine(x.Line), rows)
}

func (d *detail) facts(x Detail) fyne.CanvasObject {
	w := d.screen.env.Words
	rows := kit.NewDown(kit.Gap, kit.NewPara(kit.Caption, w.Text("drills.facts.hint")))
	for _, f := range x.Facts {
		tone, style := kit.ToneWarn, kit.Muted
		if f.Sure {
			tone, style = kit.TonePlain, kit.Body
		}
		text := kit.NewDown(2, kit.NewPara(style, kit.Plain(f.Text)))
		if f.Sources != "" {
			text.Add(kit.NewPara(kit.Caption, kit.Plain(f.Sources)))
		}
		rows.Add(kit.NewHairline())
		rows.Add(kit.NewBeside(kit.Sized(190, 0, kit.NewDown(4, kit.NewLine(kit.Strong, f.When),
			kit.Flow(0, kit.NewChip(f.Certainty, tone, nil, nil)))), text))
	}
	return kit.NewCard(w.Text("drills.facts"), nil, rows)
}

func (d *detail) days(x Detail) fyne.CanvasObject {
	rows := kit.NewDown(4)
	for _, v := range x.Days {
		tone := kit.ToneWarn
		if v.Sure {
			tone = kit.TonePlain
		}
		rows.Add(kit.Columns(kit.Gap, []float32{2, 1.4, 1.4, 1, 1}, kit.NewLine(kit.Body, v.When), kit.NewLine(kit.Body, v.Mentions),
			kit.NewLine(kit.Muted, v.Negative), kit.Flow(0, kit.NewChip(v.Certainty, tone, nil, nil)), kit.NewLine(kit.Caption, v.Sources)))
	}
	return kit.NewCard(d.screen.env.Words.Text("drills.days"), nil, rows)
}

func (d *detail) sources(x Detail) fyne.CanvasObject {
	w, rows := d.screen.env.Words, kit.NewDown(2)
	for _, s := range x.Sources {
		line := kit.NewPara(kit.Body, kit.Plain(s.Key+"  "+s.Title))
		if s.URL == "" {
			rows.Add(line)
			continue
		}
		rows.Add(kit.NewPress(kit.Inset(4, 4, 4, 4, kit.NewDown(0, line, kit.NewLine(kit.Caption, kit.Plain(s.URL)))),
			func() { kit.OpenLink(d.screen.env, s.URL) }))
	}
	return kit.NewCard(w.Text("drills.sources"), nil, rows)
}
