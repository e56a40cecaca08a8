package importer

import (
	"fyne.io/fyne/v2"

	"vedetta/data"
	"vedetta/ui/kit"
)

// resultCard says what became of the file, and what can be done next.
func (s *Screen) resultCard() fyne.CanvasObject {
	p := s.presenter
	i := p.Result()
	parts := kit.NewDown(10, kit.NewPara(kit.Strong, p.Outcome(i)), s.counted(i.Counts))
	if i.Rejected > 0 && i.State == data.ImportDone {
		parts.Add(kit.NewPara(kit.Caption, s.env.Words.Text("importer.rejected.hint")))
	}
	if actions := s.importActions(i); len(actions) > 0 {
		parts.Add(kit.Flow(kit.Gap, actions...))
	}
	return kit.NewCard("", nil, parts)
}

// summaryCard says what became of all files.
func (s *Screen) summaryCard() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	sum, files := p.Sum()
	head := w.Count("importer.summary", files, "Of", w.Number(int64(p.Files())))
	parts := kit.NewDown(10, kit.NewPara(kit.Strong, head), s.counted(sum))
	results := p.Results()
	for n := range results[:min(len(results), s.summaryRows)] {
		parts.Add(kit.NewHairline())
		parts.Add(s.summaryRow(n, results[n]))
	}
	if rest := len(results) - s.summaryRows; rest > 0 {
		parts.Add(kit.Row(0, kit.NewSmallButton(kit.Secondary, w.Count("importer.more.files", rest), func() {
			s.summaryRows += rowsMore
			s.StageChanged()
		})))
	}
	return kit.NewCard("", nil, parts)
}

// summaryRow is what became of a file of the queue.
func (s *Screen) summaryRow(n int, i data.Import) fyne.CanvasObject {
	l := s.presenter.Line(n)
	state := kit.NewLine(kit.Caption.In(lineTone(l).Text()), kit.Plain(l.State))
	names := kit.NewDown(2, kit.NewLine(kit.Body, kit.Plain(l.Name)), state)
	if i.ID == 0 {
		return names
	}
	return kit.Between(kit.Edge, nil, names, kit.Row(6, s.importActions(i)...))
}

func (s *Screen) showInInbox(i data.Import) {
	s.onShow(data.Filter{Import: i.ID}, s.env.Words.Text("importer.inbox.title", "File", kit.Plain(s.env.Words.ImportName(i))))
}

// importActions are what can be done with an import that has ended.
func (s *Screen) importActions(i data.Import) []fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	var out []fyne.CanvasObject
	add := func(key string, act func()) {
		out = append(out, kit.NewSmallButton(kit.Secondary, w.Text(key), act))
	}
	if i.New > 0 && i.State != data.ImportUndone {
		add("importer.inbox", func() { s.showInInbox(i) })
	}
	if i.Rejected > 0 && i.State != data.ImportUndone {
		add("importer.rejected", func() { p.LoadRejected(i) })
	}
	if key, ok := p.CanRetry(i); ok {
		add(key, func() { p.Again(i) })
	}
	if Held(i) {
		add("importer.dismiss", func() { p.Dismiss(i) })
	}
	if p.CanUndo(i) {
		add("importer.undo", func() { p.PrepareUndo(i) })
	}
	return out
}
