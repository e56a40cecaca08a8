package desk_test

import (
	"context"
	"errors"
	"testing"

	"vedetta/data"
	"vedetta/data/desk"
)

func TestAChangeInPartsIsDoneToAllOrToNone(t *testing.T) {
	const n = 5_000
	ids := make([]data.ID, n)
	for i := range ids {
		ids[i] = data.ID(i + 1)
	}
	refused := errors.New("refused")
	for name, test := range map[string]struct {
		failAt     int // the part that fails; 0 none
		wantLeft   int
		wantFailed bool
	}{
		"all parts work":      {0, n, false},
		"the last part fails": {3, 0, true},
		"the first one fails": {1, 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			done, parts := 0, 0
			do := func(_ context.Context, some []data.ID) (desk.Undo, error) {
				if parts++; parts == test.failAt {
					return nil, refused
				}
				done += len(some)
				return func(ctx context.Context) error { done -= len(some); return ctx.Err() }, nil
			}
			var last data.Progress
			undo, err := (&desk.Desk{}).InParts(context.Background(), ids, do, func(p data.Progress) { last = p })
			if done != test.wantLeft || (err != nil) != test.wantFailed {
				t.Fatalf("%d changed, error %v", done, err)
			}
			if err != nil {
				return
			}
			if last.Done != n || last.Total != n {
				t.Errorf("last progress %+v", last)
			}
			if err := undo(context.Background()); err != nil || done != 0 {
				t.Errorf("%d are still changed after undo, error %v", done, err)
			}
		})
	}
}
