package desk

import (
	"context"

	"vedetta/data"
)

func (d *Desk) Topics(ctx context.Context) ([]data.Topic, error) { return nil, nil }
