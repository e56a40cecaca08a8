package watch

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"vedetta/data"
)

// Kind is what an Event tells.
type Kind int

// The kinds of events.
const (
	Ready Kind = iota // a file lies complete in the folder
	Gone              // the folder is not there, or cannot be read
	Back              // it is there again
)

// Event is something that happened to a watched folder.
type Event struct {
	Kind     Kind
	Path     string    // of the file, or of the folder that is gone or back
	Size     int64     // of the file in bytes
	Modified time.Time // of the file
}

// Folder watches a folder until ctx is done. It calls tell for one event at a
// time, on the caller's goroutine, and goes on when tell returns.
func Folder(ctx context.Context, path string, tell func(Event)) {
	w := watcher{path: path, tell: tell, clock: time.Now, after: time.After, listen: listen}
	w.run(ctx)
}

// How long until the folder is looked at again.
const (
	soon      = time.Second      // files may come to rest
	pollEvery = 5 * time.Second  // the system does not tell of changes, or the folder is gone
	mistrust  = 30 * time.Second // it does tell, but may miss some
)

// watcher watches one folder.
type watcher struct {
	path   string
	tell   func(Event)
	clock  data.Clock
	after  func(time.Duration) <-chan time.Time
	listen func(path string) (changes <-chan struct{}, stop func(), err error)

	rest    rest
	gone    bool
	folder  fs.FileInfo     // the folder that is listened to
	changes <-chan struct{} // nil where the system does not tell
	stop    func()
}

func (w *watcher) run(ctx context.Context) {
	w.rest = rest{}
	defer w.deafen()
	for ctx.Err() == nil {
		pause := w.look(ctx)
		select {
		case <-ctx.Done():
		case <-w.after(pause):
		case <-w.changes:
			// A file under way changes many times a second.
			select {
			case <-ctx.Done():
			case <-w.after(min(pause, soon)):
			}
		}
	}
}

// look reports what has come to rest and tells when to look again.
func (w *watcher) look(ctx context.Context) time.Duration {
	files, ok := w.list()
	switch {
	case !ok && !w.gone:
		w.tell(Event{Kind: Gone, Path: w.path})
	case ok && w.gone:
		w.tell(Event{Kind: Back, Path: w.path})
	}
	if w.gone = !ok; w.gone {
		w.deafen()
		return pollEvery
	}
	ready, waiting := w.rest.look(w.clock(), files, w.opens)
	for _, name := range ready {
		if ctx.Err() != nil {
			break
		}
		w.rest.report(name)
		w.tell(Event{Kind: Ready, Path: filepath.Join(w.path, name), Size: files[name].size, Modified: files[name].modified})
	}
	switch {
	case waiting:
		return soon
	case w.changes == nil:
		return pollEvery
	}
	return mistrust
}

// list reads what lies in the folder; false if the folder cannot be read.
func (w *watcher) list() (map[string]state, bool) {
	folder, err := os.Stat(w.path)
	if err != nil {
		return nil, false
	}
	if w.folder == nil || !os.SameFile(w.folder, folder) {
		w.hear(folder)
	}
	entries, err := os.ReadDir(w.path)
	if err != nil {
		return nil, false
	}
	files := map[string]state{}
	for _, e := range entries {
		if !IsExport(e.Name()) {
			continue
		}
		// Stat, not the entry: a link is as large as what it points to.
		if info, err := os.Stat(filepath.Join(w.path, e.Name())); err == nil && info.Mode().IsRegular() {
			files[e.Name()] = state{info.Size(), info.ModTime()}
		}
	}
	return files, true
}

func (w *watcher) opens(name string) bool {
	f, err := os.Open(filepath.Join(w.path, name))
	if err != nil {
		return false
	}
	return f.Close() == nil
}

// hear listens to a folder, which may be another one of the same name. Where
// that is not possible looking now and then must do.
func (w *watcher) hear(folder fs.FileInfo) {
	w.deafen()
	w.folder = folder
	if changes, stop, err := w.listen(w.path); err == nil {
		w.changes, w.stop = changes, stop
	}
}

func (w *watcher) deafen() {
	if w.stop != nil {
		w.stop()
	}
	w.folder, w.changes, w.stop = nil, nil, nil
}
