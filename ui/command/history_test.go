package command_test

import (
	"bytes"
	"context"
	"encoding/json"
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
