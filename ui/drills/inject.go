package drills

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/ui/kit"
)

// injectCard shows an inject with room for an answer.
func (v *BarView) injectCard(i Inject) fyne.CanvasObject {
	w, p := v.env.Words, v.presenter
	lines := kit.NewDown(6, v.injectHead(i), kit.NewPara(kit.Body, kit.Plain(i.Text)))
	if i.Asks {
		answer := widget.NewMultiLineEntry()
		answer.Wrapping = fyne.TextWrapWord
		answer.SetMinRowsVisible(2)
		answer.SetPlaceHolder(w.Text("drills.inject.hint"))
		send := kit.NewSmallButton(kit.Primary, w.Text("drills.inject.answer"), func() { p.Answer(i.Key, answer.Text) })
		later := kit.NewSmallButton(kit.Quiet, w.Text("drills.inject.later"), func() { p.Dismiss(i.Key) })
		lines.Add(answer)
		lines.Add(kit.Row(8, send, later))
	} else {
		lines.Add(kit.Row(0, kit.NewSmallButton(kit.Secondary, w.Text("drills.inject.read"), func() { p.Dismiss(i.Key) })))
	}
	return kit.NewPanel(kit.Inset(10, 10, 14, 14, lines))
}

func (v *BarView) injectHead(i Inject) fyne.CanvasObject {
	when := i.When
	if i.Asks && i.Answer == "" {
		when = v.env.Words.Text("drills.inject.within", "When", i.When, "Until", i.Within)
	}
	chip := kit.NewChip(i.Kind, kit.ToneAccent, nil, nil)
	return kit.Between(kit.Gap, container.NewCenter(chip), kit.NewLine(kit.Strong, kit.Plain(i.Title)), kit.NewText(kit.Caption, when))
}

const dialogWidth, dialogHeight = 620, 460

// showInjects lists all that came, with what would be good answers to those
// that were answered.
func (v *BarView) showInjects() {
	w := v.env.Words
	rows := kit.NewDown(kit.Gap)
	for _, i := range v.presenter.Injects() {
		lines := kit.NewDown(6, v.injectHead(i), kit.NewPara(kit.Body, kit.Plain(i.Text)))
		if i.Answer != "" {
			lines.Add(kit.NewPara(kit.Strong, kit.Plain(i.Answer)))
			lines.Add(kit.NewPara(kit.Caption, w.Text("drills.inject.wanted", "What", kit.Plain(i.Wanted))))
		}
		if i.Asks && i.Answer == "" {
			lines.Add(kit.Row(0, kit.NewSmallButton(kit.Secondary, w.Text("drills.inject.answer"), func() { v.presenter.Recall(i.Key) })))
		}
		rows.Add(kit.NewPanel(kit.Inset(10, 10, 12, 12, lines)))
	}
	if len(rows.Objects) == 0 {
		rows.Add(kit.NewPara(kit.Muted, w.Text("drills.inject.none")))
	}
	column := kit.NewColumn(kit.Gap, rows)
	dialog.NewCustom(w.Text("drills.inject.title"), w.Text("ui.key.close"), kit.Sized(dialogWidth, dialogHeight, column), v.env.Window).Show()
}
