package command_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/ui/command"
)

func has(t *testing.T, out string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(out, p) {
			t.Errorf("%q is missing in:\n%s", p, out)
		}
	}
}

func TestDryRunCountsEveryRow(t *testing.T) {
	s := newShop(t)
	first := s.file("a.csv", export)
	second := s.file("b.csv", "id,data,autore,testo,fonte\n9,20/11/2026 10:00,Marta,Altro,google\n")
	out := s.must("import", first, second, "--dry-run")
	has(t, out, "Rows", "Rejected", "Total", "counted by itself")
	var got []struct{ Rows, New, Known, Rejected int }
	if err := json.Unmarshal([]byte(s.must("import", first, second, "--dry-run", "--json")), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Rows != 3 || got[0].New != 2 || got[0].Rejected != 1 || got[1].New != 1 {
		t.Errorf("counts %+v", got)
	}
	if out := s.must("imports"); !strings.Contains(out, "No imports") {
		t.Errorf("a dry run left: %s", out)
	}
}

func TestAFileThatFailsKeepsNoOtherOut(t *testing.T) {
	s := newShop(t)
	out, errs, code := s.run("", "import", "/nowhere/a.csv", s.file("b.csv", export))
	if code != command.Failed {
		t.Errorf("exit %d", code)
	}
	has(t, out, "2 new")
	has(t, errs, "/nowhere/a.csv: ", "not there")
}

func TestEachFileOfAnArchiveIsImported(t *testing.T) {
	s := newShop(t)
	path := filepath.Join(t.TempDir(), "export.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for name, id := range map[string]string{"a.csv": "1", "b.csv": "2"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte("id,data,autore,testo,fonte\n" + id + ",20/11/2026 10:00,Marta,Due ore di attesa " + id + ",google\n"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	has(t, s.must("import", path, "--entry", "b.csv"), "export.zip/b.csv", "1 new")
	has(t, s.must("import", path), "export.zip/a.csv", "1 new", "export.zip/b.csv", "0 new, 1 already here")
}

func TestFlagsSayWhatTheFileDoesNot(t *testing.T) {
	undated := "Focaccia buonissima e ancora calda come sempre,Marta Neri\n\"Due ore di attesa per un caffè, mai più\",Luca Bianchi\n" +
		"Siete aperti anche la domenica mattina?,Anna Verdi\n"
	for name, c := range map[string]struct {
		content string
		args    []string
		want    string
	}{
		"a date":    {"testo,autore\nPane buono,Marta\n", []string{"--date", "2026-11-18"}, "2026-11-18 00:00"},
		"a zone":    {"id,data,testo\n1,2026-11-18 10:00,Pane buono\n", []string{"--zone", "America/New_York"}, "2026-11-18 16:00"},
		"no header": {undated, []string{"--no-header", "--date", "2026-11-18"}, "Due ore di attesa"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t)
			s.must(append([]string{"import", s.file("a.csv", c.content)}, c.args...)...)
			has(t, s.must("list"), c.want)
		})
	}
	s := newShop(t)
	path := s.file("a.csv", export)
	for _, args := range [][]string{{"--zone", "Mars/Olympus"}, {"--date", "ieri"}} {
		if _, errs, code := s.run("", append([]string{"import", path}, args...)...); code != command.WrongUse || !strings.Contains(errs, args[1]) {
			t.Errorf("%v: exit %d, %q", args, code, errs)
		}
	}
}

func TestUndoAsksFirst(t *testing.T) {
	s := newShop(t)
	s.must("import", s.file("a.csv", export))
	has(t, s.must("imports"), "a.csv", "done")
	out, _, code := s.run("", "undo", "1")
	if code != command.Failed {
		t.Errorf("exit %d", code)
	}
	has(t, out, "brought 2 mentions", "--yes")
	has(t, s.must("undo", "1", "--yes"), "2 mentions taken out")
	if _, errs, code := s.run("", "undo", "1", "--yes"); code != command.Failed || errs == "" {
		t.Errorf("a second time: exit %d, %q", code, errs)
	}
	var got []struct{ State data.ImportState }
	if err := json.Unmarshal([]byte(s.must("imports", "--json")), &got); err != nil || len(got) != 1 || got[0].State != data.ImportUndone {
		t.Errorf("history %+v, %v", got, err)
	}
}

func TestAddByHand(t *testing.T) {
	s := newShop(t)
	shot := s.file("shot.png", "\x89PNG\r\n\x1a\n")
	args := []string{
		"add", "--text", "-", "--at", "2026-11-20 09:30", "--url", "https://www.facebook.com/posts/1",
		"--author", "Marta", "--screenshot", shot,
	}
	out, errs, code := s.run("Due ore di attesa\n", args...)
	if code != command.Done || !strings.Contains(out, "import 1") {
		t.Errorf("exit %d: %s%s", code, out, errs)
	}
	if out, _, _ := s.run("Due ore di attesa\n", args...); !strings.Contains(out, "already") {
		t.Errorf("a second time: %s", out)
	}
	has(t, s.must("list", "attesa"), "2026-11-20 09:30", "Marta", "Facebook")
}

func TestAddRefusesWhatIsWrong(t *testing.T) {
	s := newShop(t)
	for name, c := range map[string]struct {
		args []string
		want int
		says string
	}{
		"no date is wrong use":         {[]string{"--text", "x"}, command.WrongUse, "--at"},
		"a date that is none":          {[]string{"--text", "x", "--at", "ieri"}, command.WrongUse, "ieri"},
		"a date in the future":         {[]string{"--text", "x", "--at", "2027-01-01"}, command.WrongUse, "future"},
		"an empty text":                {[]string{"--text", " ", "--at", "2026-11-20"}, command.WrongUse, "no text"},
		"an address that is none":      {[]string{"--text", "x", "--at", "2026-11-20", "--url", "ftp:x"}, command.WrongUse, "web address"},
		"a screenshot that is missing": {[]string{"--text", "x", "--at", "2026-11-20", "--screenshot", "/nowhere/a.png"}, command.Failed, "not there"},
	} {
		t.Run(name, func(t *testing.T) {
			_, errs, code := s.run("", append([]string{"add"}, c.args...)...)
			if code != c.want || !strings.Contains(errs, c.says) {
				t.Errorf("exit %d, want %d; said %q", code, c.want, errs)
			}
		})
	}
}

// stopper ends a command when it has printed a line that holds a word.
type stopper struct {
	bytes.Buffer
	word string
	stop func()
}

func (s *stopper) Write(p []byte) (int, error) {
	n, err := s.Buffer.Write(p)
	if strings.Contains(s.String(), s.word) {
		s.stop()
	}
	return n, err
}

func TestWatchImportsUntilItIsInterrupted(t *testing.T) {
	s := newShop(t)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "broken.csv"), []byte("%PDF-1.7\x00\x01\x02"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	out := &stopper{word: "broken.csv", stop: cancel}
	code := command.Run(ctx, []string{"watch", folder}, command.Env{Out: out, Err: out, Clock: data.At(now), Workspace: s.workspace, Lang: "en"})
	if code != command.Done {
		t.Errorf("exit %d", code)
	}
	has(t, out.String(), "Watching "+folder, "broken.csv was not imported: This is a PDF file")
	has(t, s.must("imports"), "failed", "broken.csv: This is a PDF file")
	if _, errs, code := s.run("", "watch", filepath.Join(folder, "missing")); code != command.Failed || !strings.Contains(errs, "missing") {
		t.Errorf("a folder that is not there: exit %d, %q", code, errs)
	}
}
