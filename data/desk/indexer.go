package desk

import (
	"context"
	"log/slog"
	"sync"
)

// indexer does in the background, step by step, what is left to do after
// mentions have changed, whenever it is woken: it brings them into the search
// index, or finds copies among them.
type indexer struct {
	wake   chan struct{}
	cancel context.CancelFunc
	done   sync.WaitGroup

	mu   sync.Mutex
	idle *sync.Cond
	busy bool
}

func (x *indexer) start(next func(context.Context) (int, error)) {
	ctx, cancel := context.WithCancel(context.Background())
	x.wake, x.cancel = make(chan struct{}, 1), cancel
	x.idle = sync.NewCond(&x.mu)
	x.kick()
	x.done.Add(1)
	go func() {
		defer x.done.Done()
		defer x.setBusy(false)
		for {
			select {
			case <-ctx.Done():
				return
			case <-x.wake:
			}
			for ctx.Err() == nil {
				n, err := next(ctx)
				if err != nil && ctx.Err() == nil {
					slog.Warn("work in the background stopped", "error", err)
				}
				if n == 0 || err != nil {
					break // what is left is taken up at the next wake or start
				}
			}
			x.setBusy(len(x.wake) > 0)
		}
	}()
}

// kick wakes the indexer.
func (x *indexer) kick() {
	if x.wake == nil {
		return // it never started: the desk only looks
	}
	x.setBusy(true)
	select {
	case x.wake <- struct{}{}:
	default:
	}
}

func (x *indexer) setBusy(busy bool) {
	x.mu.Lock()
	x.busy = busy
	x.mu.Unlock()
	x.idle.Broadcast()
}

// working tells whether there is something to do.
func (x *indexer) working() bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.busy
}

// wait returns when the indexer has nothing to do.
func (x *indexer) wait() {
	x.mu.Lock()
	defer x.mu.Unlock()
	for x.busy {
		x.idle.Wait()
	}
}

func (x *indexer) close() {
	if x.cancel == nil {
		return
	}
	x.cancel()
	x.done.Wait()
}

// WaitForSearch returns when every mention can be searched for.
func (d *Desk) WaitForSearch() { d.indexer.wait() }

// indexNext indexes the next mentions; when all are, copies are looked for.
func (d *Desk) indexNext(ctx context.Context) (int, error) {
	n, err := d.store.IndexNext(ctx)
	if n == 0 && err == nil {
		d.copier.kick()
		d.ruler.kick()    // queries search
		d.detector.kick() // topics are searches
	}
	return n, err
}
