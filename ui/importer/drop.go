package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// dropArea invites to drop or choose files, to paste rows and to type a
// mention in. The window takes the drop itself, wherever it lands.
func (s *Screen) dropArea() fyne.CanvasObject {
	w := s.env.Words
	head := kit.NewPara(kit.Title.Center(), w.Text("importer.drop"))
	hint := kit.NewPara(kit.Body.Center(), w.Text("importer.drop.hint"))
	formats := kit.NewPara(kit.Caption.Center(), w.Text("importer.formats"))
	button := func(kind kit.Kind, key string, act func()) fyne.CanvasObject {
		return kit.NewButton(kind, w.Text(key), act)
	}
	ways := container.NewCenter(kit.Row(kit.Gap,
		button(kit.Primary, "importer.choose", s.choose), button(kit.Secondary, "importer.choose.folder", s.chooseFolder),
		button(kit.Secondary, "importer.paste", s.Paste), button(kit.Secondary, "importer.manual", s.AddMention)))
	return kit.NewCard("", nil, kit.Inset(20, 20, 0, 0, kit.NewDown(12, head, hint, ways, formats)))
}

// chooseFolder asks for a folder and takes all the files in it.
func (s *Screen) chooseFolder() {
	chooseFolder(s.env, func(path string) { s.presenter.Drop([]string{path}) })
}

// Paste takes the rows that were copied in another program.
func (s *Screen) Paste() { s.presenter.Paste(fyne.CurrentApp().Clipboard().Content()) }
