package desk

import (
	"context"
	"sync"
	"time"

	"vedetta/data"
)

const (
	// rescoreBatch is how many mentions are labelled anew in one transaction:
	// few enough not to keep the person's edits waiting.
	rescoreBatch = 2_000
	// rescoreShown is how often screens read the counts again meanwhile.
	rescoreShown = 3 * time.Second
)

// rescoreNext labels the next mentions anew and returns how many; 0 when none
// are left or the person paused it. A kill loses the batch under way.
func (d *Desk) rescoreNext(ctx context.Context) (int, error) {
	state, err := d.store.Rescoring(ctx)
	if err != nil || state.Total == 0 || state.Paused {
		return 0, err
	}
	todo, err := d.store.ToRescore(ctx, rescoreBatch)
	if err != nil {
		return 0, err
	}
	l := d.labels.Load()
	if len(todo) == 0 {
		left, err := d.store.EndRescoring(ctx, l.id)
		if err == nil && !left {
			d.changes.add(time.Time{})
			d.events.RescoringChanged.Fire(struct{}{})
			d.changedMentions()
			return 0, nil
		}
		return 1, err
	}
	inHalves(todo, func(part []data.Mention) {
		for i := range part {
			l.label(&part[i])
		}
	})
	if err := d.store.SaveScores(ctx, l.id, todo); err != nil {
		return 0, err
	}
	d.events.RescoringChanged.Fire(struct{}{})
	if now := time.Now(); now.Sub(d.rescoreTold) > rescoreShown {
		d.rescoreTold = now
		d.changedMentions()
	}
	return len(todo), nil
}

// inHalves runs fn on both halves of a list at once.
func inHalves[T any](list []T, fn func(part []T)) {
	var half sync.WaitGroup
	half.Go(func() { fn(list[:len(list)/2]) })
	fn(list[len(list)/2:])
	half.Wait()
}

// PauseRescoring stops labelling anew, or lets it go on.
func (d *Desk) PauseRescoring(ctx context.Context, paused bool) error {
	if err := d.store.PauseRescoring(ctx, paused); err != nil {
		return err
	}
	if !paused {
		d.rescorer.kick()
	}
	d.events.RescoringChanged.Fire(struct{}{})
	return nil
}

// WaitForLabels returns when labelling anew and learning have nothing to do.
func (d *Desk) WaitForLabels() {
	d.teacher.wait()
	d.rescorer.wait()
}
