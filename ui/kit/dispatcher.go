package kit

import (
	"context"
	"sync"

	"fyne.io/fyne/v2"

	"vedetta/data/job"
)

// Dispatcher is the job.Dispatcher of a real window.
type Dispatcher struct {
	ctx    context.Context
	cancel context.CancelFunc

	mu      sync.Mutex // guards closed against Do, so that Close misses no work
	closed  bool
	running sync.WaitGroup
}

// NewDispatcher makes a dispatcher that works until Close.
func NewDispatcher() *Dispatcher {
	ctx, cancel := context.WithCancel(context.Background())
	return &Dispatcher{ctx: ctx, cancel: cancel}
}

// Do starts work on a goroutine of its own; after Close it does nothing.
func (d *Dispatcher) Do(work job.Work) (cancel func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return func() {}
	}
	ctx, cancel := context.WithCancel(d.ctx)
	d.running.Add(1)
	go func() {
		defer d.running.Done()
		deliver := work(ctx)
		if deliver == nil || ctx.Err() != nil {
			cancel()
			return
		}
		fyne.Do(func() {
			if ctx.Err() == nil {
				deliver()
			}
			cancel()
		})
	}()
	return cancel
}

// Post runs fn on the UI goroutine, soon; after Close never.
func (d *Dispatcher) Post(fn func()) {
	fyne.Do(func() {
		if d.ctx.Err() == nil {
			fn()
		}
	})
}

// Close cancels all work and waits until none runs.
func (d *Dispatcher) Close() {
	d.mu.Lock()
	d.closed = true
	d.mu.Unlock()
	d.cancel()
	d.running.Wait()
}

var _ job.Dispatcher = (*Dispatcher)(nil)
