package importer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vedetta/ui/kit"
)

// dropArea invites to drop or choose files. The window takes the drop itself,
// wherever it lands.
func (s *Screen) dropArea() fyne.CanvasObject {
	w := s.env.Words
	head := kit.NewPara(kit.Title.Center(), w.Text("importer.drop"))
	hint := kit.NewPara(kit.Body.Center(), w.Text("importer.drop.hint"))
	formats := kit.NewPara(kit.Caption.Center(), w.Text("importer.formats"))
	choose := container.NewCenter(kit.NewButton(kit.Primary, w.Text("importer.choose"), s.choose))
	return kit.NewCard("", nil, kit.Inset(28, 28, 0, 0, kit.NewDown(12, head, hint, choose, formats)))
}
