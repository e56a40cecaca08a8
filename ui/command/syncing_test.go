package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"vedetta/data"
	"vedetta/data/fetch/fetchtest"
	"vedetta/ui/command"
)

// prompt is a person at a prompt whose system has a keyring.
func prompt(t *testing.T) func(args ...string) (out, errs string, code int) {
	t.Helper()
	keyring.MockInit()
	folder := t.TempDir()
	now := time.Date(2026, 11, 22, 14, 0, 0, 0, time.UTC)
	return func(args ...string) (string, string, int) {
		var out, errs bytes.Buffer
		code := command.Run(context.Background(), args, command.Env{
			In: strings.NewReader(""), Out: &out, Err: &errs, Clock: data.At(now), Workspace: filepath.Join(folder, "w.db"), Lang: "en",
			Secrets: filepath.Join(folder, "keys"), Getenv: func(name string) string { return map[string]string{"TOKEN": fetchtest.Token}[name] },
		})
		return out.String(), errs.String(), code
	}
}

func TestSourcesAreUsedWithoutAWindow(t *testing.T) {
	run := prompt(t)
	server := fetchtest.Serve(t, &fetchtest.Fediverse{N: 25, Limit: 10})
	add := []string{"source", "add", "mastodon", "--name", "Il forno", "--set", "server=" + server, "--set", "tags=forno"}
	if _, errs, code := run(append(add, "--key", "token=NOBODY")...); code == command.Done || !strings.Contains(errs, "token") {
		t.Errorf("without a key: exit %d, %s", code, errs)
	}
	out, errs, code := run(append(add, "--key", "token=TOKEN")...)
	if code != command.Done || !strings.Contains(out, "Il forno answers: @forno") {
		t.Fatalf("exit %d: %s%s", code, out, errs)
	}
	out, errs, code = run("sync", "--json")
	var done []struct {
		Source     string
		New, Known int
	}
	if code != command.Done || json.Unmarshal([]byte(out), &done) != nil || len(done) != 1 || done[0].New != 25 || done[0].Source != "Il forno" {
		t.Errorf("exit %d: %s%s", code, out, errs)
	}
	if out, _, code = run("sync", "il FORNO"); code != command.Done || !strings.Contains(out, "0 new") {
		t.Errorf("again: exit %d: %s", code, out)
	}
	if out, _, code = run("source", "list", "--json"); code != command.Done || !strings.Contains(out, `"mentions": 25`) || strings.Contains(out, fetchtest.Token) {
		t.Errorf("listed: exit %d: %s", code, out)
	}
	if out, _, code = run("source", "test", "Il forno"); code != command.Done || !strings.Contains(out, "Pane bruciato") {
		t.Errorf("tested: exit %d: %s", code, out)
	}
	if _, errs, code = run("sync", "Nessuna"); code != command.WrongUse || !strings.Contains(errs, "Nessuna") {
		t.Errorf("a source that is not there: exit %d: %s", code, errs)
	}
	if _, _, code = run("source", "remove", "Il forno"); code != command.Done {
		t.Errorf("removed: exit %d", code)
	}
	if out, _, _ = run("source", "list"); out != "" {
		t.Errorf("still listed: %s", out)
	}
}
