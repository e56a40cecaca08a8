package desk

import (
	"context"
	"sync"
	"time"

	"vedetta/data"
	"vedetta/data/fetch"
)

const (
	// refreshedFor is how long a mention is looked at again: what is older hardly
	// moves.
	refreshedFor = 3 * 24 * time.Hour
	// refreshPause is between two looks by the same connection.
	refreshPause = time.Hour
	// mostRefreshed mentions are looked at, the newest ones.
	mostRefreshed = 40
)

// refreshes remembers when each connection looked again.
type refreshes struct {
	mu   sync.Mutex
	last map[int64]time.Time
}

// begin tells whether it is time to look again, and notes that it is done.
func (r *refreshes) begin(connection int64, now time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if last, looked := r.last[connection]; looked && now.Sub(last) < refreshPause {
		return false
	}
	if r.last == nil {
		r.last = map[int64]time.Time{}
	}
	r.last[connection] = now
	return true
}

// refresh asks a network again for the newest mentions that it brought: how far
// they spread, what was edited, and what is gone. Text that its author took
// away is taken away here too; the mention still counts.
func (d *Desk) refresh(ctx context.Context, c data.Connection, connector fetch.Connector, client *fetch.Client, s fetch.Setup) error {
	refresher, ok := connector.(fetch.Refresher)
	now := d.Now()
	if !ok || !d.refreshed.begin(c.ID, now) {
		return nil
	}
	mentions, err := d.store.FetchedSince(ctx, c.ID, now.Add(-refreshedFor), mostRefreshed)
	if err != nil || len(mentions) == 0 {
		return err
	}
	found, gone, err := refresher.Refresh(ctx, client, s, mentions)
	if err != nil {
		return err
	}
	for i := range found {
		d.labels.Load().label(&found[i])
	}
	_, changed, err := d.store.SeenAgain(ctx, found)
	if err != nil {
		return err
	}
	var missing []data.ID
	for _, m := range mentions {
		for _, id := range gone {
			if m.ExternalID == id {
				missing = append(missing, m.ID)
			}
		}
	}
	if len(missing) > 0 {
		err = d.store.DropTexts(ctx, missing)
	}
	if changed > 0 || len(missing) > 0 {
		d.changes.add(time.Time{})
		d.changedMentions()
	}
	return err
}
