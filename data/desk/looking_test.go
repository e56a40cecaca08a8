package desk_test

import (
	"path/filepath"
	"testing"
	"time"

	"vedetta/data"
	"vedetta/data/desk"
)

func TestASecondWindowOnlyLooks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	window := func() *desk.Desk {
		d, err := desk.OpenWindow(ctx, path, data.At(now))
		must(t, err)
		t.Cleanup(func() { _ = d.Close() })
		return d
	}
	first := window()
	_, err := first.Import(ctx, data.Plan{Path: reviews(t, 3)}, nil)
	must(t, err)
	first.WaitForSearch()

	second := window()
	if first.OnlyLooks() || !second.OnlyLooks() {
		t.Fatalf("only look: first %v, second %v", first.OnlyLooks(), second.OnlyLooks())
	}
	rows, err := second.Page(ctx, data.Filter{}, 0, 10)
	if must(t, err); len(rows) != 3 {
		t.Fatalf("the second window shows %d mentions", len(rows))
	}
	ids := []data.ID{rows[0].ID}
	if _, err := second.SetStatus(ctx, ids, data.StatusArchived); data.CodeOf(err) != data.ErrOnlyLooking {
		t.Errorf("the second window changed something: %v", err)
	}
	if err := second.SaveDraft(ctx, rows[0].ID, "Gentile", ""); data.CodeOf(err) != data.ErrOnlyLooking {
		t.Errorf("the second window wrote: %v", err)
	}

	told := make(chan struct{}, 16)
	second.Events().TriageChanged.Add(func([]data.ID) { told <- struct{}{} })
	_, err = first.SetStatus(ctx, ids, data.StatusArchived)
	must(t, err)
	select {
	case <-told:
	case <-time.After(20 * time.Second):
		t.Error("the second window is not told of what the first does")
	}

	must(t, second.Close())
	must(t, first.Close())
	if third := window(); third.OnlyLooks() {
		t.Error("the workspace stayed taken")
	}
}
