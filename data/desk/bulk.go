package desk

import (
	"context"
	"slices"

	"vedetta/data"
	"vedetta/data/job"
)

// changedAtOnce is how many mentions are changed in one transaction.
const changedAtOnce = 2_000

// InParts makes a change to many mentions, some at a time, and gives one Undo
// for all of it. Where a part fails, or the person stops it, those before it
// are taken back: it is done to all or to none.
func (d *Desk) InParts(ctx context.Context, ids []data.ID, do func(ctx context.Context, ids []data.ID) (Undo, error), onProgress data.OnProgress) (Undo, error) {
	if len(ids) <= changedAtOnce {
		return do(ctx, ids)
	}
	counter := job.Count("progress.changes", int64(len(ids)), onProgress)
	defer counter.Finish()
	var undos []Undo
	back := func(ctx context.Context) error {
		for _, undo := range slices.Backward(undos) {
			if err := undo(ctx); err != nil {
				return err
			}
		}
		return nil
	}
	done := 0
	for some := range slices.Chunk(ids, changedAtOnce) {
		undo, err := do(ctx, some)
		if err != nil {
			_ = back(context.WithoutCancel(ctx)) // the first failure is the one to tell
			return nil, err
		}
		undos = append(undos, undo)
		done += len(some)
		counter.Set(int64(done))
	}
	return back, nil
}
