package inbox

import (
	"net/url"
	"os"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"vedetta/data"
	"vedetta/ui/kit"
)

// exporting is the export of what the list means: the questions before it, and
// a strip that says how far it is.
type exporting struct {
	env       *kit.Env
	list      *Presenter
	presenter *exportPresenter
	failed    func(error)
	strip     *progressStrip
}

const askWidth = 520

func newExporting(env *kit.Env, d exportDesk, list *Presenter, failed func(error), resized func()) *exporting {
	e := &exporting{env: env, list: list, failed: failed}
	e.presenter = newExportPresenter(d, env.Words, env.Dispatcher)
	e.presenter.changed, e.presenter.failed, e.presenter.done = e.show, failed, e.tell
	e.strip = newProgressStrip(env, e.presenter.stop, resized)
	return e
}

// show brings the strip up to date.
func (e *exporting) show() {
	if e.presenter.running == nil {
		e.strip.hide()
		return
	}
	e.strip.show(e.presenter.far())
}

// ask says what will be written and lets the person choose the kind of file.
func (e *exporting) ask() {
	w := e.env.Words
	what, some := e.list.exportWhat()
	switch {
	case e.presenter.running != nil:
		e.env.Toast.Say(w.Text("export.running"))
		return
	case !some:
		e.env.Toast.Say(what)
		return
	}
	content := kit.NewDown(10, kit.NewPara(kit.Body, what), e.kinds(), kit.NewPara(kit.Caption, w.Text("export.again")))
	d := dialog.NewCustomWithoutButtons(w.Text("export.title"), kit.Sized(askWidth, 0, kit.Inset(0, 10, 0, 0, content)), e.env.Window)
	d.SetButtons([]fyne.CanvasObject{
		kit.NewButton(kit.Secondary, w.Text("export.cancel"), d.Hide),
		kit.NewButton(kit.Primary, w.Text("export.go"), func() {
			d.Hide()
			e.askFile()
		}),
	})
	d.Show()
}

// kinds lets the person choose the kind of file and says what it is good for.
func (e *exporting) kinds() fyne.CanvasObject {
	w := e.env.Words
	hint := kit.NewPara(kit.Muted, "")
	choose := func(i int) {
		e.presenter.kind = data.ExportKinds[i]
		hint.SetText(w.Text("export.kind." + string(e.presenter.kind) + ".hint"))
	}
	var names []string
	for _, kind := range data.ExportKinds {
		names = append(names, w.Text("export.kind."+string(kind)))
	}
	chosen := slices.Index(data.ExportKinds, e.presenter.kind)
	choose(chosen)
	return kit.NewDown(10, kit.NewSegmented(names, chosen, choose), hint)
}

// askFile asks for name and folder. The dialog has made an empty file by then:
// it goes, so that nothing is left of an export that fails.
func (e *exporting) askFile() {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			e.failed(err)
		case f != nil:
			e.env.KeepFolder(f.URI())
			chosen := f.URI().Path()
			_ = f.Close() // nothing was written
			if err := os.Remove(chosen); err != nil {
				e.failed(err)
				return
			}
			e.presenter.start(e.list.filter(), e.presenter.path(chosen))
		}
	}, e.env.Window)
	d.SetFileName(e.presenter.fileName(e.list.desk.Now().In(e.list.desk.Zone()).Format("2006-01-02")))
	kit.ShowFiles(e.env, d)
}

// tell says where the file is and offers to show it.
func (e *exporting) tell(what, path string) {
	e.env.Toast.Offer(what, e.env.Words.Text("export.show"), func() {
		if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: folderOf(path)}); err != nil {
			e.failed(err)
		}
	})
}
