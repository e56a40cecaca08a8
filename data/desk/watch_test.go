package desk_test

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/desk"
)

// watched is a workspace whose watched files are told of.
type watched struct {
	*desk.Desk
	t    *testing.T
	told []data.WatchedFile
}

func watch(t *testing.T) *watched {
	w := &watched{Desk: open(t), t: t}
	w.Events().WatchedImported.Add(func(f data.WatchedFile) { w.told = append(w.told, f) })
	return w
}

// takeUp lets a file be taken up and returns what was told of it.
func (w *watched) takeUp(path string) (states []data.ImportState) {
	w.t.Helper()
	w.told = nil
	must(w.t, w.TakeUp(ctx, path))
	for _, f := range w.told {
		states = append(states, f.Import.State)
	}
	return states
}

func (w *watched) history() (states []data.ImportState) {
	w.t.Helper()
	all, err := w.Imports(ctx)
	must(w.t, err)
	for _, i := range all {
		states = append(states, i.State)
	}
	return states
}

// known is an export of a known format, which is imported without a look.
func known(t *testing.T, name string) string {
	t.Helper()
	return file(t, name,
		"Review Id,Review Created (UTC),Review Title,Review Content,Review Stars,Consumer Name",
		"5f1,2026-11-20 10:00:00,Attesa,Due ore di attesa,1,Marta",
		"5f2,2026-11-21 10:00:00,Pane,Pane ottimo,5,Luca")
}

