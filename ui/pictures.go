package ui

import (
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vedetta/assets"
	"vedetta/data"
	"vedetta/data/desk"
	"vedetta/data/job"
	"vedetta/ui/kit"
)

// Pictures draws every screen, light and dark, in every language, without a
// display, into PNG files in a folder. It returns their names.
func Pictures(ctx context.Context, d *desk.Desk, folder string) (files []string, err error) {
	for _, lang := range assets.Languages {
		for _, look := range []kit.Look{kit.LookLight, kit.LookDark} {
			w := picturesOf(d, lang.Code, look, firstSize)
			for _, p := range Places {
				if ctx.Err() != nil {
					return files, ctx.Err()
				}
				name := filepath.Join(folder, fmt.Sprintf("%s-%s-%s.png", p, look, lang.Code))
				if err := writePicture(name, w.picture(p)); err != nil {
					return files, err
				}
				files = append(files, name)
			}
			w.Stop()
		}
	}
	return files, nil
}

// picturesOf is a window without a display, in which all work is done at once.
func picturesOf(d *desk.Desk, lang string, look kit.Look, size fyne.Size) *Window {
	app := test.NewApp()
	app.Preferences().SetString(tasteLook, string(look))
	w := newWindow(app, d, lang, job.Inline{}, 0)
	w.window.Resize(size)
	w.Start()
	return w
}

// picture draws a place.
func (w *Window) picture(p Place) image.Image {
	w.Go(p)
	// Heights that follow from widths are known after a first layout only.
	w.window.Content().Refresh()
	return w.window.Canvas().Capture()
}

func writePicture(name string, picture image.Image) error {
	f, err := os.Create(name)
	if err == nil {
		err = png.Encode(f, picture)
		if closing := f.Close(); err == nil {
			err = closing
		}
	}
	if err != nil {
		return (&data.Error{Code: data.ErrCannotWrite, Err: err}).With("Path", name)
	}
	return nil
}
