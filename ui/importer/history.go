package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// A history may be long: this many lines are shown at first, and this many
// more on demand.
const rowsFirst, rowsMore = 20, 50

// historyCard lists the imports so far; an empty object before the first.
func (s *Screen) historyCard() fyne.CanvasObject {
	s.fillHistory()
	if len(s.presenter.History()) == 0 {
		return container.NewWithoutLayout()
	}
	var look fyne.CanvasObject
	if waiting := s.presenter.Waiting(); len(waiting) > 1 {
		look = kit.NewSmallButton(kit.Secondary, s.env.Words.Count("importer.look.all", len(waiting)), func() { s.presenter.Again(waiting...) })
	}
	return kit.NewCard(s.env.Words.Text("importer.history"), look, s.history)
}

// HistoryChanged shows the imports anew.
func (s *Screen) HistoryChanged() {
	switch s.presenter.Stage() {
	case StageIdle, StageDone, StageSummary:
		s.StageChanged()
	}
}

func (s *Screen) fillHistory() {
	s.history.RemoveAll()
	if s.presenter.Undoing() != 0 {
		s.history.Add(s.undoing)
	}
	all := s.presenter.History()
	for n, i := range all[:min(len(all), s.historyRows)] {
		if n > 0 {
			s.history.Add(kit.NewHairline())
		}
		s.history.Add(s.historyRow(i))
	}
	if rest := len(all) - s.historyRows; rest > 0 {
		s.history.Add(kit.Row(0, kit.NewSmallButton(kit.Secondary, s.env.Words.Count("importer.more.imports", rest), func() {
			s.historyRows += rowsMore
			s.HistoryChanged()
		})))
	}
}

var stateTones = map[data.ImportState]kit.Tone{
	data.ImportDone: kit.TonePositive, data.ImportFailed: kit.ToneNegative, data.ImportWaiting: kit.ToneWarn,
	data.ImportCancelled: kit.ToneWarn, data.ImportInterrupted: kit.ToneWarn,
}

// historyRow is file, date and counts on the left, actions on the right.
func (s *Screen) historyRow(i data.Import) fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	state := kit.NewChip(w.Text("importer.history.state."+string(i.State)), stateTones[i.State], nil, nil)
	head := container.NewBorder(nil, nil, nil, kit.Inset(0, 0, 8, 0, state), kit.NewLine(kit.Body, kit.Plain(w.ImportName(i))))
	lines := kit.NewDown(2, head, kit.NewLine(kit.Caption, p.When(i)))
	if why := p.Why(i); why != "" {
		lines.Add(kit.NewPara(kit.Body, kit.Plain(why)))
	}
	counts := kit.Flow(6)
	if i.Rows > 0 {
		counts = s.counted(i.Counts)
	}
	actions := container.NewCenter(kit.Row(6, s.importActions(i)...))
	return kit.Inset(4, 4, 0, 0, kit.NewDown(4, lines, kit.Between(kit.Edge, nil, counts, actions)))
}
