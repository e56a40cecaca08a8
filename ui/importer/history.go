package importer

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

func base(path string) string { return filepath.Base(path) }

// historyCard lists the imports so far; an empty object before the first.
func (s *Screen) historyCard() fyne.CanvasObject {
	s.fillHistory()
	if len(s.presenter.History()) == 0 {
		return container.NewWithoutLayout()
	}
	return kit.NewCard("", nil, kit.NewDown(8, kit.NewText(kit.Strong, s.env.Words.Text("importer.history")), s.history))
}

// HistoryChanged shows the imports anew.
func (s *Screen) HistoryChanged() {
	if stage := s.presenter.Stage(); stage == StageIdle || stage == StageDone {
		s.StageChanged()
	}
}

func (s *Screen) fillHistory() {
	s.history.RemoveAll()
	for n, i := range s.presenter.History() {
		if n > 0 {
			s.history.Add(kit.NewHairline())
		}
		s.history.Add(s.historyRow(i))
	}
	if s.presenter.Undoing() != 0 {
		s.progress.OnStop("", nil)
		s.history.Add(s.progress)
	}
}

// historyRow is file and date on the left, counts and actions on the right.
func (s *Screen) historyRow(i data.Import) fyne.CanvasObject {
	w, p := s.env.Words, s.presenter
	name := kit.NewLine(kit.Body, kit.Plain(base(i.Path)))
	when := kit.NewLine(kit.Caption, w.DateTime(i.StartedAt, p.Zone())+" · "+p.Format(i.Format))
	chips := kit.Row(6,
		kit.NewChip(w.Count("importer.new", i.New), chipTones["new"], nil, nil),
		kit.NewChip(w.Count("importer.known", i.Known), chipTones["known"], nil, nil))
	if i.Rejected > 0 {
		chips.Add(kit.NewChip(w.Count("importer.rejected.count", i.Rejected), chipTones["rejected"], nil, nil))
	}
	if i.State != data.ImportDone {
		chips.Add(kit.NewChip(w.Text("importer.history.state."+string(i.State)), kit.ToneWarn, nil, nil))
	}
	right := kit.Row(kit.Gap, append([]fyne.CanvasObject{chips}, s.importActions(i)...)...)
	return kit.Between(kit.Edge, nil, kit.NewDown(2, name, when), right)
}
