package inbox

import (
	"io"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vedetta/data"
	"vedetta/ui/kit"
)

type zoneOf = func() *time.Location

// A row may have hundreds of cells, and a cell be a whole page.
const (
	cellsShown = 60
	cellRunes  = 600
)

// evidenceSection is the part of the detail that says where a mention comes
// from: the import, the line, the cells as they were read, attached files.
type evidenceSection struct {
	env       *kit.Env
	presenter *evidencePresenter
	zone      zoneOf
	onResized func()
	toggle    *kit.Button
	body      *fyne.Container
	root      fyne.CanvasObject
}

func newEvidenceSection(env *kit.Env, d evidenceDesk, zone zoneOf, failed func(error), resized func()) *evidenceSection {
	s := &evidenceSection{env: env, zone: zone, onResized: resized, body: kit.NewDown(6)}
	s.presenter = newEvidencePresenter(d, env.Words, env.Dispatcher)
	s.presenter.changed, s.presenter.failed = s.changed, failed
	s.toggle = kit.NewSmallButton(kit.Secondary, "", s.presenter.toggle)
	s.root = kit.NewDown(8, kit.Row(0, s.toggle), s.body)
	s.fill()
	return s
}

// show is told which mention is on screen.
func (s *evidenceSection) show(id data.ID) {
	if s.presenter.of != id {
		s.presenter.show(id)
		s.fill()
	}
}

func (s *evidenceSection) changed() {
	s.fill()
	s.onResized()
}

func (s *evidenceSection) fill() {
	w, p := s.env.Words, s.presenter
	arrow := " ▸"
	if p.open {
		arrow = " ▾"
	}
	s.toggle.SetText(w.Text("inbox.evidence") + arrow)
	s.body.RemoveAll()
	if !p.open || p.found == nil {
		return
	}
	if where := p.where(s.zone); where != "" {
		s.body.Add(kit.NewPara(kit.Body, kit.Plain(where)))
	}
	state, sound := p.state()
	style := kit.Caption
	if !sound {
		style = kit.Body.In(kit.ColorNegativeText)
	}
	s.body.Add(kit.NewPara(style, state))
	if p.found.kept {
		s.addCells(p.found.row)
	}
	for _, a := range p.found.attachments {
		s.addAttachment(a)
	}
}

func (s *evidenceSection) addCells(row data.Evidence) {
	cells := kit.NewDown(0)
	for n, cell := range row.Cells {
		if cell == "" || len(cells.Objects) == cellsShown {
			continue
		}
		name := s.env.Words.Text("inbox.evidence.cell", "N", n+1)
		if n < len(row.Names) && row.Names[n] != "" {
			name = kit.Plain(kit.OneLine(row.Names[n]))
		}
		text := []rune(cell)
		if len(text) > cellRunes {
			text = append(text[:cellRunes:cellRunes], '…')
		}
		value := paragraph(string(text), kit.RightToLeft(cell))
		cells.Add(kit.NewDown(0, kit.Inset(4, 0, 8, 8, kit.NewLine(kit.Caption, name)), value))
	}
	s.body.Add(quote(cells))
	if row.SHA256 != "" {
		hash := widget.NewLabel(s.env.Words.Text("inbox.evidence.hash", "Hash", row.SHA256))
		hash.Wrapping, hash.Selectable, hash.SizeName = fyne.TextWrapBreak, true, theme.SizeNameCaptionText
		s.body.Add(hash)
	}
}

func (s *evidenceSection) addAttachment(a data.Attachment) {
	w := s.env.Words
	name := kit.NewLine(kit.Body, w.Text("inbox.evidence.file", "File", kit.Plain(a.Name), "KB", w.Number((a.Size+999)/1000)))
	save := kit.NewSmallButton(kit.Secondary, w.Text("inbox.evidence.save"), func() { s.save(a) })
	s.body.Add(kit.Between(kit.Gap, nil, name, save))
}

// save asks where a copy of an attachment shall go.
func (s *evidenceSection) save(a data.Attachment) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			s.presenter.failed(err)
		case f != nil:
			s.env.KeepFolder(f.URI())
			s.presenter.save(a, func() (io.WriteCloser, error) { return f, nil })
		}
	}, s.env.Window)
	d.SetFileName(a.Name)
	kit.ShowFiles(s.env, d)
}
