package drills

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"vedetta/ui/kit"
)

// askStop asks before a run is ended early.
func (v *BarView) askStop() {
	w := v.env.Words
	d := dialog.NewCustomWithoutButtons(w.Text("drills.stop.title"), kit.Sized(420, 0, kit.NewPara(kit.Body, w.Text("drills.stop.hint"))), v.env.Window)
	d.SetButtons([]fyne.CanvasObject{
		kit.NewButton(kit.Secondary, w.Text("drills.stop.on"), d.Hide),
		kit.NewButton(kit.Secondary, w.Text("drills.stop.away"), func() { d.Hide(); v.leave(false) }),
		kit.NewButton(kit.Primary, w.Text("drills.stop.score"), func() { d.Hide(); v.presenter.End() }),
	})
	d.Show()
}

// showScore shows what was reached and what would have been better.
func (v *BarView) showScore(s Score) {
	w := v.env.Words
	rows := kit.NewDown(kit.Gap, kit.NewText(kit.Value, s.Points), kit.NewPara(kit.Body, kit.Plain(s.Why)))
	for _, p := range s.Parts {
		share := kit.NewProgress()
		share.Set(p.Share)
		rows.Add(kit.NewHairline())
		rows.Add(kit.Between(kit.Gap, nil, kit.NewLine(kit.Strong, p.Name),
			kit.Row(kit.Gap, container.NewCenter(kit.Sized(120, 0, share)), kit.NewText(kit.Body, p.Points))))
		if p.Advice != "" {
			rows.Add(kit.NewPara(kit.Caption, kit.Plain(p.Advice)))
		}
	}
	column := kit.NewColumn(kit.Gap, rows)
	d := dialog.NewCustomWithoutButtons(w.Text("drills.score.title"), kit.Sized(dialogWidth, dialogHeight, column), v.env.Window)
	d.SetButtons([]fyne.CanvasObject{
		kit.NewButton(kit.Secondary, w.Text("drills.score.keep"), func() { d.Hide(); v.leave(true) }),
		kit.NewButton(kit.Primary, w.Text("drills.score.delete"), func() { d.Hide(); v.leave(false) }),
	})
	d.Show()
}
