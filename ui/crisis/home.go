package crisis

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// newHome says what the room is for, and lists the crises there were.
func (s *Screen) newHome() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	if !p.Loaded() {
		return container.NewCenter(kit.NewText(kit.Muted, w.Text("room.loading")))
	}
	books := kit.NewButton(kit.Secondary, w.Text("room.books")+"…", s.askPlaybooks)
	declare := kit.NewButton(kit.Danger, w.Text("room.declare")+"…", func() { p.Declare(0, 0) })
	head := kit.Between(kit.Gap, nil, kit.NewLine(kit.Title, w.Text("room.title")), kit.Row(kit.Gap, books, declare))
	column := []fyne.CanvasObject{s.purpose()}
	if past := p.Past(); len(past) > 0 {
		column = append(column, s.past(past))
	}
	return kit.NewOver(kit.Edge, head, kit.NewColumn(kit.Edge, column...).Bleed())
}

// purpose is what the room is for and what to do before there is a crisis.
func (s *Screen) purpose() fyne.CanvasObject {
	w := s.env.Words
	title := w.Text("room.calm")
	if len(s.presenter.Open()) > 0 {
		title = w.Text("room.not_calm")
	}
	rows := kit.NewDown(10, kit.NewPara(kit.Body, w.Text("room.purpose")), kit.NewPara(kit.Muted, w.Text("room.purpose.when")))
	if s.ways.Drills != nil {
		rows.Add(kit.Row(kit.Gap, kit.NewButton(kit.Secondary, w.Text("room.drills"), s.ways.Drills)))
	}
	return kit.NewCard(title, nil, rows)
}

// past lists the crises; a press shows one.
func (s *Screen) past(list []Past) fyne.CanvasObject {
	rows := kit.NewDown(2)
	for _, c := range list {
		chip := kit.NewChip(c.Level, severityTone(c.Severity), nil, nil)
		lines := kit.NewDown(3, kit.Row(kit.Gap, chip), kit.NewPara(kit.Strong, kit.Plain(c.Title)), kit.NewPara(kit.Caption, c.Line))
		rows.Add(kit.NewPress(kit.Inset(8, 8, 10, 10, lines), func() { s.presenter.Choose(c.Issue) }))
	}
	return kit.NewCard(s.env.Words.Text("room.past"), nil, rows)
}
