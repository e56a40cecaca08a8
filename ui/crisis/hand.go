package crisis

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/ui/kit"
)

// askHand asks what others are handed, in which language and with which names.
func (s *Screen) askHand() {
	w := s.env.Words
	h := Hand{Paper: PaperSituation, Lang: w.Lang()}
	said := kit.NewPara(kit.Caption, w.Text("room.hand.what.situation"))
	var f *form
	var papers, langs []string
	at := 0
	for _, each := range Papers {
		papers = append(papers, w.Text("room.hand."+string(each)))
	}
	for n, l := range assets.Languages {
		langs = append(langs, w.Language(l.Code))
		if l.Code == h.Lang {
			at = n
		}
	}
	paper := kit.NewSegmented(papers, 0, func(n int) {
		h.Paper = Papers[n]
		said.SetText(w.Text("room.hand.what." + string(h.Paper)))
		f.fit()
	})
	lang := kit.NewChoice(langs, at, func(n int) { h.Lang = assets.Languages[n].Code })
	named := widget.NewCheck(w.Text("room.hand.named"), func(on bool) { h.Named = on })
	label := func(key string) fyne.CanvasObject { return kit.NewText(kit.Muted, w.Text(key)) }
	rows := kit.NewDown(8, kit.Row(0, paper), said, label("room.hand.lang"), kit.Row(0, lang), named, kit.NewPara(kit.Caption, w.Text("room.hand.names")))
	message := kit.NewButton(kit.Secondary, w.Text("room.hand.copy"), func() {
		f.dialog.Hide()
		s.presenter.Message(h, func(text string) {
			fyne.CurrentApp().Clipboard().SetContent(text)
			s.env.Toast.Say(w.Text("room.hand.copied"))
		})
	})
	save := kit.NewButton(kit.Primary, w.Text("room.hand.save")+"…", func() { f.dialog.Hide(); s.saveHand(h) })
	f = s.open(w.Text("room.more.hand"), rows, nil, message, save)
}

// saveHand asks where to, and writes.
func (s *Screen) saveHand(h Hand) {
	s.askFile(h.FileName(), func(path string) {
		s.writing(func(far func(data.Progress), ended func()) func() { return s.presenter.Save(h, path, far, ended) })
	})
}

// askFile asks for a file to write; its ending is that of the name.
func (s *Screen) askFile(name string, chosen func(path string)) {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err != nil || to == nil {
			return
		}
		_ = to.Close()
		s.env.KeepFolder(to.URI())
		chosen(to.URI().Path())
	}, s.env.Window)
	d.SetFileName(name)
	d.SetFilter(storage.NewExtensionFileFilter([]string{filepath.Ext(name)}))
	kit.ShowFiles(s.env, d)
}

// writing shows how far something is that is being written, and can stop it.
func (s *Screen) writing(begin func(far func(data.Progress), ended func()) (stop func())) {
	w := s.env.Words
	var f *form
	stop := func() {}
	over := false
	busy := kit.NewBusyState(w.Text("room.hand.writing"), w.Text("kit.cancel"), func() { stop(); f.dialog.Hide() })
	stop = begin(
		func(at data.Progress) { busy.Set(s.presenter.Far(at)) },
		func() {
			over = true
			if f != nil {
				f.dialog.Hide()
			}
		})
	if over {
		return
	}
	f = &form{env: s.env, rows: kit.NewDown(0, busy)}
	f.dialog = dialog.NewCustomWithoutButtons(w.Text("room.more.hand"), kit.Sized(formWidth, 0, f.rows), s.env.Window)
	f.dialog.Show()
	f.fit()
}
