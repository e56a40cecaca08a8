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

// Each turns the test binary into a program: one that imports a file, one that
// types a reply to the newest mention, one that runs a drill, one that fetches.
const (
	killEnv  = "VEDETTA_TEST_IMPORT_INTO"
	typeEnv  = "VEDETTA_TEST_TYPE_INTO"
	drillEnv = "VEDETTA_TEST_DRILL_BESIDE"
	fetchEnv = "VEDETTA_TEST_FETCH_INTO"
	quietEnv = "VEDETTA_TEST_QUIET_IN"
)

func TestMain(m *testing.M) {
	if workspace := os.Getenv(killEnv); workspace != "" {
		importAndTell(workspace, os.Args[1])
	}
	if workspace := os.Getenv(typeEnv); workspace != "" {
		typeAndTell(workspace)
	}
	if workspace := os.Getenv(drillEnv); workspace != "" {
		drillAndTell(workspace)
	}
	if workspace := os.Getenv(fetchEnv); workspace != "" {
		fetchAndEnd(workspace, os.Args[1])
	}
	if workspace := os.Getenv(quietEnv); workspace != "" {
		workQuietly(workspace, len(os.Args) > 1)
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

// typeAndTell writes a longer and longer reply and prints a line each time it
// is kept.
func typeAndTell(workspace string) {
	d, err := desk.Open(ctx, workspace, data.At(now))
	if err != nil {
		fmt.Println("end", err)
		os.Exit(0)
	}
	rows, err := d.Page(ctx, data.Filter{}, 0, 1)
	for text := "G"; err == nil && len(rows) > 0; text += "e" {
		if err = d.SaveDraft(ctx, rows[0].ID, text, ""); err == nil {
			fmt.Println("kept")
		}
	}
	fmt.Println("end", err)
	os.Exit(0)
}

func TestAKillWhileTypingLosesNothing(t *testing.T) {
	workspace := filepath.Join(t.TempDir(), "w.db")
	d := openAt(t, workspace)
	_, err := d.Import(ctx, data.Plan{Path: reviews(t, 3)}, nil)
	must(t, err)
	must(t, d.Close())
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), typeEnv+"="+workspace)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	told := 0
	for lines := bufio.NewScanner(out); told < 40 && lines.Scan(); told++ {
		if lines.Text() != "kept" {
			t.Fatalf("typing ended before it could be killed: %s", lines.Text())
		}
	}
	must(t, child.Process.Kill())
	_ = child.Wait() // it was killed: that is its error

	d, err = desk.OpenWindow(ctx, workspace, data.At(now))
	must(t, err)
	t.Cleanup(func() { _ = d.Close() })
	if d.OnlyLooks() {
		t.Error("the dead program still holds the workspace")
	}
	rows, err := d.Page(ctx, data.Filter{Replies: []data.ReplyState{data.ReplyDraft}}, 0, 10)
	must(t, err)
	if len(rows) != 1 {
		t.Fatalf("%d drafts", len(rows))
	}
	if r := detail(t, d, rows[0].ID).Replies; len(r) != 1 || len(r[0].Text) < told {
		t.Errorf("%d keys were kept, the draft has %d", told, len(r[0].Text))
	}
	sound(t, d)
}
