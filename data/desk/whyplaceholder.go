package desk

import (
	"context"

	"vedetta/data"
)

// Why finds what drives a filter's period: so far, the words alone.
func (d *Desk) Why(ctx context.Context, f data.Filter, before data.Period) (data.Why, error) {
	const most = 10
	found, err := d.Drivers(ctx, f, most)
	return data.Why{Now: f.Period, Before: before, Read: found.Read, Total: found.Total, Terms: found.List}, err
}
