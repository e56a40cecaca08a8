package inbox

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/data"
	"vedetta/ui/kit"
)

// finished says what was done today, and what to do now that nothing is left.
func (s *Screen) finished(t data.Today) fyne.CanvasObject {
	w := s.env.Words
	done, first := s.presenter.TodayWords(t)
	rows := kit.NewDown(10,
		kit.NewPara(kit.Title.In(kit.ColorPositiveText).Center(), "✓"),
		kit.NewPara(kit.Strong.Center(), w.Text("today.title")),
		kit.NewPara(kit.Muted.Center(), w.Text("today.done")),
		kit.NewPara(kit.Body.Center(), done))
	if first != "" {
		rows.Add(kit.NewPara(kit.Body.Center(), first))
	}
	next := kit.NewDown(kit.Gap, container.NewCenter(kit.NewButton(kit.Secondary, w.Text("inbox.import"), s.ways.Import)))
	if s.ways.Drills != nil {
		next.Add(container.NewCenter(kit.NewButton(kit.Secondary, w.Text("today.drill"), s.ways.Drills)))
	}
	rows.Add(kit.NewPara(kit.Muted.Center(), w.Text("today.next")))
	rows.Add(next)
	return container.NewCenter(kit.Inset(24, 24, 8, 8, kit.Sized(230, 0, rows)))
}
