package inbox

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"vedetta/ui/kit"
)

const askNameWidth = 360

// askText asks for a line of text; hint says what a text would bring about.
func askText(env *kit.Env, title, text, do string, hint func(string) string, done func(string)) {
	var d *dialog.CustomDialog
	says := kit.NewPara(kit.Caption, hint(text))
	entry := kit.NewSearchEntry(env.Words.Text("query.view.name"), nil, func() { d.Hide() })
	finish := func() {
		if strings.TrimSpace(entry.Text) != "" {
			d.Hide()
			done(entry.Text)
		}
	}
	entry.SetText(text)
	entry.OnSubmitted = func(string) { finish() }
	entry.OnChanged = func(s string) { says.SetText(hint(s)) }
	content := kit.NewDown(8, entry, says)
	d = dialog.NewCustomWithoutButtons(title, kit.Sized(askNameWidth, 0, kit.Inset(0, 10, 0, 0, content)), env.Window)
	d.SetButtons([]fyne.CanvasObject{
		kit.NewButton(kit.Secondary, env.Words.Text("query.cancel"), d.Hide),
		kit.NewButton(kit.Primary, do, finish),
	})
	d.Show()
	env.Window.Canvas().Focus(entry)
}
