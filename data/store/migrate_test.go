package store_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"vedetta/data"
)

// firstVersion makes a workspace as the first version of the program left it:
// with some mentions that are in its search index.
func firstVersion(t *testing.T, path string, mentions int) {
	t.Helper()
	core, err := os.ReadFile("migrations/0001_core.sql")
	must(t, err)
	db, err := sql.Open("vedetta-sqlite3", "file:"+path)
	must(t, err)
	defer db.Close()
	run := func(query string, args ...any) {
		t.Helper()
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	run(string(core))
	run(`CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)`)
	run(fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = 1`, 0x56445441))
	run(`INSERT INTO sources VALUES (1, 'google')`)
	first := now.Unix() << 20
	run(`INSERT INTO imports (path, format, started_at, state, added, first_id, last_id, indexed_to) VALUES ('old.csv', 'generic', 1, 'done', ?, ?, ?, NULL)`,
		mentions, first, first+int64(mentions)<<20)
	for i := range mentions {
		id := first + int64(i)<<20
		run(`INSERT INTO mentions VALUES (?, 1, ?, 1, '', 'Anna', '', '', 'il pane è freddo', '', 'it', 1, -1, -1, -1, -1, 500, 1, 0, -1, 0.9, 0, 0)`, id, fmt.Sprint(i))
		run(`INSERT INTO search (rowid, title, text, author, handle) VALUES (?, '', 'il pane è freddo', 'Anna', '')`, id)
	}
	run(`INSERT INTO agg_status VALUES (0, 0, 1, ?)`, mentions)
}

func TestAWorkspaceOfTheFirstVersionIsBroughtUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	firstVersion(t, path, 7)
	s := openAt(t, path)
	index(t, s)
	sound(t, s)
	if got := externals(t, s, parse(t, "freddo")); len(got) != 7 {
		t.Errorf("search finds %d of 7", len(got))
	}
	waiting, err := s.UnansweredNegatives(ctx, data.Filter{})
	must(t, err)
	if waiting.Count != 7 || !waiting.Oldest.Equal(now) {
		t.Errorf("waiting: %+v", waiting)
	}
	if backups, _ := filepath.Glob(path + ".before-v*"); len(backups) != 1 {
		t.Errorf("backups: %v", backups)
	}
}
