package desk

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"vedetta/data"
	"vedetta/data/secret"
	"vedetta/data/store"
)

// Desk is an open workspace and what can be done with it.
type Desk struct {
	store  *store.Store
	events data.Events
	clock  data.Clock

	importing sync.Mutex // held while an import or its undoing runs
	indexer   indexer
	copier    indexer // finds copies once all can be searched for
	rescorer  indexer // labels mentions anew
	teacher   indexer // learns from corrections
	detector  indexer // looks for trouble in what came in or changed
	ruler     indexer // applies the person's rules to what came in
	labels    atomic.Pointer[labeller]

	changes     changes   // since the detectors last looked
	rescoreTold time.Time // when screens were last told; the rescorer's own
	watching    watching
	fetcher     fetcher
	secrets     *secret.Box
	sending     sync.Mutex // one goes through the outbox at a time
	refreshed   refreshes

	onlyLooks bool    // somebody else works in the workspace
	looker    indexer // tells of what others change
	seen      int64   // version of the workspace that screens know; the looker's own
}

// Open opens the workspace at path, making it if it is not there, and lets
// the search index catch up in the background. Another program may be working
// in it: they take turns.
func Open(ctx context.Context, path string, clock data.Clock) (*Desk, error) {
	return open(ctx, path, clock, false)
}

// OpenWindow opens a workspace for a window: to work in it, or, while another
// window or command does, only to look. OnlyLooks tells which.
func OpenWindow(ctx context.Context, path string, clock data.Clock) (*Desk, error) {
	return open(ctx, path, clock, true)
}

func open(ctx context.Context, path string, clock data.Clock, window bool) (*Desk, error) {
	s, err := store.Open(ctx, path, clock)
	if err != nil {
		return nil, err
	}
	d := &Desk{store: s, clock: clock, onlyLooks: window && !s.Alone()}
	if d.onlyLooks {
		s.OnlyLook()
	}
	if err := d.loadLabels(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if d.onlyLooks {
		d.looker.start(d.look)
	} else {
		d.work()
	}
	return d, nil
}

// work lets everything run that goes on in the background.
func (d *Desk) work() {
	// Those that others wake come first.
	d.detector.start(d.detectNext)
	d.copier.start(d.findCopies)
	d.ruler.start(d.ruleNext)
	d.indexer.start(d.indexNext)
	d.rescorer.start(d.rescoreNext)
	d.teacher.start(d.teachNext)
	d.followChanges()
}

// Close stops background work after its transaction and closes the file.
func (d *Desk) Close() error {
	d.watching.end()
	d.fetcher.end()
	d.looker.close()
	d.indexer.close()
	d.copier.close()
	d.teacher.close()
	d.detector.close()
	d.ruler.close()
	d.rescorer.close()
	return d.store.Close()
}

// Events are the signals that tell screens of changes.
func (d *Desk) Events() *data.Events { return &d.events }

// Now is the desk's clock.
func (d *Desk) Now() time.Time { return d.clock() }

// Zone is the zone in which days are counted and times shown.
func (d *Desk) Zone() *time.Location { return d.store.Zone() }

// Workspace tells what the window's frame shows of the open file.
func (d *Desk) Workspace(ctx context.Context) (data.Workspace, error) {
	w := data.Workspace{Path: d.store.Path(), Zone: d.Zone()}
	var err error
	if w.Name, err = d.store.Setting(ctx, store.SettingName); err != nil {
		return w, err
	}
	if w.Mentions, w.Unanswered, err = d.store.Size(ctx); err != nil {
		return w, err
	}
	if w.Overdue, err = d.Overdue(ctx); err != nil {
		return w, err
	}
	if w.First, w.Last, err = d.store.Extent(ctx); err != nil {
		return w, err
	}
	if w.Indexing, err = d.store.Indexing(ctx); err != nil {
		return w, err
	}
	w.LastImport, err = d.store.LastImport(ctx)
	return w, err
}

// SetName stores the name of the business.
func (d *Desk) SetName(ctx context.Context, name string) error {
	return d.changedSettings(d.store.SetSetting(ctx, store.SettingName, name))
}

// SetZone stores the time zone (an IANA name) and counts the days anew.
func (d *Desk) SetZone(ctx context.Context, zone string) error {
	return d.changedSettings(d.store.SetZone(ctx, zone))
}

func (d *Desk) changedSettings(err error) error {
	if err == nil {
		d.events.SettingsChanged.Fire(struct{}{})
	}
	return err
}

// Integrity looks for damage in the workspace and tells what it found.
func (d *Desk) Integrity(ctx context.Context) (problems []string, err error) {
	return d.store.Check(ctx)
}
