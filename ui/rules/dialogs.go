package rules

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

const dialogWidth, logHeight, previewHeight = 560, 380, 150

// askTag gives a tag another name and colour.
func (s *Screen) askTag(t data.TagCount) {
	w := s.env.Words
	name, color := widget.NewEntry(), max(slices.Index(data.TagColors[:], t.Color), 0)
	name.SetText(t.Tag)
	var colors []string
	for _, c := range data.TagColors {
		colors = append(colors, w.Text("rules.color."+string(c)))
	}
	var d *dialog.CustomDialog
	save := func() { d.Hide(); s.presenter.EditTag(t.Tag, name.Text, data.TagColors[color]) }
	name.OnSubmitted = func(string) { save() }
	content := kit.NewDown(10, name, kit.Row(0, kit.NewSegmented(colors, color, func(n int) { color = n })))
	d = s.open(w.Text("rules.tag.edit.title"), content, kit.NewButton(kit.Primary, w.Text("rules.save"), save), nil)
	s.env.Window.Canvas().Focus(name)
}

// open shows a dialog with a button to leave it beside what it does; do may be
// nil.
func (s *Screen) open(title string, content, do fyne.CanvasObject, closed func()) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, kit.Sized(dialogWidth, 0, kit.Inset(0, 10, 0, 0, content)), s.env.Window)
	buttons := []fyne.CanvasObject{kit.NewButton(kit.Secondary, s.env.Words.Text("rules.close"), d.Hide)}
	if do != nil {
		buttons = append(buttons, do)
	}
	d.SetButtons(buttons)
	if closed != nil {
		d.SetOnClosed(closed)
	}
	d.Show()
	return d
}

// showLog lists what a rule did.
func (s *Screen) showLog(r data.TriageRule) {
	s.presenter.Log(r.ID, func(log []data.RuleLogEntry) {
		w := s.env.Words
		rows := kit.NewDown(6)
		var d *dialog.CustomDialog
		for _, e := range log {
			what := w.DateTime(e.At, s.env.Zone()) + " · " + kit.Plain(strings.Join(s.presenter.Deeds(e.Did), ", "))
			rows.Add(kit.NewPress(kit.NewDown(2, kit.NewPara(kit.Caption, what),
				kit.NewLine(kit.Body, kit.Plain(kit.OneLine(e.Author+": "+e.Snippet)))), func() { d.Hide(); s.ways.Mention(e.Mention) }))
		}
		if len(log) == 0 {
			rows.Add(kit.NewPara(kit.Muted, w.Text("rules.log.none")))
		}
		d = s.open(w.Text("rules.log.title", "Name", kit.Plain(r.Name)), kit.Sized(0, logHeight, container.NewVScroll(rows)), nil, nil)
	})
}
