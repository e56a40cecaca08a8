package desk_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

var (
	ctx = context.Background()
	now = time.Date(2026, 11, 22, 11, 0, 0, 0, time.UTC)
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB) *desk.Desk {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "workspace.db"))
}

func openAt(t testing.TB, path string) *desk.Desk {
	t.Helper()
	d, err := desk.Open(ctx, path, data.At(now))
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// demo opens a workspace with the demo bakery.
func demo(t testing.TB) *desk.Desk {
	t.Helper()
	d := open(t)
	must(t, d.ImportDemo(ctx, nil))
	d.WaitForSearch()
	return d
}

// file writes lines into a file of its own folder.
func file(t testing.TB, name string, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600))
	return path
}

// reviews is a small export: n rows, one every hour back from now.
func reviews(t testing.TB, n int) string {
	t.Helper()
	lines := []string{"id,data,autore,testo,stelle,fonte"}
	for i := range n {
		at := now.Add(-time.Duration(i) * time.Hour).Format("2006-01-02 15:04:05")
		text := [...]string{"Pessimo servizio, due ore di attesa", "Siete aperti domenica?", "Focaccia ottima, buonissima"}[i%3]
		lines = append(lines, fmt.Sprintf(`r%d,%s,Autore %d,"%s, numero %d",%d,google`, i, at, i, text, i, 1+2*(i%3)))
	}
	return file(t, "recensioni.csv", lines...)
}

// sound fails the test if the workspace's own check finds anything.
func sound(t testing.TB, d *desk.Desk) {
	t.Helper()
	problems, err := d.Integrity(ctx)
	must(t, err)
	for _, p := range problems {
		t.Error("integrity: ", p)
	}
}

func mentions(t testing.TB, d *desk.Desk) int {
	t.Helper()
	w, err := d.Workspace(ctx)
	must(t, err)
	return w.Mentions
}
