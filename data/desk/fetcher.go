package desk

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"vedetta/data"
)

// fetcher fetches connections when they are due, one after the other.
type fetcher struct {
	wake   chan struct{}
	cancel context.CancelFunc
	done   sync.WaitGroup
}

// longestNap bounds the wait for the next due time: the timers of a laptop
// stand still while it sleeps.
const longestNap = time.Minute

// KeepFetching fetches in the background from now on, whatever is due first.
// A window does so; commands fetch when they are told to.
func (d *Desk) KeepFetching() {
	if d.onlyLooks || d.fetcher.wake != nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	d.fetcher.wake, d.fetcher.cancel = make(chan struct{}, 1), cancel
	d.fetcher.done.Go(func() { d.fetchDue(ctx) })
}

func (f *fetcher) kick() {
	select {
	case f.wake <- struct{}{}:
	default: // awake, or nobody fetches
	}
}

func (f *fetcher) end() {
	if f.cancel != nil {
		f.cancel()
		f.done.Wait()
	}
}

func (d *Desk) fetchDue(ctx context.Context) {
	for ctx.Err() == nil {
		nap := longestNap
		all, err := d.store.Connections(ctx)
		if err != nil {
			slog.Warn("connections cannot be read", "error", err)
		}
		for _, c := range all {
			if c.Due(d.Now()) {
				d.fetchQuietly(ctx, c)
				nap = 0
			} else if c.Every > 0 && !c.Paused {
				nap = min(nap, c.State.NextAt.Sub(d.Now()))
			}
		}
		d.sendQuietly(ctx)
		timer := time.NewTimer(max(nap, 0))
		select {
		case <-ctx.Done():
		case <-timer.C:
		case <-d.fetcher.wake:
		}
		timer.Stop()
	}
}

// fetchQuietly leaves what went wrong to the state of the connection.
func (d *Desk) fetchQuietly(ctx context.Context, c data.Connection) {
	if _, err := d.Fetch(ctx, c.ID, nil); err != nil && ctx.Err() == nil {
		slog.Info("a connection was not fetched", "network", c.Network, "error", err)
	}
}