func equal[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestWatchedFiles(t *testing.T) {
	done, failed, waiting := data.ImportDone, data.ImportFailed, data.ImportWaiting
	type states = []data.ImportState
	t.Run("a known export comes in by itself, once", func(t *testing.T) {
		w, path := watch(t), known(t, "trustpilot.csv")
		equal(t, "at first", w.takeUp(path), states{done})
		equal(t, "again", w.takeUp(path), nil)
		if n := mentions(t, w.Desk); n != 2 {
			t.Errorf("%d mentions", n)
		}
	})
	t.Run("a table that names its columns comes in too", func(t *testing.T) {
		w := watch(t)
		path := file(t, "a.csv", "id,data,autore,testo,fonte", `1,2026-11-20 10:00,Marta,"Due ore di attesa, mai più",google`, "2,2026-11-21 11:00,Luca,Focaccia buonissima e calda,google")
		equal(t, "told", w.takeUp(path), states{done})
	})
	t.Run("a copy of it under another name does not come in", func(t *testing.T) {
		w := watch(t)
		w.takeUp(known(t, "trustpilot.csv"))
		equal(t, "the copy", w.takeUp(known(t, "trustpilot (1).csv")), nil)
	})
	t.Run("undone it stays out, and comes in when it is put there anew", func(t *testing.T) {
		w, path := watch(t), known(t, "trustpilot.csv")
		w.takeUp(path)
		_, err := w.UndoImport(ctx, w.told[0].Import.ID, nil)
		must(t, err)
		equal(t, "as it lies", w.takeUp(path), nil)
		later := now.Add(time.Hour)
		must(t, os.Chtimes(path, later, later))
		equal(t, "put there anew", w.takeUp(path), states{done})
	})
	t.Run("a file that the person has imported is not imported again", func(t *testing.T) {
		w, path := watch(t), known(t, "trustpilot.csv")
		before := now.Add(-time.Hour)
		must(t, os.Chtimes(path, before, before))
		_, err := w.Import(ctx, data.Plan{Path: path}, nil)
		must(t, err)
		equal(t, "taken up", w.takeUp(path), nil)
	})
	t.Run("a file that cannot be read fails, and stays in the history with the reason", func(t *testing.T) {
		w := watch(t)
		path := file(t, "a.csv", "%PDF-1.7", "\x00\x01\x02\x03")
		equal(t, "told", w.takeUp(path), states{failed})
		all, err := w.Imports(ctx)
		must(t, err)
		if len(all) != 1 || all[0].Error == nil || all[0].Error.Code != data.ErrFileBinary || all[0].Error.Args["Kind"] != "PDF" {
			t.Fatalf("history %+v", all)
		}
		equal(t, "again", w.takeUp(path), nil)
		must(t, w.Dismiss(ctx, all[0]))
		equal(t, "dismissed", w.history(), nil)
		last, err := w.Workspace(ctx)
		must(t, err)
		equal(t, "last import", last.LastImport, data.Import{})
	})
	t.Run("a file that nobody can be sure about waits until the person imports it", func(t *testing.T) {
		w := watch(t)
		path := file(t, "a.csv", "id,date,text", "1,03/04/2026,uno", "2,05/06/2026,due")
		equal(t, "told", w.takeUp(path), states{waiting})
		equal(t, "reason", data.CodeOf(w.told[0].Err), data.ErrUnsureDates)
		if n := mentions(t, w.Desk); n != 0 {
			t.Errorf("%d mentions came in", n)
		}
		plan, ok := w.PlanOf(w.told[0].Import)
		if !ok || plan.Path != path {
			t.Fatalf("plan %+v", plan)
		}
		plan.DateOrder = data.DateDayFirst
		_, err := w.Import(ctx, plan, nil)
		must(t, err)
		equal(t, "history", w.history(), states{done})
	})
	t.Run("the next one like it comes in as the person has decided", func(t *testing.T) {
		w := watch(t)
		first := file(t, "a.csv", "id,data,testo", "1,03/04/2026,uno")
		_, err := w.Import(ctx, data.Plan{Path: first, DateOrder: data.DateMonthDay}, nil)
		must(t, err)
		next := file(t, "b.csv", "id,data,testo", "2,05/06/2026,due")
		equal(t, "told", w.takeUp(next), states{done})
		f, err := data.ParseQuery("after:2026-05-06 before:2026-05-07", w.Zone())
		must(t, err)
		if n, err := w.Count(ctx, f, 10); n != 1 || err != nil {
			t.Errorf("%d mentions of 6 May, %v", n, err)
		}
	})
	t.Run("each file of an archive is told of", func(t *testing.T) {
		w := watch(t)
		good, err := os.ReadFile(known(t, "x.csv"))
		must(t, err)
		path := zipped(t, map[string]string{"a.csv": string(good), "b.csv": "testo,autore\nciao a tutti,Marta\n"})
		equal(t, "told", w.takeUp(path), states{done, waiting})
		plan, ok := w.PlanOf(w.told[1].Import)
		if !ok || plan.Path != path || plan.Entry != "b.csv" {
			t.Errorf("plan %+v", plan)
		}
	})
	t.Run("rows that cannot be mentions are a failure, not silence", func(t *testing.T) {
		w := watch(t)
		path := file(t, "a.csv", "id,data,testo", "1,never,uno")
		if got := w.takeUp(path); len(got) != 1 || got[0] == done {
			t.Errorf("told %v", got)
		}
	})
}

func zipped(t *testing.T, files map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export.zip")
	f, err := os.Create(path)
	must(t, err)
	z := zip.NewWriter(f)
	for _, name := range []string{"a.csv", "b.csv"} {
		w, err := z.Create(name)
		must(t, err)
		_, err = w.Write([]byte(files[name]))
		must(t, err)
	}
	must(t, z.Close())
	must(t, f.Close())
	return path
}

func TestWatchedFolderIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	folder := t.TempDir()
	d := openAt(t, path)
	must(t, d.SetWatchedFolder(ctx, folder, true))
	must(t, d.Close())
	d = openAt(t, path)
	w, err := d.WatchedFolder(ctx)
	must(t, err)
	equal(t, "after opening again", w, data.WatchedFolder{Path: folder, On: true})
	must(t, d.SetWatchedFolder(ctx, folder, false))
	w, err = d.WatchedFolder(ctx)
	must(t, err)
	equal(t, "off", w, data.WatchedFolder{Path: folder})
	err = d.SetWatchedFolder(ctx, filepath.Join(folder, "missing"), true)
	equal(t, "a folder that is not there", data.CodeOf(err), data.ErrFolderMissing)
}

// The whole way, with the system's own clock.
func TestTheWatchedFolderIsImportedInTheBackground(t *testing.T) {
	d := open(t)
	folder := t.TempDir()
	found := make(chan data.WatchedFile, 1)
	d.Events().WatchedImported.Add(func(f data.WatchedFile) { found <- f })
	changed := make(chan data.WatchedFolder, 4)
	d.Events().WatchChanged.Add(func(w data.WatchedFolder) { changed <- w })
	must(t, d.StartWatching(ctx))
	must(t, d.SetWatchedFolder(ctx, folder, true))
	equal(t, "first change", <-changed, data.WatchedFolder{Path: folder, On: true})
	content, err := os.ReadFile(known(t, "x.csv"))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(folder, "a.csv"), content, 0o600))
	select {
	case f := <-found:
		if f.Import.New != 2 || !strings.HasSuffix(f.Path, "a.csv") || f.Err != nil {
			t.Errorf("told %+v", f)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("nothing was imported")
	}
	must(t, os.RemoveAll(folder))
	select {
	case w := <-changed:
		equal(t, "without the folder", w, data.WatchedFolder{Path: folder, On: true, Gone: true})
	case <-time.After(20 * time.Second):
		t.Fatal("the folder is not missed")
	}
}
