package store_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"vedetta/data"
	"vedetta/data/store"
)

func TestOpenRefuses(t *testing.T) {
	exec := func(t *testing.T, path string, statements ...string) *sql.DB {
		db, err := sql.Open("sqlite3", path)
		must(t, err)
		db.SetMaxOpenConns(1)
		for _, st := range statements {
			_, err = db.Exec(st)
			must(t, err)
		}
		return db
	}
	for name, c := range map[string]struct {
		prepare func(t *testing.T, path string)
		want    data.Code
	}{
		"a folder": {func(t *testing.T, p string) { must(t, os.Mkdir(p, 0o700)) }, data.ErrFileIsFolder},
		"a file that is no database": {func(t *testing.T, p string) {
			must(t, os.WriteFile(p, make([]byte, 5000), 0o600))
			must(t, os.WriteFile(p, []byte("data,testo\n2026,ciao, this is long enough to be no header"), 0o600))
		}, data.ErrWorkspaceOther},
		"a database of another program": {func(t *testing.T, p string) { must(t, exec(t, p, "CREATE TABLE notes (x)").Close()) }, data.ErrWorkspaceOther},
		"a workspace of a newer version": {func(t *testing.T, p string) {
			must(t, openAt(t, p).Close())
			must(t, exec(t, p, "PRAGMA user_version = 99").Close())
		}, data.ErrWorkspaceNewer},
		"a workspace locked by another program": {func(t *testing.T, p string) {
			must(t, openAt(t, p).Close())
			db := exec(t, p, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE")
			t.Cleanup(func() { _ = db.Close() })
		}, data.ErrWorkspaceLocked},
		"a place where nothing can be written": {func(t *testing.T, p string) { must(t, os.Remove(filepath.Dir(p))) }, data.ErrWorkspaceRead},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "inner", "w.db")
			must(t, os.Mkdir(filepath.Dir(path), 0o700))
			c.prepare(t, path)
			s, err := store.Open(ctx, path, data.At(now))
			if err == nil {
				_ = s.Close()
				t.Fatal("it was opened")
			}
			if got := data.CodeOf(err); got != c.want {
				t.Errorf("code %s, want %s (%v)", got, c.want, err)
			}
		})
	}
}

func TestAnInterruptedImportIsMarkedAndIndexedAtTheNextStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	s := openAt(t, path)
	id, err := s.BeginImport(ctx, "a.csv", "generic", nil)
	must(t, err)
	_, err = s.AddBatch(ctx, &store.Batch{Import: id, Mentions: numbered(30, data.Neutral)})
	must(t, err)
	must(t, s.Close())

	s = openAt(t, path)
	imports, err := s.Imports(ctx)
	must(t, err)
	if imports[0].State != data.ImportInterrupted || imports[0].New != 30 {
		t.Errorf("import %+v", imports[0])
	}
	index(t, s)
	if got := externals(t, s, parse(t, "numero")); len(got) != 30 {
		t.Errorf("search finds %d of 30", len(got))
	}
	sound(t, s)
}

func TestACancelledBatchSaysSo(t *testing.T) {
	s := open(t)
	id, err := s.BeginImport(ctx, "a.csv", "generic", nil)
	must(t, err)
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	_, err = s.AddBatch(stopped, &store.Batch{Import: id, Mentions: numbered(5, data.Neutral)})
	if data.CodeOf(err) != data.ErrCancelled {
		t.Errorf("error %v", err)
	}
}

func TestChangingTheZoneCountsTheDaysAnew(t *testing.T) {
	s := filled(t)
	must(t, s.SetZone(ctx, "Asia/Kolkata"))
	sound(t, s)
	if s.Zone().String() != "Asia/Kolkata" {
		t.Errorf("zone %v", s.Zone())
	}
	if err := s.SetZone(ctx, "Nowhere/Land"); err == nil {
		t.Error("a zone that does not exist was taken")
	}
}
