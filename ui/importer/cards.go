package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// readyCards are what is shown of a file that can be imported.
func (s *Screen) readyCards() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{s.recognisedCard()}, s.planCards()...)
}

// planCards are the columns beside the first rows; none without columns.
func (s *Screen) planCards() []fyne.CanvasObject {
	if len(s.presenter.Preview().Columns) == 0 {
		return nil
	}
	return []fyne.CanvasObject{container.New(&split{gap: kit.Edge}, s.columnsCard(), s.firstCard())}
}

// recognisedCard says how the file is read, and what to look at twice.
func (s *Screen) recognisedCard() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	r := p.Preview().Recognition
	how := kit.NewPara(kit.Muted, p.Recognised())
	parts := kit.NewDown(2, kit.NewPara(kit.Strong, w.Text("importer.recognised", "Format", p.Format(r.Format))), how)
	if r.DamagedIDs {
		parts.Add(warning(w.Text("importer.damaged")))
	}
	if r.DateOrder == data.DateUnclear {
		parts.Add(warning(w.Text("importer.unclear")))
	}
	return kit.NewCard("", nil, parts)
}

func warning(text string) fyne.CanvasObject {
	return kit.NewPara(kit.Body.In(kit.ColorWarnText), "! "+text)
}

// refusalCard says why a file cannot be imported, and that nothing changed.
func (s *Screen) refusalCard() fyne.CanvasObject {
	message, hint := s.env.Words.Explain(s.presenter.Refusal())
	head := kit.NewPara(kit.Strong.In(kit.ColorNegativeText), message)
	parts := kit.NewDown(4, head, kit.NewPara(kit.Body, hint))
	if !s.presenter.Stored() {
		parts.Add(kit.NewPara(kit.Muted, s.env.Words.Text("importer.nothing_changed")))
	}
	return kit.NewCard("", nil, parts)
}

// firstCard shows the first mentions as they will be stored, and the check.
func (s *Screen) firstCard() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	parts := kit.NewDown(kit.Gap, kit.NewText(kit.Strong, w.Text("importer.first")))
	rows := p.Rows()
	for _, r := range rows {
		row := kit.NewMentionRow(s.env)
		row.Set(r, p.Now(), false)
		parts.Add(row)
		parts.Add(kit.NewHairline())
	}
	if len(rows) == 0 {
		parts.Add(kit.NewPara(kit.Muted, w.Text("importer.first.none")))
	}
	if p.Stage() == StageReady {
		s.addCheck(parts)
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
		s.progress.OnStop(w.Text("importer.checking.stop"), p.StopCheck)
		parts.Add(s.progress)
	default:
		parts.Add(kit.NewPara(kit.Caption, w.Text("importer.unchecked")))
	}
}

var chipTones = map[string]kit.Tone{"new": kit.TonePositive, "known": kit.TonePlain, "updated": kit.TonePlain, "rejected": kit.ToneWarn}

func (s *Screen) counted(c data.Counts) fyne.CanvasObject {
	chips := kit.Flow(6)
	for _, n := range s.presenter.Counted(c) {
		chips.Add(kit.NewChip(n.Text, chipTones[n.Kind], nil, nil))
	}
	return chips
}

func (s *Screen) progressCard(stop func()) fyne.CanvasObject {
	s.progress.OnStop(s.env.Words.Text("importer.stop"), stop)
	return kit.NewCard("", nil, kit.NewDown(kit.Gap, s.progress, kit.NewPara(kit.Caption, s.env.Words.Text("importer.stop.hint"))))
}

// resultCard says what became of the file.
func (s *Screen) resultCard() fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	i := p.Result()
	head := kit.NewPara(kit.Strong, p.Outcome(i))
	actions := kit.Row(kit.Gap)
	if i.New > 0 && i.State != data.ImportUndone {
		actions.Add(kit.NewButton(kit.Secondary, w.Text("importer.inbox"), func() { s.showInInbox(i) }))
	}
	actions.Objects = append(actions.Objects, s.importActions(i)...)
	return kit.NewCard("", nil, kit.NewDown(10, head, s.counted(i.Counts), actions))
}

func (s *Screen) showInInbox(i data.Import) {
	s.onShow(data.Filter{Import: i.ID}, s.env.Words.Text("importer.inbox.title", "File", kit.Plain(base(i.Path))))
}

// importActions are what can be done with an import that has ended.
func (s *Screen) importActions(i data.Import) []fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	var out []fyne.CanvasObject
	if i.Rejected > 0 {
		out = append(out, kit.NewButton(kit.Secondary, w.Text("importer.rejected"), func() { p.LoadRejected(i) }))
	}
	if p.CanUndo(i) {
		out = append(out, kit.NewButton(kit.Secondary, w.Text("importer.undo"), func() { p.PrepareUndo(i) }))
	}
	return out
}
