package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// readyCards are what is shown of a file that can be imported.
func (s *Screen) readyCards() []fyne.CanvasObject {
	s.file.show()
	return append([]fyne.CanvasObject{s.file.root}, s.planCards()...)
}

// planCards are the columns beside the first rows; none without columns.
func (s *Screen) planCards() []fyne.CanvasObject {
	if len(s.presenter.Preview().Columns) == 0 {
		return nil
	}
	s.columns.show()
	return []fyne.CanvasObject{container.New(&split{gap: kit.Edge}, s.columns.root, s.firstCard())}
}

// refusedCards say why a file cannot be imported and, when that may help, let
// the person read it otherwise.
func (s *Screen) refusedCards() []fyne.CanvasObject {
	cards := []fyne.CanvasObject{s.refusalCard()}
	if len(s.presenter.Preview().Columns) == 0 {
		return cards
	}
	s.file.show()
	return append(append(cards, s.planCards()...), s.file.root)
}

// refusalCard says why a file cannot be imported, and that nothing changed.
func (s *Screen) refusalCard() fyne.CanvasObject {
	message, hint := s.env.Words.Explain(s.presenter.Refusal())
	head := kit.NewPara(kit.Strong.In(kit.ColorNegativeText), kit.Plain(message))
	parts := kit.NewDown(4, head, kit.NewPara(kit.Body, kit.Plain(hint)))
	if !s.presenter.Stored() {
		parts.Add(kit.NewPara(kit.Muted, s.env.Words.Text("importer.nothing_changed")))
	}
	return kit.NewCard("", nil, parts)
}

// firstCard shows the check and the first mentions as they will be stored.
func (s *Screen) firstCard() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	parts := kit.NewDown(kit.Gap)
	if p.Stage() == StageReady {
		s.addCheck(parts)
		parts.Add(kit.NewHairline())
	}
	parts.Add(kit.NewText(kit.Strong, w.Text("importer.first")))
	rows := p.Rows()
	for n, r := range rows {
		if n > 0 {
			parts.Add(kit.NewHairline())
		}
		row := kit.NewMentionRow(s.env)
		row.Set(r, p.Now(), false)
		parts.Add(row)
	}
	if len(rows) == 0 {
		parts.Add(kit.NewPara(kit.Muted, w.Text("importer.first.none")))
	}
	return kit.NewCard("", nil, parts)
}

// addCheck says what an import would do, once that is known.
func (s *Screen) addCheck(parts *fyne.Container) {
	w, p := s.env.Words, s.presenter
	counts, ok := p.Checked()
	switch {
	case ok:
		parts.Add(kit.NewLine(kit.Strong, w.Count("importer.checked", counts.Rows)))
		parts.Add(s.counted(counts))
		parts.Add(kit.NewPara(kit.Caption, w.Text("importer.checked.hint")))
	case p.Checking():
		parts.Add(s.checking)
	default:
		parts.Add(kit.NewPara(kit.Caption, w.Text("importer.unchecked")))
	}
}

var chipTones = map[string]kit.Tone{"new": kit.TonePositive, "repaired": kit.ToneAccent, "rejected": kit.ToneWarn}

func (s *Screen) counted(c data.Counts) *fyne.Container {
	chips := kit.Flow(6)
	for _, n := range s.presenter.Counted(c) {
		chips.Add(kit.NewChip(n.Text, chipTones[n.Kind], nil, nil))
	}
	return chips
}

func (s *Screen) progressCard() fyne.CanvasObject {
	return kit.NewCard("", nil, kit.NewDown(kit.Gap, s.importing, kit.NewPara(kit.Caption, s.env.Words.Text("importer.stop.hint"))))
}
