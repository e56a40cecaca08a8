package importer

import (
	"context"

	"vedetta/data"
)

// loadFolder reads which folder is watched.
func (p *Presenter) loadFolder() {
	p.watching.Load(func(ctx context.Context) func() {
		f, err := p.desk.WatchedFolder(ctx)
		return func() {
			if err != nil {
				if data.CodeOf(err) != data.ErrCancelled {
					p.face.Failed(err)
				}
				return
			}
			p.folder = f
			p.face.FolderChanged()
		}
	})
}

// Folder is the watched folder.
func (p *Presenter) Folder() data.WatchedFolder { return p.folder }

// WatchFolder chooses the folder to watch and begins to watch it.
func (p *Presenter) WatchFolder(path string) { p.setFolder(path, true) }

// SetWatching begins or ends watching the chosen folder.
func (p *Presenter) SetWatching(on bool) {
	if on != p.folder.On {
		p.setFolder(p.folder.Path, on)
	}
}

func (p *Presenter) setFolder(path string, on bool) {
	p.dispatcher.Do(func(ctx context.Context) func() {
		err := p.desk.SetWatchedFolder(ctx, path, on)
		return func() {
			p.face.Failed(err)
			p.loadFolder()
		}
	})
}

// FolderState says in words whether the folder is watched, and what came from
// it last.
func (p *Presenter) FolderState() string {
	f, w := p.folder, p.words
	switch {
	case f.Path == "":
		return w.Text("importer.folder.none")
	case !f.On:
		return w.Text("importer.folder.off")
	case f.Gone:
		return w.Text("importer.folder.gone")
	case p.arrival.Path == "":
		return w.Text("importer.folder.on")
	}
	return w.Text("importer.folder.last", "When", w.DateTime(p.arrivedAt, p.desk.Zone()), "Told", w.Watched(p.arrival))
}

// arrived takes note of a file that came in through the watched folder.
func (p *Presenter) arrived(f data.WatchedFile) {
	p.arrival, p.arrivedAt = f, p.desk.Now()
	p.face.FolderChanged()
}

// rewatched takes note of what became of the watched folder.
func (p *Presenter) rewatched(f data.WatchedFolder) {
	p.watching.Cancel() // what it reads is older
	p.folder = f
	p.face.FolderChanged()
}
