package store_test

import (
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"vedetta/data"
	"vedetta/data/store"
)

func TestSourceZonesStay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	s := openAt(t, path)
	add(t, s, mention("1", 5, data.Neutral, "ciao"))
	must(t, s.SetSourceZone(ctx, "google", "America/New_York"))
	must(t, s.SetSourceZone(ctx, "x", "Asia/Tokyo"))
	must(t, s.SetSourceZone(ctx, "x", ""))
	for _, zone := range []string{"Mars/Olympus", "Local"} {
		if err := s.SetSourceZone(ctx, "google", zone); data.CodeOf(err) != data.ErrZone {
			t.Errorf("%s: %v", zone, err)
		}
	}
	must(t, s.Close())
	s = openAt(t, path)
	got := map[string]string{}
	for source, zone := range s.SourceZones() {
		got[source] = zone.String()
	}
	if diff := cmp.Diff(map[string]string{"google": "America/New_York"}, got); diff != "" {
		t.Error(diff)
	}
	if n, err := s.Count(ctx, data.Filter{Sources: []string{"google"}}, 10); n != 1 || err != nil {
		t.Errorf("%d mentions of the source, %v", n, err)
	}
}

func TestMappings(t *testing.T) {
	s := open(t)
	must(t, s.SetMapping(ctx, "h1", `{"a":1}`, "a.csv"))
	must(t, s.SetMapping(ctx, "h1", `{"a":2}`, "b.csv"))
	for header, want := range map[string]string{"h1": `{"a":2}`, "h2": ""} {
		if got, err := s.Mapping(ctx, header); got != want || err != nil {
			t.Errorf("%s: %q, %v", header, got, err)
		}
	}
	all, err := s.Mappings(ctx)
	must(t, err)
	if diff := cmp.Diff([]data.Mapping{{Header: "h1", Path: "b.csv", ChangedAt: now}}, all); diff != "" {
		t.Error(diff)
	}
	must(t, s.SetMapping(ctx, "h1", "", ""))
	if got, err := s.Mapping(ctx, "h1"); got != "" || err != nil {
		t.Errorf("forgotten: %q, %v", got, err)
	}
}

func TestHeldFilesTellWhyOnce(t *testing.T) {
	s := open(t)
	for _, line := range []int{7, 8} {
		why := (&data.Error{Code: data.ErrFileLineTooLong}).With("Line", line).With("Kind", "PDF")
		_, err := s.Hold(ctx, "/x/a.csv", "", data.ImportFailed, why)
		must(t, err)
	}
	all, err := s.Imports(ctx)
	must(t, err)
	if len(all) != 1 || all[0].State != data.ImportFailed || all[0].Error.Code != data.ErrFileLineTooLong ||
		all[0].Error.Args["Kind"] != "PDF" {
		t.Fatalf("history %+v", all)
	}
	must(t, s.Release(ctx, "/x/a.csv"))
	if all, err = s.Imports(ctx); len(all) != 0 || err != nil {
		t.Errorf("released: %+v, %v", all, err)
	}
}

func TestLyingFilesAreKnownAsTheyLie(t *testing.T) {
	s := open(t)
	f := store.Lying{Path: "/x/a.csv", Size: 10, Modified: now.Add(-time.Hour)}
	must(t, s.TakeUp(ctx, f, "sum"))
	larger, later, other := f, f, f
	larger.Size, later.Modified, other.Path = 11, now.Add(-time.Minute), "/x/b.csv"
	for name, c := range map[string]struct {
		file store.Lying
		want bool
	}{
		"as it was taken up": {f, true}, "larger": {larger, false}, "written later": {later, false}, "another": {other, false},
	} {
		if got, err := s.TakenUp(ctx, c.file); got != c.want || err != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if in, err := s.ContentIn(ctx, "sum"); in || err != nil {
		t.Errorf("content of a file that brought nothing is in: %v", err)
	}
}

func TestAChangedAttachmentProvesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	s := openAt(t, path)
	add(t, s, mention("1", 5, data.Neutral, "ciao"))
	rows, err := s.Page(ctx, data.Filter{}, 0, 1)
	must(t, err)
	must(t, s.Attach(ctx, rows[0].ID, "a.png", "image/png", []byte("picture")))
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	_, err = db.Exec(`UPDATE attachments SET content = 'another'`)
	must(t, err)
	must(t, db.Close())
	if _, err := s.Attachment(ctx, 1); data.CodeOf(err) != data.ErrWorkspaceBroken {
		t.Errorf("error %v", err)
	}
}
