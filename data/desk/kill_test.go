package desk_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"vedetta/data"
	"vedetta/data/desk"
)

// killEnv turns the test binary into a program that imports a file.
const killEnv = "VEDETTA_TEST_IMPORT_INTO"

func TestMain(m *testing.M) {
	if workspace := os.Getenv(killEnv); workspace != "" {
		importAndTell(workspace, os.Args[1])
	}
	code := m.Run()
	if big.dir != "" {
		_ = os.RemoveAll(big.dir)
	}
	os.Exit(code)
}

// importAndTell imports and prints a line for each batch that is in.
func importAndTell(workspace, path string) {
	d, err := desk.Open(ctx, workspace, data.At(now))
	if err == nil {
		d.Events().MentionsChanged.Add(func(struct{}) { fmt.Println("batch") })
		_, err = d.Import(ctx, data.Plan{Path: path}, nil)
	}
	fmt.Println("end", err)
	os.Exit(0)
}

func TestAKillInMidImportLosesAtMostTheBatchInFlight(t *testing.T) {
	const rows = 180_000
	path, workspace := reviews(t, rows), filepath.Join(t.TempDir(), "w.db")
	child := exec.Command(os.Args[0], path)
	child.Env = append(os.Environ(), killEnv+"="+workspace)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	told := 0
	for lines := bufio.NewScanner(out); told < 2 && lines.Scan(); {
		if lines.Text() != "batch" {
			t.Fatalf("the import ended before it could be killed: %s", lines.Text())
		}
		told++
	}
	must(t, child.Process.Kill())
	_ = child.Wait() // it was killed: that is its error

	d := openAt(t, workspace)
	d.WaitForSearch()
	sound(t, d)
	kept := mentions(t, d)
	if kept < told*40_000 || kept >= rows {
		t.Errorf("%d mentions after the kill, %d batches were told of", kept, told)
	}
	again, err := d.Import(ctx, data.Plan{Path: path}, nil)
	must(t, err)
	if again.New != rows-kept || mentions(t, d) != rows {
		t.Errorf("importing again added %d to %d", again.New, kept)
	}
	d.WaitForSearch()
	sound(t, d)
}
