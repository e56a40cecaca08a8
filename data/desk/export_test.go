package desk

import (
	"context"
	"os"

	"vedetta/data/store"
)

// TakeUp does what the watched folder does with a file that has come to rest.
func (d *Desk) TakeUp(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	d.takeUp(ctx, store.Lying{Path: path, Size: info.Size(), Modified: info.ModTime()})
	return nil
}
