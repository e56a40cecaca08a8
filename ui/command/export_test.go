package command_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vedetta/ui/command"
)

func TestExport(t *testing.T) {
	s := newShop(t)
	s.must("import", s.file("a.csv", export))
	folder := t.TempDir()
	t.Run("writes what a search finds, and says where", func(t *testing.T) {
		path := filepath.Join(folder, "a.csv")
		if out := s.must("export", "attesa", "-o", path); out != "One mention exported to "+path+"\n" {
			t.Errorf("said %q", out)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if text := string(content); !strings.HasPrefix(text, "\ufeffVedetta id,Published at,") || !strings.Contains(text, "due ore di attesa") || strings.Contains(text, "Focaccia") {
			t.Errorf("wrote %q", text)
		}
	})
	t.Run("writes an Italian table for an Italian spreadsheet", func(t *testing.T) {
		path := filepath.Join(folder, "b.csv")
		s.must("--lang", "it", "export", "-o", path)
		if content, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(content), "\ufeffId Vedetta;Pubblicata il;") {
			t.Errorf("wrote %q, %v", content, err)
		}
	})
	t.Run("tells programs what it wrote", func(t *testing.T) {
		var done struct{ Mentions, Sheets int }
		out := s.must("export", "-o", filepath.Join(folder, "c.xlsx"), "--json")
		if err := json.Unmarshal([]byte(out), &done); err != nil || done.Mentions != 2 || done.Sheets != 1 {
			t.Errorf("%s: %v", out, err)
		}
	})
	t.Run("refuses a kind that it cannot write", func(t *testing.T) {
		if _, errs, code := s.run("", "export", "-o", filepath.Join(folder, "d.pdf")); code != command.WrongUse || !strings.Contains(errs, ".xlsx, .csv or .jsonl") {
			t.Errorf("exit %d: %s", code, errs)
		}
	})
	t.Run("what it wrote fills an empty workspace", func(t *testing.T) {
		path := filepath.Join(folder, "all.jsonl")
		s.must("export", "-o", path)
		if out := newShop(t).must("import", path); !strings.Contains(out, "2 new, 0 already here, 0 rejected") {
			t.Errorf("import: %s", out)
		}
	})
}
