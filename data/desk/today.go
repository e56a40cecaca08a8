package desk

import (
	"context"
	"time"

	"vedetta/data"
)

// Today is what the person has got done since midnight in the workspace's zone.
func (d *Desk) Today(ctx context.Context) (data.Today, error) {
	now := d.Now().In(d.Zone())
	year, month, day := now.Date()
	return d.store.Today(ctx, data.Period{
		From: time.Date(year, month, day, 0, 0, 0, 0, d.Zone()),
		To:   time.Date(year, month, day+1, 0, 0, 0, 0, d.Zone()),
	})
}
