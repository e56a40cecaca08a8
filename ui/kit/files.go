package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

var filesSize = fyne.NewSize(760, 520)

// ShowFiles shows a dialog for files in the folder last chosen from.
func ShowFiles(env *Env, d *dialog.FileDialog) {
	if uri, err := storage.ParseURI(env.Taste.String(TasteFolder)); err == nil {
		if folder, err := storage.ListerForURI(uri); err == nil {
			d.SetLocation(folder)
		}
	}
	d.SetView(dialog.ListView) // icons cut the names
	d.Show()
	d.Resize(filesSize) // before Show, Fyne 2.8.1 panics
}

// KeepFolder remembers the folder of a file that was chosen.
func (e *Env) KeepFolder(file fyne.URI) {
	if folder, err := storage.Parent(file); err == nil {
		e.Taste.SetString(TasteFolder, folder.String())
	}
}
