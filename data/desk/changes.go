package desk

import (
	"context"
	"sync"
	"time"

	"vedetta/data"
)

// changes remembers from when on mentions changed in a way that their numbers
// do not show: tags, words to watch.
type changes struct {
	mu    sync.Mutex
	since time.Time
	any   bool
}

func (c *changes) add(since time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.any || since.Before(c.since) {
		c.since, c.any = since, true
	}
}

func (c *changes) take() (since time.Time, any bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	since, any = c.since, c.any
	c.since, c.any = time.Time{}, false
	return since, any
}

// followChanges lets the detectors look again whenever mentions change.
func (d *Desk) followChanges() {
	d.events.MentionsChanged.Add(func(struct{}) { d.detector.kick() })
	d.events.SettingsChanged.Add(func(struct{}) { d.detector.kick() })
}

// lookAgain lets the detectors look again from mentions on whose label or tags
// changed.
func (d *Desk) lookAgain(ids []data.ID) {
	for _, id := range ids {
		d.changes.add(id.PublishedAt())
	}
	if len(ids) > 0 {
		d.detector.kick()
	}
}

// forgetChanged drops the checkpoints that changes made worthless.
func (d *Desk) forgetChanged(ctx context.Context) error {
	since, changed := d.changes.take()
	if !changed {
		return nil
	}
	err := d.store.ForgetCheckpoints(ctx, since)
	if err != nil {
		d.changes.add(since)
	}
	return err
}
