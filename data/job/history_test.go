package job_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"vedetta/data/job"
)

func TestUndoGoesBackStepByStep(t *testing.T) {
	var h job.History
	var undone []string
	refuse := false
	for _, what := range []string{"tagged", "archived"} {
		h.Add(what, func(context.Context) error {
			if refuse {
				return errors.New("disk full")
			}
			return nil
		})
	}
	back := func() bool {
		return h.Undo(job.Inline{}, func(what string, err error) {
			if err == nil {
				undone = append(undone, what)
			}
		})
	}
	refuse = true
	back()
	if refuse = false; len(undone) > 0 || h.Empty() {
		t.Fatalf("a refused change was forgotten: %v", undone)
	}
	back()
	back()
	if back() || !slices.Equal(undone, []string{"archived", "tagged"}) {
		t.Errorf("undone %v", undone)
	}
}
