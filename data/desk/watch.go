package desk

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"vedetta/data"
	"vedetta/data/store"
	"vedetta/data/watch"
)

// watching is the background work on the watched folder.
type watching struct {
	mu     sync.Mutex
	begun  bool        // StartWatching was called
	gone   atomic.Bool // the folder is not there now
	cancel context.CancelFunc
	done   chan struct{}
}

// stop ends the work and waits for it; mu is held.
func (w *watching) stop() {
	if w.cancel == nil {
		return
	}
	w.cancel()
	<-w.done
	w.cancel = nil
}

// end stops the work for good.
func (w *watching) end() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.stop()
}

const watchOn = "on"

// WatchedFolder tells which folder is watched.
func (d *Desk) WatchedFolder(ctx context.Context) (data.WatchedFolder, error) {
	path, err := d.store.Setting(ctx, store.SettingWatched)
	if err != nil {
		return data.WatchedFolder{}, err
	}
	on, err := d.store.Setting(ctx, store.SettingWatching)
	w := data.WatchedFolder{Path: path, On: on == watchOn}
	w.Gone = w.On && d.watching.gone.Load()
	return w, err
}

// SetWatchedFolder chooses the folder to watch, or with on false leaves off
// watching. A folder that is not there is data.ErrFolderMissing.
func (d *Desk) SetWatchedFolder(ctx context.Context, path string, on bool) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	setting := "off"
	if on {
		setting = watchOn
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			return data.Errorf(data.ErrFolderMissing, "%s: %v", path, err).With("Path", path)
		}
	}
	if err := d.store.SetSetting(ctx, store.SettingWatched, path); err != nil {
		return err
	}
	if err := d.store.SetSetting(ctx, store.SettingWatching, setting); err != nil {
		return err
	}
	d.watching.mu.Lock()
	begun := d.watching.begun
	d.watching.mu.Unlock()
	if begun {
		if err := d.StartWatching(ctx); err != nil {
			return err
		}
	}
	d.events.WatchChanged.Fire(data.WatchedFolder{Path: path, On: on})
	return nil
}

// StartWatching imports the new files of the watched folder in the
// background, if one is chosen, until Close. A command that opens the
// workspace for a moment does not call it.
func (d *Desk) StartWatching(ctx context.Context) error {
	w, err := d.WatchedFolder(ctx)
	if err != nil {
		return err
	}
	d.watching.mu.Lock()
	defer d.watching.mu.Unlock()
	d.watching.begun = true
	d.watching.stop()
	d.watching.gone.Store(false)
	if !w.On || d.onlyLooks {
		return nil
	}
	running, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	d.watching.cancel, d.watching.done = cancel, done
	go func() {
		defer close(done)
		d.WatchFolder(running, w.Path)
	}()
	return nil
}

// WatchFolder imports the new files of a folder, those that lie there and
// those that come, until ctx is done. Events().WatchedImported tells of each,
// WatchChanged when the folder vanishes or comes back.
func (d *Desk) WatchFolder(ctx context.Context, path string) {
	watch.Folder(ctx, path, func(e watch.Event) {
		switch e.Kind {
		case watch.Ready:
			d.takeUp(ctx, store.Lying{Path: e.Path, Size: e.Size, Modified: e.Modified})
		case watch.Gone, watch.Back:
			gone := e.Kind == watch.Gone
			d.watching.gone.Store(gone)
			d.events.WatchChanged.Fire(data.WatchedFolder{Path: path, On: true, Gone: gone})
		}
	})
}
