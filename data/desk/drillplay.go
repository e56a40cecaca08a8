package desk

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"vedetta/data"
	"vedetta/data/drill"
)

// drillPause is how long a run waits between two looks at its clock.
const drillPause = 500 * time.Millisecond

// player lets a run go on in the background.
type player struct {
	cancel context.CancelFunc
	done   sync.WaitGroup
	ticked data.Signal[error]
}

// Play starts the clock and lets mentions come in whenever ticks tells, twice
// a second where it is nil. It is called once.
func (r *DrillRun) Play(ticks <-chan time.Time) {
	ctx, cancel := context.WithCancel(context.Background())
	r.player.cancel = cancel
	var ticker *time.Ticker
	if ticks == nil {
		ticker = time.NewTicker(drillPause)
		ticks = ticker.C
	}
	r.Clock.Resume()
	r.player.done.Add(1)
	go func() {
		defer r.player.done.Done()
		if ticker != nil {
			defer ticker.Stop()
		}
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticks:
			}
			_, err := r.Step(ctx)
			if r.Over() {
				r.Clock.Pause()
			}
			if ctx.Err() == nil {
				r.player.ticked.Fire(err)
			}
		}
	}()
}

// Ticked tells of each look at the clock, with what went wrong. Listeners are
// called on the run's goroutine.
func (r *DrillRun) Ticked(fn func(error)) (remove func()) { return r.player.ticked.Add(fn) }

// stop ends playing.
func (r *DrillRun) stop() {
	r.Clock.Pause()
	if r.player.cancel != nil {
		r.player.cancel()
		r.player.done.Wait()
	}
}

// Look notes that the person looks at the incidents, if there are any.
func (r *DrillRun) Look(ctx context.Context) error {
	all, err := r.Desk.Incidents(ctx, data.Period{From: r.Drill.T0})
	if err != nil || len(all) == 0 {
		return err
	}
	r.note.Lock()
	defer r.note.Unlock()
	if r.seenAt.IsZero() {
		r.seenAt = r.Clock.Now()
	}
	return nil
}

func (r *DrillRun) looked() time.Time {
	r.note.Lock()
	defer r.note.Unlock()
	return r.seenAt
}

// Answer keeps the person's answer to an inject; the first one counts. One
// without text is none.
func (r *DrillRun) Answer(key, text string) error {
	if strings.TrimSpace(text) == "" {
		return data.Errorf(data.ErrReplyEmpty, "inject %s", key)
	}
	r.note.Lock()
	defer r.note.Unlock()
	if r.replies == nil {
		r.replies = map[string]drill.InjectAnswer{}
	}
	if _, again := r.replies[key]; !again {
		r.replies[key] = drill.InjectAnswer{At: r.Clock.Now(), Text: text}
	}
	return nil
}

func (r *DrillRun) answered() map[string]drill.InjectAnswer {
	r.note.Lock()
	defer r.note.Unlock()
	all := map[string]drill.InjectAnswer{}
	for k, a := range r.replies {
		all[k] = a
	}
	return all
}

// Here lists the injects that have come, newest first.
func (r *DrillRun) Here() (all []DrillInject) {
	now := r.Clock.Now()
	for _, i := range r.Drill.Injects {
		if !i.At.Before(r.Drill.Start) && !i.At.After(now) {
			all = append([]DrillInject{i}, all...)
		}
	}
	return all
}

// AnswerTo is what was answered to an inject.
func (r *DrillRun) AnswerTo(key string) (text string, at time.Time) {
	a := r.answered()[key]
	return a.Text, a.At
}

// End stops the run, scores it and puts the score into the history.
func (r *DrillRun) End(ctx context.Context) (data.DrillScore, error) {
	r.stop()
	w, err := r.work(ctx)
	if err != nil {
		return data.DrillScore{}, err
	}
	score := drill.Score(w, r.Drill)
	if err := r.home.store.EndDrill(ctx, r.id, r.home.Now(), score); err != nil {
		return score, err
	}
	r.ended = true
	r.home.events.DrillsChanged.Fire(struct{}{})
	return score, nil
}

// Close closes the run's workspace, which is kept or deleted. A run that was
// not ended leaves no trace in the history.
func (r *DrillRun) Close(ctx context.Context, keep bool) error {
	r.stop()
	var err error
	if !r.ended {
		err = r.home.store.ForgetDrill(ctx, r.id)
		r.home.events.DrillsChanged.Fire(struct{}{})
	}
	if keep {
		return errors.Join(err, r.Desk.Close())
	}
	return errors.Join(err, r.drop())
}

// Path is the file of the run's workspace.
func (r *DrillRun) Path() string { return r.path }

// DrillResults lists the drills that somebody went through, oldest first.
func (d *Desk) DrillResults(ctx context.Context) ([]data.DrillResult, error) {
	return d.store.DrillRuns(ctx)
}
