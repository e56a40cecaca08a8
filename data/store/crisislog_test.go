package store_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/store"
)

// tamper changes a workspace behind the program's back.
func tamper(t testing.TB, path, statement string, args ...any) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	must(t, err)
	_, err = db.ExecContext(ctx, statement, args...)
	must(t, err)
	must(t, db.Close())
}

// loggedCrisis is a workspace with a crisis and three entries in its log.
func loggedCrisis(t testing.TB) (s *store.Store, path string, crisis int64) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "workspace.db")
	s = openAt(t, path)
	crisis = issue(t, s, "Cozze", "cozze")
	tamper(t, path, `INSERT INTO crises (issue_id, declared_at, onset, changed_at) VALUES (?, 0, 0, 0)`, crisis)
	for _, text := range []string{"uno", "due", "tre"} {
		must(t, s.WriteLog(ctx, crisis, data.LogEntry{At: now, Kind: "note", Text: text, Rest: map[string]any{"n": 1.5}}, "", nil))
	}
	return s, path, crisis
}

// shown writes a log down: its texts or kinds, with ! behind what is broken.
func shown(t testing.TB, s *store.Store, crisis int64) string {
	t.Helper()
	log, err := s.CrisisLog(ctx, crisis)
	must(t, err)
	var out []string
	for _, e := range log {
		what := e.Text
		if what == "" {
			what = e.Kind
		}
		if e.Broken {
			what += "!"
		}
		out = append(out, what)
	}
	return strings.Join(out, " ")
}

func TestALogShowsWhatWasChangedInIt(t *testing.T) {
	for name, c := range map[string]struct{ statement, want string }{
		"nothing":         {`SELECT 1`, "uno due tre"},
		"a text":          {`UPDATE crisis_log SET text = 'mai' WHERE id = 2`, "uno mai! tre!"},
		"an author":       {`UPDATE crisis_log SET author = 'altri' WHERE id = 1`, "uno! due! tre!"},
		"a time":          {`UPDATE crisis_log SET at = at - 60 WHERE id = 3`, "uno due tre!"},
		"particulars":     {`UPDATE crisis_log SET rest = '{"n":2}' WHERE id = 2`, "uno due! tre!"},
		"garbage":         {`UPDATE crisis_log SET rest = 'x' WHERE id = 2`, "uno due! tre!"},
		"an attachment":   {`UPDATE crisis_log SET attached = 'ab' WHERE id = 3`, "uno due tre!"},
		"the first gone":  {`DELETE FROM crisis_log WHERE id = 1`, "due! tre!"},
		"one gone":        {`DELETE FROM crisis_log WHERE id = 2`, "uno tre!"},
		"the end cut off": {`DELETE FROM crisis_log WHERE id = 3`, "uno due missing!"},
		"all gone":        {`DELETE FROM crisis_log`, "missing!"},
		"one put in":      {`INSERT INTO crisis_log (issue_id, at, author, kind, text, rest, before, hash) SELECT issue_id, at, author, kind, 'falso', rest, hash, 'aa' FROM crisis_log WHERE id = 3`, "uno due tre falso!"},
		"two exchanged":   {`UPDATE crisis_log SET id = CASE id WHEN 2 THEN -3 ELSE -2 END WHERE id > 1`, "due! tre! uno!"},
		"another head":    {`UPDATE crises SET log_hash = 'aa'`, "uno due tre missing!"},
	} {
		t.Run(name, func(t *testing.T) {
			s, path, crisis := loggedCrisis(t)
			tamper(t, path, c.statement)
			if got := shown(t, s, crisis); got != c.want {
				t.Errorf("the log reads %q, want %q", got, c.want)
			}
		})
	}
}

func TestACutLogStaysCutWhenItGrows(t *testing.T) {
	s, path, crisis := loggedCrisis(t)
	tamper(t, path, `DELETE FROM crisis_log WHERE id = 3`)
	must(t, s.WriteLog(ctx, crisis, data.LogEntry{At: now, Kind: "note", Text: "quattro"}, "", nil))
	if got := shown(t, s, crisis); got != "uno due quattro!" {
		t.Errorf("the log reads %q", got)
	}
}

func TestALogKeepsItsOrderWhenTheClockIsSetBack(t *testing.T) {
	s, _, crisis := loggedCrisis(t)
	back := now.Add(-2 * time.Hour)
	must(t, s.WriteLog(ctx, crisis, data.LogEntry{At: back, Kind: "note", Text: "quattro"}, "", nil))
	must(t, s.WriteLog(ctx, crisis, data.LogEntry{At: now.Add(-time.Second), Kind: "note", Text: "cinque"}, "", nil))
	log, err := s.CrisisLog(ctx, crisis)
	must(t, err)
	four, five := log[3], log[4]
	if !four.At.Equal(now) || four.Rest["clock"] != back.Format(time.RFC3339) || four.Broken {
		t.Errorf("set back by two hours: %+v", four)
	}
	if !five.At.Equal(now) || five.Rest["clock"] != nil || five.Broken {
		t.Errorf("set back by a second: %+v", five)
	}
}

func TestAnEntryIsSignedByThePerson(t *testing.T) {
	s, _, crisis := loggedCrisis(t)
	for _, c := range []struct{ profile, want string }{
		{"", "—"},
		{"{", "—"},
		{`{"business":"Da Gino"}`, "Da Gino"},
		{`{"business":"Da Gino","person":"Anna"}`, "Anna"},
	} {
		must(t, s.SetSetting(ctx, store.SettingProfile, c.profile))
		must(t, s.WriteLog(ctx, crisis, data.LogEntry{At: now, Kind: "note"}, "", nil))
		log, err := s.CrisisLog(ctx, crisis)
		must(t, err)
		if got := log[len(log)-1].Author; got != c.want {
			t.Errorf("with the profile %q it is by %q, want %q", c.profile, got, c.want)
		}
	}
}

func TestFilesOfALog(t *testing.T) {
	s, path, crisis := loggedCrisis(t)
	e := data.LogEntry{At: now, Kind: "note", Text: "foto"}
	must(t, s.WriteLog(ctx, crisis, e, "foto.jpg", []byte("bytes")))
	must(t, s.WriteLog(ctx, crisis, e, "ancora.jpg", []byte("bytes")))
	log, err := s.CrisisLog(ctx, crisis)
	must(t, err)
	sha := log[3].Attached
	name, content, err := s.LogFile(ctx, sha)
	must(t, err)
	if name != "foto.jpg" || string(content) != "bytes" || log[4].Attached != sha {
		t.Errorf("%q holds %q", name, content)
	}
	tamper(t, path, `UPDATE crisis_files SET bytes = 'altro'`)
	if _, _, err = s.LogFile(ctx, sha); data.CodeOf(err) != data.ErrWorkspaceBroken {
		t.Errorf("a changed file: %v", err)
	}
	if _, _, err = s.LogFile(ctx, "ab"); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("an unknown file: %v", err)
	}
}

func TestOnlyACrisisHasALog(t *testing.T) {
	s := open(t)
	quiet := issue(t, s, "Niente", "parola")
	err := s.WriteLog(ctx, quiet, data.LogEntry{At: now, Kind: "note"}, "foto.jpg", []byte("bytes"))
	if data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("writing: %v", err)
	}
	if _, err = s.CrisisLog(ctx, quiet); data.CodeOf(err) != data.ErrNotFound {
		t.Errorf("reading: %v", err)
	}
}
