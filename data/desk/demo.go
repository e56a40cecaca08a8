package desk

import (
	"context"
	"io/fs"

	"vedetta/assets"
	"vedetta/data"
)

// demoName is the bakery of the demo data.
const demoName = "Forno Aurora"

// demoFolder holds the exports of the demo bakery in assets.Demo.
const demoFolder = "demo/files"

// ImportDemo fills the workspace with the demo bakery: its exports come in
// by the same way as any other file.
func (d *Desk) ImportDemo(ctx context.Context, onProgress data.OnProgress) error {
	files, err := fs.Sub(assets.Demo, demoFolder)
	if err != nil {
		return err
	}
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if _, err := d.importFS(ctx, files, data.Plan{Path: e.Name()}, onProgress); err != nil {
			return err
		}
	}
	return d.SetName(ctx, demoName)
}
