package command

import (
	"fmt"
	"os"
	"path/filepath"

	"vedetta/data"
	"vedetta/data/desk"
)

type watchCmd struct {
	Folder string `arg:"" help:"${watched}"`
}

// Run imports the new files of a folder, a line for each, until it is
// interrupted; that is how it ends, and no failure.
func (c watchCmd) Run(r *run) error {
	folder, err := filepath.Abs(c.Folder)
	if err != nil {
		return err
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return data.Errorf(data.ErrFolderMissing, "%s: %v", folder, err).With("Path", folder)
	}
	return r.with(func(d *desk.Desk) error {
		d.Events().WatchedImported.Add(func(f data.WatchedFile) { fmt.Fprintln(r.Out, plain(r.words.Watched(f))) })
		d.Events().WatchChanged.Add(func(w data.WatchedFolder) {
			key := "watch.back"
			if w.Gone {
				key = "watch.gone"
			}
			r.say(key, "Folder", w.Path)
		})
		r.say("watch.watching", "Folder", folder)
		d.WatchFolder(r.ctx, folder)
		return nil
	})
}
