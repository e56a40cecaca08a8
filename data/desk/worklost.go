package desk

import (
	"context"

	"vedetta/data"
)

// WorkLost says what of the person's work undoing an import would take away.
func (d *Desk) WorkLost(ctx context.Context, id int64) (data.WorkLost, error) {
	return d.store.WorkLost(ctx, id)
}
