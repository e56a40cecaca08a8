package desk

import (
	"context"
	"strings"

	"vedetta/data"
)

// Topics lists the saved queries by name.
func (d *Desk) Topics(ctx context.Context) ([]data.Topic, error) { return d.store.Topics(ctx) }

// SaveTopic stores a saved query, which is watched as a stream of its own from
// then on; one without an id is new. A query that cannot be read is ErrQuery, a
// name that another one has ErrNameTaken.
func (d *Desk) SaveTopic(ctx context.Context, t data.Topic) (int64, error) {
	if _, err := data.ParseQuery(t.Query, d.Zone()); err != nil {
		return 0, err
	}
	t.Name, t.Query = strings.TrimSpace(t.Name), strings.TrimSpace(t.Query)
	id, err := d.store.SaveTopic(ctx, t)
	return id, d.changedWatch(err)
}

// DeleteTopic removes a saved query.
func (d *Desk) DeleteTopic(ctx context.Context, id int64) error {
	return d.changedWatch(d.store.DeleteTopic(ctx, id))
}
