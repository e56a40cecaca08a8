package crisis

import (
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// AskStandDown shows what speaks for and against closing, and closes.
func (s *Screen) AskStandDown(d StandDown) {
	w := s.env.Words
	rows := kit.NewDown(10)
	for _, c := range d.Criteria {
		chip := kit.NewChip(w.Text("room.criterion.met"), kit.TonePositive, nil, nil)
		switch {
		case !c.Known:
			chip = kit.NewChip(w.Text("room.criterion.open"), kit.TonePlain, nil, nil)
		case !c.Met:
			chip = kit.NewChip(w.Text("room.criterion.unmet"), kit.ToneNegative, nil, nil)
		}
		text := kit.NewDown(1, kit.NewPara(kit.Body, c.Text), kit.NewPara(kit.Caption, c.Line))
		rows.Add(kit.NewBeside(kit.Sized(criterionWidth, 0, kit.NewDown(0, kit.Row(0, chip))), text))
	}
	if len(d.Promises) > 0 {
		rows.Add(kit.NewPara(kit.Strong, w.Count("room.promises.open", len(d.Promises))))
		for _, promise := range d.Promises {
			rows.Add(kit.NewPara(kit.Body, "· "+kit.Plain(kit.OneLine(promise))))
		}
	}
	note := kit.NewPara(kit.Caption, w.Text("room.stand_down.checks"))
	if !d.Met {
		note = kit.NewPara(kit.Caption.In(kit.ColorWarnText), w.Text("room.stand_down.early"))
	}
	rows.Add(note)
	reason := widget.NewEntry()
	reason.SetPlaceHolder(w.Text("room.stand_down.reason"))
	rows.Add(reason)
	var f *form
	button := kit.NewButton(kit.Danger, w.Text("room.stand_down"), func() {
		f.dialog.Hide()
		s.presenter.Close(reason.Text)
	})
	f = s.open(w.Text("room.stand_down.title"), rows, nil, button)
}

// criterionWidth holds the verdict on a criterion, in either language.
const criterionWidth float32 = 110

// askReopen asks why a closed crisis goes on.
func (s *Screen) askReopen() {
	w := s.env.Words
	reason := widget.NewEntry()
	reason.SetPlaceHolder(w.Text("room.reopen.reason"))
	var f *form
	button := kit.NewButton(kit.Danger, w.Text("room.reopen"), func() {
		f.dialog.Hide()
		s.presenter.Reopen(reason.Text)
	})
	f = s.open(w.Text("room.reopen.title"), kit.NewDown(8, kit.NewPara(kit.Body, w.Text("room.reopen.hint")), reason), reason, button)
}
