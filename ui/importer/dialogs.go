package importer

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/ui/kit"
)

// choose asks for a file; each one chosen is added to those to be worked.
func (s *Screen) choose() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			s.Failed(err)
			return
		}
		if f == nil {
			return
		}
		defer f.Close()
		s.env.KeepFolder(f.URI())
		s.presenter.Drop([]string{f.URI().Path()})
	}, s.env.Window)
	d.SetFilter(exports{})
	kit.ShowFiles(s.env, d)
}

// exports lets through the files that may hold mentions.
type exports struct{}

// Matches is Fyne's.
func (exports) Matches(file fyne.URI) bool { return desk.IsExport(file.Name()) }

var dialogSize = fyne.NewSize(760, 520)

// AskUndo says what goes with an import and asks.
func (s *Screen) AskUndo(i data.Import, lost data.WorkLost) {
	w := s.env.Words
	all, work := s.presenter.Losses(i, lost)
	lines := kit.NewDown(6, kit.NewPara(kit.Body, all))
	if len(work) == 0 {
		lines.Add(kit.NewPara(kit.Muted, w.Text("importer.undo.unworked")))
	} else {
		lines.Add(kit.NewPara(kit.Strong.In(kit.ColorNegativeText), w.Count("importer.undo.worked", lost.Worked)))
	}
	for _, line := range work {
		lines.Add(kit.NewPara(kit.Body, "• "+line))
	}
	title := w.Text("importer.undo.title", "File", kit.Plain(w.ImportName(i)))
	d := dialog.NewCustomWithoutButtons(title, kit.Sized(440, 0, kit.Inset(0, 10, 0, 0, lines)), s.env.Window)
	keep := kit.NewButton(kit.Secondary, w.Text("importer.undo.no"), d.Hide)
	d.SetButtons([]fyne.CanvasObject{keep, kit.NewButton(kit.Danger, w.Text("importer.undo.yes"), func() {
		d.Hide()
		s.presenter.Undo(i)
	})})
	d.Show()
	s.env.Window.Canvas().Focus(keep)
}

// ShowRejected lists rejected rows with line, reason and raw text.
func (s *Screen) ShowRejected(i data.Import, rows []data.RejectedRow) {
	w := s.env.Words
	list := widget.NewList(func() int { return len(rows) }, newRejectedRow, func(n int, o fyne.CanvasObject) {
		parts := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
		where := w.Text("importer.rejected.line", "Line", w.Number(int64(rows[n].Line)))
		parts[0].(*kit.Text).SetText(where + " · " + s.presenter.Reason(rows[n].Reason))
		parts[1].(*kit.Text).SetText(kit.Plain(kit.OneLine(rows[n].Raw)))
	})
	content := container.NewStack(list)
	if len(rows) < i.Rejected {
		note := kit.NewPara(kit.Caption, w.Text("importer.rejected.first", "N", w.Number(int64(len(rows)))))
		content = container.NewBorder(note, nil, nil, nil, list)
	}
	d := dialog.NewCustomWithoutButtons(w.Text("importer.rejected.title", "File", kit.Plain(w.ImportName(i))), content, s.env.Window)
	d.SetButtons([]fyne.CanvasObject{
		kit.NewButton(kit.Secondary, w.Text("importer.close"), d.Hide),
		kit.NewButton(kit.Primary, w.Text("importer.rejected.save"), func() { s.saveRejected(i) }),
	})
	d.Resize(dialogSize)
	d.Show()
}

func newRejectedRow() fyne.CanvasObject {
	return kit.Inset(4, 4, 4, 4, kit.NewDown(2, kit.NewLine(kit.Body, ""), kit.NewLine(kit.Caption, "")))
}

func (s *Screen) saveRejected(i data.Import) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil {
			s.Failed(err)
			return
		}
		if f != nil {
			s.presenter.SaveRejected(i, func() (Target, error) { return f, nil })
		}
	}, s.env.Window)
	name := s.env.Words.ImportName(i)
	d.SetFileName(s.env.Words.Text("importer.rejected.file", "File", strings.TrimSuffix(name, filepath.Ext(name))))
	kit.ShowFiles(s.env, d)
}
