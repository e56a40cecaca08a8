package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/drill"
	"vedetta/data/store"
)

// DrillRun is a drill under way, in a workspace of its own beside the real
// one. Its desk is used like any other; its clock tells the time of the case.
type DrillRun struct {
	Drill *drill.Drill
	Clock *drill.Clock
	Desk  *Desk

	home     *Desk // whose history it goes into
	id       int64
	path     string
	ended    bool
	importID int64

	mu   sync.Mutex // held while mentions come in
	left []data.Mention

	note    sync.Mutex // held for what follows
	seenAt  time.Time  // when an incident was first looked at
	replies map[string]drill.InjectAnswer
	player  player
}

// DrillStart is what the person chose for a run.
type DrillStart struct {
	Key   string
	Seed  uint64
	Speed float64
}

// StartDrill opens a new workspace for a drill and brings in all that was
// before the person comes in. Its clock stands until it is resumed.
func (d *Desk) StartDrill(ctx context.Context, s DrillStart) (*DrillRun, error) {
	found, err := d.drill(ctx, s.Key)
	if err != nil {
		return nil, err
	}
	r := &DrillRun{Drill: found, home: d, Clock: drill.NewClock(d.clock, found.Start, s.Speed), left: drill.Generate(found, s.Seed)}
	if r.path, err = freePath(d.store.Path(), s.Key); err != nil {
		return nil, err
	}
	if err := r.open(ctx); err != nil {
		return nil, errors.Join(err, r.drop())
	}
	if r.id, err = d.store.BeginDrill(ctx, found.Key, d.Now(), r.Clock.Speed()); err != nil {
		return nil, errors.Join(err, r.drop())
	}
	d.events.DrillsChanged.Fire(struct{}{})
	return r, nil
}

// freePath is a file beside the workspace that is not there yet.
func freePath(workspace, key string) (string, error) {
	base := strings.TrimSuffix(workspace, filepath.Ext(workspace))
	for n := 1; n < 1000; n++ {
		path := fmt.Sprintf("%s.drill-%s-%d.db", base, key, n)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
	}
	return "", data.Errorf(data.ErrCannotWrite, "too many drills beside %s", workspace).With("Path", workspace)
}

func (r *DrillRun) open(ctx context.Context) (err error) {
	if r.Desk, err = Open(ctx, r.path, r.Clock.Now); err != nil {
		return err
	}
	if err = r.Desk.SetZone(ctx, r.Drill.Zone.String()); err != nil {
		return err
	}
	if err = r.Desk.SetName(ctx, r.Drill.Business); err != nil {
		return err
	}
	if r.importID, err = r.Desk.store.BeginImport(ctx, r.Drill.Key, data.FormatManual, nil); err != nil {
		return err
	}
	if _, err = r.Step(ctx); err != nil {
		return err
	}
	return r.settle(ctx)
}

// settle archives what was before the person comes in: in a drill nobody has
// to work off weeks of others.
func (r *DrillRun) settle(ctx context.Context) error {
	ids, err := r.Desk.store.IDsOf(ctx, data.Filter{})
	if err != nil || len(ids) == 0 {
		return err
	}
	_, err = r.Desk.SetStatus(ctx, ids, data.StatusArchived)
	return err
}

// Step brings in the mentions whose time has come and tells how many.
func (r *DrillRun) Step(ctx context.Context) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.Clock.Now()
	n := slices.IndexFunc(r.left, func(m data.Mention) bool { return m.PublishedAt.After(now) })
	if n < 0 {
		n = len(r.left)
	}
	if n == 0 {
		return 0, nil
	}
	if err := r.Desk.arrive(ctx, r.importID, slices.Clone(r.left[:n])); err != nil {
		return 0, err
	}
	r.left = r.left[n:]
	return n, nil
}

// arrive stores mentions as an import does.
func (d *Desk) arrive(ctx context.Context, importID int64, mentions []data.Mention) error {
	own, err := d.ours(ctx)
	if err != nil {
		return err
	}
	l := d.labels.Load()
	for i := range mentions {
		l.label(&mentions[i])
		own.mark(&mentions[i])
	}
	if _, err := d.store.AddBatch(ctx, &store.Batch{Import: importID, SeenAt: d.Now(), Mentions: mentions}); err != nil {
		return err
	}
	err = d.store.FinishImport(ctx, importID, data.ImportDone)
	d.indexer.kick()
	d.changedMentions()
	return err
}

// Over tells whether nothing more will happen.
func (r *DrillRun) Over() bool { return !r.Clock.Now().Before(r.Drill.End()) }

// drop closes the run's workspace and deletes its files.
func (r *DrillRun) drop() error {
	var err error
	if r.Desk != nil {
		err = r.Desk.Close()
	}
	return errors.Join(err, r.remove())
}

// remove deletes the run's files.
func (r *DrillRun) remove() (err error) {
	for _, suffix := range []string{"", "-wal", "-shm", ".lock"} {
		if e := os.Remove(r.path + suffix); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}

// drillsFolder holds the built-in drills in assets.Drills, and the person's
// own beside the workspace.
const drillsFolder = "drills"

// drillFolders are the places of drills: the built-in ones, then the person's.
func (d *Desk) drillFolders() []fs.FS {
	folders := []fs.FS{}
	if builtIn, err := fs.Sub(assets.Drills, drillsFolder); err == nil {
		folders = append(folders, builtIn)
	}
	own := d.DrillFolder()
	if info, err := os.Stat(own); err == nil && info.IsDir() {
		folders = append(folders, os.DirFS(own))
	}
	return folders
}

// DrillFolder is where the person's own drills are looked for.
func (d *Desk) DrillFolder() string { return filepath.Join(filepath.Dir(d.store.Path()), drillsFolder) }

func (d *Desk) drill(ctx context.Context, key string) (*drill.Drill, error) {
	all, errs := d.Drills(ctx)
	for _, found := range all {
		if found.Key == key {
			return found, nil
		}
	}
	return nil, errors.Join(append(errs, data.Errorf(data.ErrNotFound, "drill %s", key))...)
}

// Drills reads all drills; errs tells of those that cannot be read.
func (d *Desk) Drills(ctx context.Context) (all []*Drill, errs []error) {
	for i, folder := range d.drillFolders() {
		if err := cancelled(ctx); err != nil {
			return all, append(errs, err)
		}
		found, bad := drill.List(folder)
		for _, f := range found {
			f.Own = i > 0
			if !slices.ContainsFunc(all, func(o *Drill) bool { return o.Key == f.Key }) {
				all = append(all, f)
			}
		}
		errs = append(errs, bad...)
	}
	return all, errs
}
